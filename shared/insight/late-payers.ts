import type { Day } from '../dates/day.ts';
import { clientAccounts } from '../ledger/client-account.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cents } from '../money/cents.ts';

/** A client that owes something overdue. */
export interface LatePayer {
  readonly clientId: string;
  readonly name: string;
  readonly overdueCents: Cents;
  readonly overdueCount: number;
  readonly oldestDueOn: Day | undefined;
  /** Usual lateness of what the client has paid, days; undefined where nothing was paid yet. */
  readonly averageDelayDays: number | undefined;
}

/** The clients that owe the most overdue, largest first, at most `count` of them. */
export const latePayers = (ledger: Ledger, today: Day, count: number): readonly LatePayer[] =>
  [...clientAccounts(ledger, today).byClient.values()]
    .filter(({ overdueCents }) => overdueCents > 0)
    .sort((a, b) => b.overdueCents - a.overdueCents || (a.clientId < b.clientId ? -1 : 1))
    .slice(0, count)
    .map(({ clientId, overdueCents, overdueCount, oldestDueOn, averageDelayDays }) => ({
      clientId,
      name: ledger.clients.get(clientId)?.name ?? 'Client inconnu',
      overdueCents,
      overdueCount,
      oldestDueOn,
      averageDelayDays,
    }));
