import { SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { openDispute } from '../../db/commands/agreements.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const reasons: readonly DisputeReason[] = [
  'not-received',
  'not-compliant',
  'quality',
  'price',
  'administrative',
  'other',
];

const scopes = [
  { value: 'whole', label: 'Toute la facture' },
  { value: 'part', label: 'Une partie' },
] as const;

/** What the user decides in the dialog. */
export interface DisputeWish {
  readonly invoiceId: string;
  readonly disputedCents: Cents | undefined;
  readonly reason: DisputeReason;
  readonly note: string;
  readonly memo: string;
}

interface Prefilled {
  readonly reason?: DisputeReason | undefined;
  readonly note?: string | undefined;
  /** Does more than open the dispute; resolves to true when it is done. */
  readonly decide?: ((wish: DisputeWish) => Promise<boolean>) | undefined;
}

const DisputeForm = ({
  invoice,
  onClose,
  reason: firstReason = 'not-compliant',
  note: firstNote = '',
  decide,
}: Prefilled & { readonly invoice: Invoice; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const [scope, setScope] = useState<'whole' | 'part'>('whole');
  const [disputed, setDisputed] = useState<Cents>();
  const [reason, setReason] = useState<DisputeReason>(firstReason);
  const [note, setNote] = useState(firstNote);
  const [memo, setMemo] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (scope === 'part' && disputed === undefined) return;
    const wish: DisputeWish = {
      invoiceId: invoice.id,
      disputedCents: scope === 'part' ? disputed : undefined,
      reason,
      note: note.trim(),
      memo: memo.trim(),
    };
    const done = decide ? await decide(wish) : (await run(openDispute, wish)) !== undefined;
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Ouvrir le litige"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        scope === 'whole'
          ? 'La facture ne sera plus relancée jusqu’à la résolution.'
          : 'Seule la part non contestée restera relancée.'
      }
    >
      <SegmentedControl
        aria-label="Étendue de la contestation"
        data={[...scopes]}
        value={scope}
        onChange={setScope}
      />
      {scope === 'part' && (
        <AmountInput
          label="Montant contesté TTC"
          description={`Reste à payer : ${formatAmount(remainingCents(ledger, invoice.id))}`}
          value={disputed}
          onChange={setDisputed}
          error={tried && disputed === undefined ? 'Indiquez le montant contesté.' : undefined}
          data-autofocus
        />
      )}
      <Select
        label="Motif"
        data={reasons.map((value) => ({ value, label: capitalised(disputeReasonNames[value]) }))}
        value={reason}
        allowDeselect={false}
        onChange={(picked) => setReason(reasons.find((value) => value === picked) ?? reason)}
        data-autofocus={scope === 'whole' ? true : undefined}
      />
      <Textarea
        label="Ce que dit le client (facultatif)"
        autosize
        minRows={3}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Textarea
        label="Mémo pour les collègues (facultatif)"
        description="Qui fait quoi, jusqu’à quand. Il reste dans l’entreprise."
        autosize
        minRows={1}
        maxLength={4000}
        value={memo}
        onChange={(event) => setMemo(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** « Litige » (L): the whole invoice or a part of it, with the reason. */
export const DisputeDialog = ({
  invoiceId,
  opened,
  onClose,
  ...prefilled
}: Prefilled & {
  readonly invoiceId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const invoice = useLedger().invoices.get(invoiceId);
  return (
    <Dialog
      title={`Facture ${invoice?.number ?? ''} contestée`}
      opened={opened && invoice !== undefined}
      onClose={onClose}
    >
      {invoice && <DisputeForm invoice={invoice} onClose={onClose} {...prefilled} />}
    </Dialog>
  );
};
