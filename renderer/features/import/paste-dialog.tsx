import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const PasteForm = ({
  onClose,
  onPaste,
}: {
  readonly onClose: () => void;
  readonly onPaste: (text: string) => void;
}) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  return (
    <DialogForm
      submitLabel="Lire le tableau"
      onCancel={onClose}
      onSubmit={() => {
        if (text.trim() === '') {
          setError('Collez d’abord les cellules copiées dans votre tableur.');
          return;
        }
        onClose();
        onPaste(text);
      }}
    >
      <Textarea
        label="Cellules copiées"
        description="Dans Excel, sélectionnez le tableau avec sa ligne de titres, copiez-le (Ctrl+C), puis collez-le ici (Ctrl+V)."
        rows={12}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError(undefined);
        }}
        error={error}
        spellCheck={false}
        styles={{ input: { whiteSpace: 'pre', overflowX: 'auto', fontSize: 13 } }}
        data-autofocus
      />
    </DialogForm>
  );
};

/** « Coller depuis Excel »: a place to paste into, for those who look for one. */
export const PasteDialog = ({
  opened,
  onClose,
  onPaste,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onPaste: (text: string) => void;
}) => (
  <Dialog title="Coller depuis Excel" opened={opened} onClose={onClose} size="lg">
    <PasteForm onClose={onClose} onPaste={onPaste} />
  </Dialog>
);
