import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { PaymentMethod } from '../../../shared/ledger/payment.ts';
import { type Cents, cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPayment } from '../../db/commands/payments.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { PaymentMethodSelect } from './payment-method-select.tsx';

const MarkPaidForm = ({
  invoiceIds,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const owedCents = sumCents(invoiceIds.map((id) => remainingCents(ledger, id)));
  const [received, setReceived] = useState<Cents | undefined>(owedCents);
  const [receivedOn, setReceivedOn] = useState<Day | undefined>(today);
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const client = ledger.clients.get(ledger.invoices.get(invoiceIds[0] ?? '')?.clientId ?? '');
  const left = received === undefined ? 0 : owedCents - received;
  const hint =
    left > 0
      ? `Règlement partiel : il restera ${formatAmount(cents(left))}.`
      : left < 0
        ? `${formatAmount(cents(-left))} de trop resteront à affecter sur le compte du client.`
        : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (received === undefined || receivedOn === undefined) return;
    const done = await run(recordPayment, {
      invoiceIds,
      receivedCents: received,
      receivedOn,
      method,
      reference: reference.trim(),
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel={left > 0 ? 'Enregistrer le règlement' : 'Marquer payée'}
      onSubmit={submit}
      onCancel={onClose}
      hint={hint}
    >
      <Text truncate title={client?.name}>
        {client?.name}
        {' · '}
        {invoiceIds.length === 1
          ? `facture ${ledger.invoices.get(invoiceIds[0] ?? '')?.number ?? ''}, ${formatAmount(owedCents)} à payer`
          : `${invoiceIds.length} factures, ${formatAmount(owedCents)} à payer`}
      </Text>
      <Group grow align="flex-start" gap="md">
        <AmountInput
          label="Montant reçu"
          value={received}
          onChange={setReceived}
          error={tried && received === undefined ? 'Indiquez le montant reçu.' : undefined}
          data-autofocus
        />
        <DayInput
          label="Reçu le"
          value={receivedOn}
          onChange={setReceivedOn}
          maxDay={today}
          error={tried && receivedOn === undefined ? 'Indiquez la date de réception.' : undefined}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <PaymentMethodSelect value={method} onChange={setMethod} />
        <TextInput
          label="Référence (facultatif)"
          value={reference}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </Group>
    </DialogForm>
  );
};

/**
 * « Marquer payée » (P): what is left is prefilled, less is a partial payment, more stays on the account.
 * Invoices of one client, settled in the order given.
 */
export const MarkPaidDialog = ({
  invoiceIds,
  opened,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={invoiceIds.length > 1 ? 'Marquer les factures payées' : 'Marquer la facture payée'}
    opened={opened && invoiceIds.length > 0}
    onClose={onClose}
  >
    <MarkPaidForm invoiceIds={invoiceIds} onClose={onClose} />
  </Dialog>
);
