import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, type Day, endOfMonth } from '../../../shared/dates/day.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { postpone } from '../../db/commands/agreements.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const PostponeForm = ({
  clientId,
  invoiceId,
  onClose,
}: {
  readonly clientId: string;
  readonly invoiceId: string | undefined;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const run = useRun();
  const [until, setUntil] = useState<Day | undefined>(addDays(today, 7));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (until === undefined) return;
    const done = await run(postpone, { clientId, invoiceId, until, reason: reason.trim() });
    if (done) onClose();
  };
  const shortcuts: readonly (readonly [string, Day])[] = [
    ['Une semaine', addDays(today, 7)],
    ['Deux semaines', addDays(today, 14)],
    ['Fin du mois', endOfMonth(addDays(today, 1))],
  ];
  return (
    <DialogForm submitLabel="Reporter" onSubmit={submit} onCancel={onClose}>
      <DayInput
        label="Aucune relance avant le"
        value={until}
        onChange={setUntil}
        minDay={addDays(today, 1)}
        error={tried && until === undefined ? 'Indiquez une date.' : undefined}
        data-autofocus
      />
      <Group gap="xs">
        {shortcuts.map(([label, day]) => (
          <Button
            key={label}
            size="compact-sm"
            variant={until === day ? 'light' : 'default'}
            aria-pressed={until === day}
            onClick={() => setUntil(day)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <TextInput
        label="Motif (facultatif)"
        value={reason}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** « Reporter » (R): no reminder before a day, for a client or for one of its invoices. */
export const PostponeDialog = ({
  clientId,
  invoiceId,
  opened,
  onClose,
}: {
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const number = invoiceId === undefined ? undefined : ledger.invoices.get(invoiceId)?.number;
  return (
    <Dialog
      title={
        number === undefined
          ? 'Reporter les relances de ce client'
          : `Reporter les relances de la facture ${number}`
      }
      opened={opened}
      onClose={onClose}
    >
      <PostponeForm clientId={clientId} invoiceId={invoiceId} onClose={onClose} />
    </Dialog>
  );
};
