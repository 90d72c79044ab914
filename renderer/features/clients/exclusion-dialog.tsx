import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Client } from '../../../shared/ledger/client.ts';
import { useRun } from '../../application/use-run.tsx';
import { excludeClient } from '../../db/commands/clients.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const ExclusionForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const run = useRun();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const done = await run(excludeClient, { id: client.id, reason: reason.trim() });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Ne plus relancer" onSubmit={submit} onCancel={onClose}>
      <Text>Aucune relance ne partira pour ce client. Ses factures restent dans la balance âgée.</Text>
      <TextInput
        label="Motif"
        placeholder="Par exemple : filiale, réglé par compensation"
        value={reason}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? 'Indiquez pourquoi, pour vous en souvenir.' : undefined}
        data-autofocus
      />
    </DialogForm>
  );
};

/** « Ne plus relancer ce client », with the reason. */
export const ExclusionDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Exclure ce client des relances" opened={opened} onClose={onClose}>
    <ExclusionForm client={client} onClose={onClose} />
  </Dialog>
);
