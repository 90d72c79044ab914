import type { BankLineKind } from '../../../shared/importing/bank-line-kind.ts';
import type { BankLine } from '../../../shared/ledger/bank.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { MatchingInput, MatchProposal, MatchReason } from '../../../shared/matching/match-contract.ts';
import type { MovementDecision } from '../../../shared/matching/matching-decisions.ts';
import type { Cents } from '../../../shared/money/cents.ts';

/** A movement on the screen of matching. */
export interface MatchRow {
  readonly id: string;
  readonly line: BankLine;
  readonly accountName: string;
  /** What of it waits, signed. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly kind: BankLineKind;
  /** Payer as the bank names him, else the first line of the label. */
  readonly title: string;
  /** Undefined until the worker has answered. */
  readonly proposal?: MatchProposal | undefined;
  readonly decision: MovementDecision;
}

/** What a row asks of the user. */
export type RowStanding = 'certain' | 'doubtful' | 'unknown';

export const standingOfRow = ({ proposal, decision }: MatchRow): RowStanding => {
  if (decision.isOwn) return 'certain';
  if (decision.targets.length === 0) return 'unknown';
  return proposal?.isCertain && decision.takenInvoiceId === undefined ? 'certain' : 'doubtful';
};

/** Reasons that leave something open, where nothing speaks against the proposal itself. */
const openKinds: ReadonlySet<MatchReason['kind']> = new Set([
  'near-number',
  'amount-differs',
  'legal-order',
  'part-payment',
  'fee-differs',
  'fee-apart',
]);

/** True for a reason for which a proposal may wait for the user although nothing speaks against it. */
export const isOpenReason = ({ kind }: MatchReason): boolean => openKinds.has(kind);

export const titleOf = ({ counterparty, label }: Pick<BankLine, 'counterparty' | 'label'>): string =>
  counterparty?.trim() || label.split('\n', 1)[0]?.trim() || 'Sans libellé';

/** The rows in the order of the movements: newest first. */
export const matchRows = (
  ledger: Pick<Ledger, 'bankLines' | 'bankAccounts'>,
  input: MatchingInput,
  proposals: ReadonlyMap<string, MatchProposal>,
  decisions: ReadonlyMap<string, MovementDecision>,
): readonly MatchRow[] =>
  input.movements
    .flatMap((movement): MatchRow[] => {
      const line = ledger.bankLines.get(movement.id);
      if (!line) return [];
      return [
        {
          id: movement.id,
          line,
          accountName: ledger.bankAccounts.get(line.accountId)?.name ?? '',
          amountCents: movement.amountCents,
          currency: movement.currency,
          kind: movement.kind,
          title: titleOf(line),
          proposal: proposals.get(movement.id),
          decision: decisions.get(movement.id) ?? { targets: [], isTicked: false, isOwn: false },
        },
      ];
    })
    .sort((a, b) =>
      a.line.bookedOn === b.line.bookedOn
        ? a.id < b.id
          ? -1
          : 1
        : a.line.bookedOn < b.line.bookedOn
          ? 1
          : -1,
    );
