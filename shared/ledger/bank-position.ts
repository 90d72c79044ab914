import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { BankBalance } from './history.ts';
import type { Ledger } from './ledger.ts';

/** What the user's accounts hold together. */
export interface BankPosition {
  /** The oldest of the days behind it: what is known of all accounts. */
  readonly on: Day;
  /** The newest of them: money of a later day is certainly not in it. */
  readonly until: Day;
  /** Signed; euros. */
  readonly cents: Cents;
  /** `statements`: sum of the accounts; `typed`: entered by the user for all of them, later than any statement. */
  readonly source: 'statements' | 'typed';
  /** Latest balance of each account, where statements said it; empty for `typed`. */
  readonly accounts: readonly { readonly accountId: string; readonly on: Day; readonly cents: Cents }[];
}

const isLater = (a: BankBalance, b: BankBalance | undefined): boolean =>
  b === undefined || a.on > b.on || (a.on === b.on && a.recordedAt > b.recordedAt);

/**
 * Balance of the accounts in euros on `today`: the closing balances of the statements, unless the user typed
 * one for a later day, or later for the same day. Undefined while neither is known.
 */
export const bankPosition = (ledger: Ledger, today: Day): BankPosition | undefined => {
  let typed: BankBalance | undefined;
  const latest = new Map<string, BankBalance>();
  for (const balance of ledger.bankBalances.values()) {
    if (balance.on > today) continue;
    if (balance.accountId === undefined) {
      if (isLater(balance, typed)) typed = balance;
    } else if (
      ledger.bankAccounts.get(balance.accountId)?.currency === 'EUR' &&
      isLater(balance, latest.get(balance.accountId))
    )
      latest.set(balance.accountId, balance);
  }
  const stated = [...latest.values()];
  const newest = stated.reduce<BankBalance | undefined>(
    (found, balance) => (isLater(balance, found) ? balance : found),
    undefined,
  );
  if (typed && (newest === undefined || isLater(typed, newest)))
    return { on: typed.on, until: typed.on, cents: typed.cents, source: 'typed', accounts: [] };
  if (newest === undefined) return undefined;
  return {
    on: stated.reduce<Day>((oldest, balance) => (balance.on < oldest ? balance.on : oldest), newest.on),
    until: newest.on,
    cents: cents(stated.reduce((sum, balance) => sum + balance.cents, 0)),
    source: 'statements',
    accounts: [...latest].map(([accountId, { on, cents: amount }]) => ({ accountId, on, cents: amount })),
  };
};
