import { businessDay } from '../dates/clock.ts';
import { type Day, daysBetween } from '../dates/day.ts';
import { storedSettings } from './default-settings.ts';
import type { Ledger } from './ledger.ts';

/** When the user last compared the ledger with the bank. */
export interface BankFreshness {
  /** Day on which a payment or a balance was entered, or « rien de nouveau » said; undefined = never. */
  readonly checkedOn?: Day | undefined;
  /** Whole days since then, 0 or more. */
  readonly days?: number | undefined;
  readonly isCheckedToday: boolean;
}

/**
 * How fresh the payments are: whoever enters one, types the balance of the account, or says that nothing is
 * new, has looked at the bank. Old money is what makes a reminder reach someone who paid yesterday.
 */
export const bankFreshness = (ledger: Ledger, today: Day): BankFreshness => {
  let latest: string | undefined = storedSettings(ledger, 'bank-check')?.checkedAt;
  const look = (recordedAt: string): void => {
    if (latest === undefined || recordedAt > latest) latest = recordedAt;
  };
  // What an invoice file says was paid is the billing tool's word, not a look at the account.
  for (const { method, recordedAt } of ledger.payments.values())
    if (method !== 'as-imported') look(recordedAt);
  for (const { recordedAt } of ledger.bankBalances.values()) look(recordedAt);
  if (latest === undefined) return { isCheckedToday: false };
  const checkedOn = businessDay(Date.parse(latest));
  const days = Math.max(0, daysBetween(checkedOn, today));
  return { checkedOn, days, isCheckedToday: days === 0 };
};
