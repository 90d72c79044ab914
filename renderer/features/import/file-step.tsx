import { Button, Group } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { ClipboardPaste, FileSpreadsheet, FolderOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useSaveFile } from '../../application/use-save-file.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Notice } from '../../ui/notice.tsx';
import { sampleCsv } from '../ageing/sample-csv.ts';
import classes from './file-step.module.css';
import { ImportHistory } from './import-history.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import choiceClasses from './reading-choices.module.css';
import { ReadingChoices } from './reading-choices.tsx';
import type { ChosenFile, ImportWizard, WizardPhase } from './use-import-wizard.ts';

const fileOf = (file: File): ChosenFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null;

/** First step: a file dropped, picked or pasted. What cannot be read is said with what to do about it. */
export const FileStep = ({
  wizard,
  phase,
}: {
  readonly wizard: ImportWizard;
  readonly phase: Extract<WizardPhase, { kind: 'choose' }>;
}) => {
  const today = useToday();
  const save = useSaveFile();
  const [pasting, setPasting] = useState(false);
  const pasted = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    wizard.choose({
      name: `Tableau collé le ${formatDay(today)}`,
      size: bytes.length,
      bytes: () => Promise.resolve(bytes),
    });
  };

  const take = useRef<(data: DataTransfer) => void>(undefined);
  take.current = (data) => {
    const [file] = data.files;
    const text = data.getData('text/plain');
    if (text.trim() !== '') pasted(text);
    else if (file) wizard.choose(fileOf(file));
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.clipboardData && !editsText(event.target)) take.current?.(event.clipboardData);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);

  const pick = async (): Promise<void> => {
    const answer = await bridge.pickFile('invoices');
    if (!answer.ok) wizard.refuse(answer.error.message);
    else if (answer.value) {
      const { name, bytes } = answer.value;
      wizard.choose({ name, size: bytes.length, bytes: () => Promise.resolve(bytes) });
    }
  };

  return (
    <div className={classes.step}>
      {phase.message !== undefined && (
        <Notice tone="alert">
          {phase.unreadable && <strong>« {phase.unreadable.fileName} » : </strong>}
          {phase.message}
        </Notice>
      )}
      {phase.unreadable?.reading && (
        <div className={choiceClasses.choices}>
          <ReadingChoices options={phase.unreadable.options} onChange={wizard.reread} />
        </div>
      )}
      <Dropzone
        onDrop={([file]) => file && wizard.choose(fileOf(file))}
        onReject={() =>
          wizard.refuse('Déposez un seul fichier à la fois. Les dossiers ne peuvent pas être importés.')
        }
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        className={classes.drop ?? ''}
        inputProps={{ 'aria-label': 'Fichier de factures', tabIndex: -1 }}
        tabIndex={-1}
      >
        <FileSpreadsheet size={40} strokeWidth={1.25} aria-hidden="true" className={classes.icon} />
        <p className={classes.title}>Déposez ici l’export de vos factures</p>
        <p className={classes.text}>
          CSV, TXT ou Excel (.xlsx). Vous pouvez aussi copier les cellules dans Excel et les coller ici avec
          Ctrl+V. Il suffit d’une ligne par facture, avec son numéro, le client, une date et un montant.
        </p>
        <Group justify="center" gap="sm">
          <Button
            leftSection={<FolderOpen size={16} aria-hidden="true" />}
            onClick={() => void pick()}
            data-autofocus
          >
            Choisir un fichier
          </Button>
          <Button
            variant="default"
            leftSection={<ClipboardPaste size={16} aria-hidden="true" />}
            onClick={() => setPasting(true)}
          >
            Coller depuis Excel
          </Button>
        </Group>
      </Dropzone>
      <p className={classes.sample}>
        Pas de fichier sous la main ?{' '}
        <button
          type="button"
          className={classes.link}
          onClick={() => void save('Exemple de factures.csv', new TextEncoder().encode(sampleCsv))}
        >
          Téléchargez un fichier d’exemple
        </button>
        .
      </p>
      <ImportHistory />
      <PasteDialog opened={pasting} onClose={() => setPasting(false)} onPaste={pasted} />
    </div>
  );
};
