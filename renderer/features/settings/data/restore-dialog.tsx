import { useState } from 'react';
import { forgetRestore, noteRestore } from '../../../application/restored-notice.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Dialog, DialogForm } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { momentText } from './data-text.ts';

/** A backup of the list, or a folder that the user shows in the system's dialog. */
export type RestoreChoice =
  | { readonly kind: 'listed'; readonly name: string; readonly at: string }
  | { readonly kind: 'folder' };

const RestoreForm = ({
  choice,
  onClose,
}: {
  readonly choice: RestoreChoice;
  readonly onClose: () => void;
}) => {
  const [problem, setProblem] = useState<string>();
  const restore = async (): Promise<void> => {
    noteRestore(
      choice.kind === 'listed'
        ? `Vos données sont celles du ${momentText(choice.at)}. L’état précédent est gardé parmi les sauvegardes.`
        : 'Vos données sont celles de la sauvegarde désignée. L’état précédent est gardé parmi les sauvegardes.',
    );
    const answer = await bridge.backupRestore(choice.kind === 'listed' ? { name: choice.name } : {});
    // When it is done, main loads the window again: nothing follows here.
    if (!answer.ok || !answer.value.restored) forgetRestore();
    if (!answer.ok) setProblem(answer.error.message);
    else if (!answer.value.restored) onClose();
  };
  return (
    <DialogForm
      submitLabel={choice.kind === 'listed' ? 'Restaurer' : 'Choisir le dossier…'}
      onSubmit={restore}
      onCancel={onClose}
    >
      <p style={{ margin: 0 }}>
        {choice.kind === 'listed'
          ? `Acquit reprendra vos données telles qu’elles étaient le ${momentText(choice.at)}.`
          : 'Acquit reprendra les données de la sauvegarde que vous allez désigner.'}
      </p>
      <p style={{ margin: 0 }}>
        L’état présent est d’abord mis de côté, comme une sauvegarde de plus{'\u00A0'}: vous pourrez y revenir
        d’un clic. Les e-mails déjà partis ne repartiront pas.
      </p>
      {problem !== undefined && <Notice tone="alert">{problem}</Notice>}
    </DialogForm>
  );
};

/** Says what a restore does, that the present state is kept, and restores with one click. */
export const RestoreDialog = ({
  choice,
  onClose,
}: {
  readonly choice: RestoreChoice | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Restaurer une sauvegarde" opened={choice !== undefined} onClose={onClose}>
    {choice && <RestoreForm choice={choice} onClose={onClose} />}
  </Dialog>
);
