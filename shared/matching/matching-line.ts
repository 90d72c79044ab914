import type { ClientEvidence } from './client-evidence.ts';
import type { MatchProposal, MoneyMovement } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MovementEvidence } from './movement-evidence.ts';

/** One movement while the batch is dealt with. */
export interface MatchingLine {
  readonly evidence: MovementEvidence;
  readonly clients: ReadonlyMap<string, ClientEvidence | undefined>;
  /** A guess is on a payment that stands in the ledger: another line may take it. */
  usesLinks: boolean;
  /** State of the accounts in view when it was last weighed: other accounts do not matter. */
  version: number;
  guesses: readonly MatchGuess[];
  proposal: MatchProposal | undefined;
}

/** True for money in and for money that the bank says comes back: all else is no payment. */
export const isLooked = ({ kind, amountCents }: MoneyMovement): boolean =>
  amountCents > 0 || kind === 'returned-debit' || kind === 'rejected-transfer';

/** The order in which movements are dealt with, whatever that of the input. */
export const inOrder = (a: MoneyMovement, b: MoneyMovement): number =>
  a.bookedOn !== b.bookedOn ? (a.bookedOn < b.bookedOn ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Clear ones go first, in the order of their days: of two payments of one invoice, the second is the one too much. */
const clearScore = 84;
const clarity = ({ guesses: [best] }: MatchingLine): number => {
  if (best === undefined || best.score < clearScore) return 0;
  return best.facts?.fit === 'exact' && best.facts.naming >= 3 ? 2 : 1;
};

/** The invoices that a line settles to the cent. */
const claimOf = ({ guesses: [best] }: MatchingLine): string | undefined =>
  best?.target.kind === 'payment' && best.facts?.fit === 'exact'
    ? best.target.shares.map(({ invoiceId }) => invoiceId).join(' ')
    : undefined;

/** Lines by clarity; those that claim the same invoices count as the clearest of them, so that the earlier is first. */
export const byClarity = (lines: readonly MatchingLine[]): readonly MatchingLine[] => {
  const claims = new Map<string, number>();
  for (const line of lines) {
    const claim = claimOf(line);
    if (claim !== undefined) claims.set(claim, Math.max(claims.get(claim) ?? 0, clarity(line)));
  }
  const rank = (line: MatchingLine): number => claims.get(claimOf(line) ?? '') ?? clarity(line);
  return lines.toSorted((a, b) => rank(b) - rank(a));
};
