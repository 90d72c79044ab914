import type { Dispute, DisputeReason } from '../../../shared/ledger/agreement.ts';
import type { Cents } from '../../../shared/money/cents.ts';

/** What is typed about a dispute, before or while it is open. */
export interface DisputeDraft {
  readonly scope: 'whole' | 'part';
  /** Asked for where a part is contested. */
  readonly disputedCents: Cents | undefined;
  readonly reason: DisputeReason;
  readonly note: string;
  readonly memo: string;
}

/** An empty draft with what is known already. */
export const newDispute = (reason: DisputeReason = 'not-compliant', note = ''): DisputeDraft => ({
  scope: 'whole',
  disputedCents: undefined,
  reason,
  note,
  memo: '',
});

/** A dispute as it stands, to be corrected. */
export const draftOfDispute = ({ disputedCents, reason, note, memo }: Dispute): DisputeDraft => ({
  scope: disputedCents === undefined ? 'whole' : 'part',
  disputedCents,
  reason,
  note,
  memo: memo ?? '',
});

/** What a command takes of the draft; undefined where the contested amount is missing. */
export const disputeOfDraft = (
  draft: DisputeDraft,
):
  | {
      readonly disputedCents: Cents | undefined;
      readonly reason: DisputeReason;
      readonly note: string;
      readonly memo: string;
    }
  | undefined => {
  const { scope, disputedCents, reason } = draft;
  if (scope === 'part' && disputedCents === undefined) return undefined;
  return {
    disputedCents: scope === 'part' ? disputedCents : undefined,
    reason,
    note: draft.note.trim(),
    memo: draft.memo.trim(),
  };
};
