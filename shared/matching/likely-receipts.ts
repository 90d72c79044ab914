import { addDays, type Day } from '../dates/day.ts';
import type { BankLine } from '../ledger/bank.ts';
import { waitingLines } from '../ledger/bank-lines.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import { matchingInputOf } from './ledger-matching.ts';
import { proposeMatches } from './propose-matches.ts';

/** What the movements that wait in « À affecter » probably are. */
export interface LikelyReceipts {
  /** The movement that has probably come from a client, by client. */
  readonly byClient: ReadonlyMap<string, BankLine>;
  /** What the likeliest proposals would settle, concessions included, by invoice. */
  readonly centsByInvoice: ReadonlyMap<string, Cents>;
}

/** Below this a candidate is a guess on which nothing may rest. 0 to 100. */
const leastScore = 60;
/** Money that nobody matched for so long belongs to no open question any more. */
const longestDays = 90;
/** A heap of unmatched movements is told of as such; looking at each would hold the window up. */
const mostLines = 200;

const none: LikelyReceipts = { byClient: new Map(), centsByInvoice: new Map() };

/** The tables on which the answer depends. */
const basisOf = (ledger: Ledger) =>
  [
    ledger.bankLines,
    ledger.bankAccounts,
    ledger.payments,
    ledger.allocations,
    ledger.invoices,
    ledger.clients,
    ledger.payerNames,
    ledger.handovers,
    ledger.settings,
  ] as const;

const compute = (ledger: Ledger, today: Day): LikelyReceipts => {
  const since = addDays(today, -longestDays);
  const lines = waitingLines(ledger)
    .filter(({ line }) => line.bookedOn >= since)
    .slice(-mostLines)
    .map(({ line }) => line);
  if (lines.length === 0) return none;
  const byClient = new Map<string, BankLine>();
  const centsByInvoice = new Map<string, Cents>();
  for (const { movementId, best, alternatives } of proposeMatches(matchingInputOf(ledger, lines))) {
    const line = ledger.bankLines.get(movementId);
    if (!line) continue;
    for (const { target, score } of best ? [best, ...alternatives] : alternatives)
      if (target.kind === 'payment' && score >= leastScore && !byClient.has(target.clientId))
        byClient.set(target.clientId, line);
    if (best?.target.kind !== 'payment' || best.score < leastScore) continue;
    for (const { invoiceId, cents: share, concession } of best.target.shares)
      centsByInvoice.set(
        invoiceId,
        cents((centsByInvoice.get(invoiceId) ?? 0) + share + (concession?.cents ?? 0)),
      );
  }
  return { byClient, centsByInvoice };
};

let latest:
  | { readonly basis: readonly unknown[]; readonly today: Day; readonly found: LikelyReceipts }
  | undefined;

/**
 * What the movements that wait probably are, on `today`. Only the latest answer is kept; it holds while the
 * tables behind it do.
 */
export const likelyReceipts = (ledger: Ledger, today: Day): LikelyReceipts => {
  if (ledger.bankLines.size === 0) return none;
  const basis = basisOf(ledger);
  if (latest?.today === today && latest.basis.every((table, index) => table === basis[index]))
    return latest.found;
  const found = compute(ledger, today);
  latest = { basis, today, found };
  return found;
};
