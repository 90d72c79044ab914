import { Button } from '@mantine/core';
import type { LetterModel } from '../../../shared/ipc/letter-contract.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Dialog } from '../../ui/form-dialog.tsx';
import { LetterFrame } from '../letters/letter-frame.tsx';
import classes from './paper-dialog.module.css';

const plainText = (model: LetterModel): string =>
  [model.subject, ...model.paragraphsBefore, ...model.paragraphsAfter].join('\n\n');

/** Sets the paper and keeps it in the document store; answers its hash. */
const keptHash = async (model: LetterModel): Promise<string | undefined> => {
  const rendered = await bridge.lettersRender({ models: [model], extras: {} });
  if (rendered.ok) return rendered.value.hash;
  showRefusal(rendered.error.message);
  return undefined;
};

const save = async (model: LetterModel, fileName: string): Promise<void> => {
  const hash = await keptHash(model);
  if (hash === undefined) return;
  const saved = await bridge.documentSaveAs({ hash, suggestedName: fileName });
  if (!saved.ok) showRefusal(saved.error.message);
};

const print = async (model: LetterModel, fileName: string): Promise<void> => {
  const hash = await keptHash(model);
  if (hash === undefined) return;
  const printed = await bridge.documentPrint({ hash, name: fileName });
  if (!printed.ok) showRefusal(printed.error.message);
};

const copy = async (model: LetterModel): Promise<void> => {
  const copied = await bridge.copyText(plainText(model));
  if (!copied.ok) showRefusal(copied.error.message);
};

/** A paper that claims nothing, as it will be printed: to read, copy, save, print. */
export const PaperDialog = ({
  title,
  model,
  fileName,
  opened,
  onClose,
}: {
  readonly title: string;
  readonly model: LetterModel;
  readonly fileName: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={title} opened={opened} onClose={onClose} size="xl">
    <div className={classes.paper}>
      <LetterFrame model={model} />
      <footer className={classes.footer}>
        <Button variant="default" onClick={() => void copy(model)}>
          Copier le texte
        </Button>
        <Button variant="default" onClick={() => void save(model, fileName)}>
          Enregistrer le PDF…
        </Button>
        <Button data-autofocus onClick={() => void print(model, fileName)}>
          Imprimer
        </Button>
      </footer>
    </div>
  </Dialog>
);
