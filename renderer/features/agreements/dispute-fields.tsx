import { SegmentedControl, Select, Textarea } from '@mantine/core';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import type { DisputeDraft } from './dispute-draft.ts';

const reasons = Object.keys(disputeReasonNames) as readonly DisputeReason[];

const scopes = [
  { value: 'whole', label: 'Toute la facture' },
  { value: 'part', label: 'Une partie' },
] as const;

/** How much is contested, why, what the client says, what colleagues must know. */
export const DisputeFields = ({
  draft,
  change,
  owedCents,
  tried,
}: {
  readonly draft: DisputeDraft;
  readonly change: (part: Partial<DisputeDraft>) => void;
  /** Still owed on the invoice. */
  readonly owedCents: Cents;
  /** The user has tried to save: what is missing is told. */
  readonly tried: boolean;
}) => (
  <>
    <SegmentedControl
      aria-label="Étendue de la contestation"
      data={[...scopes]}
      value={draft.scope}
      onChange={(scope) => change({ scope })}
    />
    {draft.scope === 'part' && (
      <AmountInput
        label="Montant contesté TTC"
        description={`Reste à payer\u00A0: ${formatAmount(owedCents)}`}
        value={draft.disputedCents}
        onChange={(disputedCents) => change({ disputedCents })}
        error={tried && draft.disputedCents === undefined ? 'Indiquez le montant contesté.' : undefined}
      />
    )}
    <Select
      label="Motif"
      data={reasons.map((value) => ({ value, label: capitalised(disputeReasonNames[value]) }))}
      value={draft.reason}
      allowDeselect={false}
      onChange={(picked) => change({ reason: reasons.find((value) => value === picked) ?? draft.reason })}
      data-autofocus
    />
    <Textarea
      label="Ce que dit le client (facultatif)"
      autosize
      minRows={2}
      maxRows={6}
      maxLength={4000}
      value={draft.note}
      onChange={(event) => change({ note: event.currentTarget.value })}
    />
    <Textarea
      label="Mémo pour les collègues (facultatif)"
      description="Qui fait quoi, jusqu’à quand. Il reste dans l’entreprise."
      autosize
      minRows={1}
      maxRows={6}
      maxLength={4000}
      value={draft.memo}
      onChange={(event) => change({ memo: event.currentTarget.value })}
    />
  </>
);
