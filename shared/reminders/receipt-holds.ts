import { addDays, type Day } from '../dates/day.ts';
import type { BankLine } from '../ledger/bank.ts';
import { waitingLines } from '../ledger/bank-lines.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { matchingInputOf } from '../matching/ledger-matching.ts';
import type { MatchCandidate } from '../matching/match-contract.ts';
import { proposeMatches } from '../matching/propose-matches.ts';

/** Below this a candidate is a guess that would hold reminders back for nothing. 0 to 100. */
const leastScore = 60;
/** Money that nobody matched for so long belongs to no open question any more. */
const longestDays = 90;
/** A heap of unmatched movements is told of as such; looking at each would hold the window up. */
const mostLines = 200;

const isLikely = ({ target, score }: MatchCandidate): boolean =>
  target.kind === 'payment' && score >= leastScore;

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
    ledger.settings,
  ] as const;

let latest:
  | {
      readonly basis: readonly unknown[];
      readonly today: Day;
      readonly holds: ReadonlyMap<string, BankLine>;
    }
  | undefined;

const compute = (ledger: Ledger, today: Day): ReadonlyMap<string, BankLine> => {
  const since = addDays(today, -longestDays);
  const lines = waitingLines(ledger)
    .filter(({ line }) => line.bookedOn >= since)
    .slice(-mostLines)
    .map(({ line }) => line);
  const holds = new Map<string, BankLine>();
  if (lines.length === 0) return holds;
  for (const { movementId, best, alternatives } of proposeMatches(matchingInputOf(ledger, lines))) {
    const line = ledger.bankLines.get(movementId);
    if (!line) continue;
    for (const candidate of best ? [best, ...alternatives] : alternatives)
      if (candidate.target.kind === 'payment' && isLikely(candidate) && !holds.has(candidate.target.clientId))
        holds.set(candidate.target.clientId, line);
  }
  return holds;
};

/**
 * Clients of whom money has probably come that waits in « À affecter », with that movement: they are not
 * reminded before it is matched. Only the latest answer is kept; it holds while the tables behind it do.
 */
export const receiptHolds = (ledger: Ledger, today: Day): ReadonlyMap<string, BankLine> => {
  if (ledger.bankLines.size === 0) return new Map();
  const basis = basisOf(ledger);
  if (latest?.today === today && latest.basis.every((table, index) => table === basis[index]))
    return latest.holds;
  const holds = compute(ledger, today);
  latest = { basis, today, holds };
  return holds;
};
