import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import {
  isLifeCycleCode,
  type LifeCycleCode,
  lifeCycleCodes,
  lifeCycleEffect,
  lifeCycleLabel,
} from '../../../shared/importing/life-cycle.ts';
import {
  hasLifeCycleReason,
  lifeCycleAmountName,
  lifeCycleConsequence,
} from '../../../shared/importing/life-cycle-text.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { applyLifeCycle } from '../../db/commands/life-cycle.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const choices = lifeCycleCodes.map((code) => ({ value: code, label: `${code} – ${lifeCycleLabel(code)}` }));

const amountFacts = (code: LifeCycleCode, amount: Cents | undefined) => {
  if (amount === undefined) return {};
  switch (lifeCycleEffect(code)) {
    case 'disputed':
      return { contestedCents: amount };
    case 'partly-approved':
      return { approvedCents: amount };
    case 'paid':
      return { receivedCents: amount };
    default:
      return {};
  }
};

const LifeCycleForm = ({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [code, setCode] = useState<LifeCycleCode>();
  const [on, setOn] = useState<Day | undefined>(today);
  const [amount, setAmount] = useState<Cents>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const effect = code === undefined ? undefined : lifeCycleEffect(code);
  const amountName = effect === undefined ? undefined : lifeCycleAmountName(effect);
  const asksReason = effect !== undefined && hasLifeCycleReason(effect);
  const noted = invoice.lifeCycle;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (code === undefined || on === undefined) return;
    const done = await run(applyLifeCycle, {
      invoiceId: invoice.id,
      event: {
        code,
        on,
        ...amountFacts(code, amount),
        ...(asksReason && reason.trim() !== '' && { reason: reason.trim() }),
      },
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Noter le statut" onSubmit={submit} onCancel={onClose}>
      {noted !== undefined && (
        <Text size="sm">
          Dernier statut noté : {isLifeCycleCode(noted.code) ? lifeCycleLabel(noted.code) : noted.code}, le{' '}
          {formatDay(noted.on)}
          {noted.reason ? ` (${noted.reason})` : ''}.
        </Text>
      )}
      <Select
        label="Statut"
        placeholder="Code ou nom du statut"
        data={choices}
        value={code ?? null}
        searchable
        nothingFoundMessage="Aucun statut de ce nom."
        maxDropdownHeight={260}
        onChange={(picked) => setCode(picked !== null && isLifeCycleCode(picked) ? picked : undefined)}
        error={tried && code === undefined ? 'Choisissez le statut.' : undefined}
        data-autofocus
      />
      <DayInput
        label="Date du statut"
        value={on}
        onChange={setOn}
        error={tried && on === undefined ? 'Indiquez la date du statut.' : undefined}
      />
      {amountName !== undefined && (
        <AmountInput
          label={amountName}
          description={`Reste à payer : ${formatAmount(remainingCents(ledger, invoice.id))}`}
          value={amount}
          onChange={setAmount}
        />
      )}
      {asksReason && (
        <TextInput
          label="Motif (facultatif)"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {effect !== undefined && <Text size="sm">{lifeCycleConsequence(effect)}</Text>}
    </DialogForm>
  );
};

/** « Statut de la plateforme… »: what the e-invoicing platform says about an invoice. */
export const LifeCycleDialog = ({
  invoiceId,
  opened,
  onClose,
}: {
  readonly invoiceId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const invoice = useLedger().invoices.get(invoiceId);
  return (
    <Dialog
      title={`Statut de la plateforme – facture ${invoice?.number ?? ''}`}
      opened={opened && invoice !== undefined}
      onClose={onClose}
    >
      {invoice && <LifeCycleForm invoice={invoice} onClose={onClose} />}
    </Dialog>
  );
};
