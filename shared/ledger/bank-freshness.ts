import { businessDay } from '../dates/clock.ts';
import { addDays, type Day, daysBetween } from '../dates/day.ts';
import { previousWorkingDay } from '../dates/working-days.ts';
import { settingsOf, storedSettings } from './default-settings.ts';
import type { Ledger } from './ledger.ts';

/** When the user last compared the ledger with the bank. */
export interface BankFreshness {
  /** Day of the latest payment or balance entered, « rien de nouveau » or statement; undefined = never. */
  readonly checkedOn?: Day | undefined;
  /** Whole days since then, 0 or more. */
  readonly days?: number | undefined;
  /** Looked at today, or up to the last working day by a statement imported today. */
  readonly isCheckedToday: boolean;
  /** Last day that the imported statements tell of, on the account that lags behind most. */
  readonly dataUntil?: Day | undefined;
}

interface StatementData {
  /** Last day told of by the account that lags behind most. */
  readonly until: Day;
  /** Imported today, and no working day lies between its last day and today: a bank's file ends the day before. */
  readonly isCurrent: boolean;
}

const statementData = (ledger: Ledger, today: Day): StatementData | undefined => {
  const untilByAccount = new Map<string, { readonly until: Day; readonly recordedOn: Day }>();
  for (const { accountId, coversUntil, recordedAt } of ledger.bankStatements.values()) {
    if (coversUntil === undefined || ledger.bankAccounts.get(accountId)?.receivesPayments === false) continue;
    // A file that speaks of the future (value dates, a wrong clock) tells nothing about tomorrow.
    const until = coversUntil < today ? coversUntil : today;
    const known = untilByAccount.get(accountId);
    if (known === undefined || until >= known.until)
      untilByAccount.set(accountId, { until, recordedOn: businessDay(Date.parse(recordedAt)) });
  }
  const accounts = [...untilByAccount.values()];
  const [first, ...others] = accounts;
  if (first === undefined) return undefined;
  const { calendar } = settingsOf(ledger, 'reminders');
  const until = others.reduce<Day>(
    (oldest, account) => (account.until < oldest ? account.until : oldest),
    first.until,
  );
  return {
    until,
    isCurrent:
      until >= previousWorkingDay(addDays(today, -1), calendar) &&
      accounts.some(({ recordedOn }) => recordedOn === today),
  };
};

/**
 * How fresh the payments are: whoever enters one, types the balance of the account, or says that nothing is
 * new, has looked at the bank on that day; a statement tells of the days up to its last, on the account that
 * lags behind most. Old money is what makes a reminder reach someone who paid yesterday.
 */
export const bankFreshness = (ledger: Ledger, today: Day): BankFreshness => {
  let latest: string | undefined = storedSettings(ledger, 'bank-check')?.checkedAt;
  const look = (recordedAt: string): void => {
    if (latest === undefined || recordedAt > latest) latest = recordedAt;
  };
  // What an invoice file says was paid is the billing tool's word, not a look at the account. What comes of a
  // statement is as fresh as the statement, whenever it was confirmed.
  for (const { method, bankLineId, recordedAt } of ledger.payments.values())
    if (method !== 'as-imported' && bankLineId === undefined) look(recordedAt);
  for (const { accountId, recordedAt } of ledger.bankBalances.values())
    if (accountId === undefined) look(recordedAt);
  const byHandOn = latest === undefined ? undefined : businessDay(Date.parse(latest));
  const statements = statementData(ledger, today);
  const checkedOn =
    byHandOn !== undefined && (statements === undefined || byHandOn > statements.until)
      ? byHandOn
      : statements?.until;
  if (checkedOn === undefined) return { isCheckedToday: false };
  const days = Math.max(0, daysBetween(checkedOn, today));
  return {
    checkedOn,
    days,
    isCheckedToday: days === 0 || statements?.isCurrent === true,
    ...(statements && { dataUntil: statements.until }),
  };
};
