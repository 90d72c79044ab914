import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { payableInvoices, type WaitingCredit } from '../../../shared/ledger/receipts.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { allocateCredit } from '../../db/commands/payments.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const AllocateForm = ({
  credit,
  onClose,
}: {
  readonly credit: WaitingCredit;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const payable = payableInvoices(ledger, credit.clientId);
  const [invoiceId, setInvoiceId] = useState(payable[0]?.invoice.id ?? '');
  const submit = async (): Promise<void> => {
    const done = await run(allocateCredit, { sourceId: credit.sourceId, invoiceId });
    if (done) onClose();
  };
  const client = ledger.clients.get(credit.clientId);
  return (
    <DialogForm submitLabel="Imputer" onSubmit={submit} onCancel={onClose}>
      <Text truncate title={client?.name}>
        {formatAmount(credit.leftCents)} à affecter · {client?.name}
      </Text>
      <Radio.Group label="Sur la facture" value={invoiceId} onChange={setInvoiceId}>
        <Stack gap="xs" mt="xs">
          {payable.map(({ invoice, remainingCents }, index) => (
            <Radio
              key={invoice.id}
              value={invoice.id}
              label={`${invoice.number}, ${invoice.dueOn === undefined ? 'sans échéance' : `échéance ${formatDay(invoice.dueOn)}`}, reste ${formatAmount(remainingCents)}`}
              data-autofocus={index === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </DialogForm>
  );
};

/** « Imputer »: sets waiting money or a credit note against an invoice of the same client. */
export const AllocateDialog = ({
  credit,
  opened,
  onClose,
}: {
  readonly credit: WaitingCredit | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={credit?.source.kind === 'credit-note' ? 'Imputer un avoir' : 'Affecter un règlement'}
    opened={opened && credit !== undefined}
    onClose={onClose}
  >
    {credit && <AllocateForm credit={credit} onClose={onClose} />}
  </Dialog>
);
