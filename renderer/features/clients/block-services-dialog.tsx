import { Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { serviceBlockAdvice } from '../../../shared/ledger/service-block-advice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { blockServices } from '../../db/commands/blocked-services.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const BlockForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [deliveries, setDeliveries] = useState(true);
  const [afterSales, setAfterSales] = useState(true);
  const [since, setSince] = useState<Day | undefined>(today);
  const [reason, setReason] = useState(() => serviceBlockAdvice(ledger, client.id, today) ?? '');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (since === undefined || reason.trim() === '') return;
    const done = await run(blockServices, { clientId: client.id, deliveries, afterSales, since, reason });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Bloquer"
      onSubmit={submit}
      onCancel={onClose}
      hint="Rien ne part au client : le blocage se voit sur sa fiche et dans les listes."
    >
      <Group gap="xl">
        <Checkbox
          label="Livraisons"
          checked={deliveries}
          onChange={(event) => setDeliveries(event.currentTarget.checked)}
          error={tried && !deliveries && !afterSales ? 'Choisissez ce qui est bloqué.' : undefined}
        />
        <Checkbox
          label="SAV"
          checked={afterSales}
          onChange={(event) => setAfterSales(event.currentTarget.checked)}
        />
      </Group>
      <TextInput
        label="Motif"
        description="Il figure sur le mémo pour vos collègues."
        value={reason}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? 'Indiquez le motif.' : undefined}
        data-autofocus
      />
      <DayInput
        label="Depuis le"
        value={since}
        onChange={setSince}
        maxDay={today}
        error={tried && since === undefined ? 'Indiquez la date du blocage.' : undefined}
      />
    </DialogForm>
  );
};

/** « Bloquer livraisons et SAV », with the reason. */
export const BlockServicesDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Bloquer livraisons et SAV" opened={opened} onClose={onClose}>
    <BlockForm client={client} onClose={onClose} />
  </Dialog>
);
