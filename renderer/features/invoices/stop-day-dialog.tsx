import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPaymentOrder, rejectDirectDebit } from '../../db/commands/invoice-stops.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

/** What happened on the day that is asked for. */
export interface StopEvent {
  readonly kind: 'payment-order' | 'debit-rejected';
  readonly invoiceId?: string | undefined;
  /** The direct debit itself, where the user starts from it. */
  readonly paymentId?: string | undefined;
}

const texts = {
  'payment-order': {
    title: 'Facture mandatée',
    field: 'Mandatée le',
    submit: 'Noter le mandatement',
    effect: 'L’acheteur public a ordonné le paiement\u00A0: cette facture n’est plus relancée.',
  },
  'debit-rejected': {
    title: 'Prélèvement rejeté',
    field: 'Rejeté le',
    submit: 'Noter le rejet',
    effect:
      'Le paiement par prélèvement, s’il était saisi, est annulé\u202F; ce qu’il réglait est de nouveau dû et se relance comme les autres factures.',
  },
} as const;

const StopForm = ({ event, onClose }: { readonly event: StopEvent; readonly onClose: () => void }) => {
  const today = useToday();
  const run = useRun();
  const [on, setOn] = useState<Day | undefined>(today);
  const [tried, setTried] = useState(false);
  const { field, submit, effect } = texts[event.kind];
  const note = async (): Promise<void> => {
    setTried(true);
    if (on === undefined) return;
    const { kind, invoiceId, paymentId } = event;
    const done =
      kind === 'payment-order'
        ? await run(recordPaymentOrder, { invoiceId: invoiceId ?? '', orderedOn: on })
        : await run(rejectDirectDebit, { invoiceId, paymentId, rejectedOn: on });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel={submit} onSubmit={note} onCancel={onClose}>
      <DayInput
        label={field}
        value={on}
        onChange={setOn}
        error={tried && on === undefined ? 'Indiquez la date.' : undefined}
        data-autofocus
      />
      <Text size="sm">{effect}</Text>
    </DialogForm>
  );
};

/** « Mandatée le … », « Prélèvement rejeté le … ». */
export const StopDayDialog = ({
  event,
  opened,
  onClose,
}: {
  readonly event: StopEvent;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={texts[event.kind].title} opened={opened} onClose={onClose} size="sm">
    <StopForm event={event} onClose={onClose} />
  </Dialog>
);
