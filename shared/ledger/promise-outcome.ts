import type { Day } from '../dates/day.ts';
import { type Cents, zeroCents } from '../money/cents.ts';
import { promiseEndsOn } from '../reminders/promise.ts';
import type { PaymentPromise } from './agreement.ts';
import { settingsOf } from './default-settings.ts';
import type { Ledger } from './ledger.ts';
import { promiseSettlement } from './promise-settlement.ts';
import { settlementOf } from './settlement.ts';

/** What became of a promise; `on` is the day on which it was known. */
export type PromiseOutcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'kept'; readonly on: Day }
  /** `paidCents` of `owedCents` came in time: 0 where nothing did. */
  | { readonly kind: 'broken'; readonly on: Day; readonly paidCents: Cents; readonly owedCents: Cents }
  | { readonly kind: 'withdrawn' };

/**
 * Kept when all its invoices were settled by the promised day plus two working days; otherwise broken from
 * that day on, when reminders resume too (law-and-formats.md 7 and 8.1); pending until then.
 */
export const promiseOutcome = (ledger: Ledger, promise: PaymentPromise, today: Day): PromiseOutcome => {
  if (promise.withdrawnAt !== undefined) return { kind: 'withdrawn' };
  const { calendar } = settingsOf(ledger, 'reminders');
  const lastDay = promiseEndsOn(promise, calendar);
  const settledOn = promise.invoiceIds.map((invoiceId) => {
    const invoice = ledger.invoices.get(invoiceId);
    return invoice === undefined ? undefined : settlementOf(ledger, invoice);
  });
  let latest: Day | undefined;
  let allSettled = settledOn.length > 0;
  for (const on of settledOn) {
    if (on === undefined || on > lastDay) allSettled = false;
    else if (latest === undefined || on > latest) latest = on;
  }
  if (allSettled && latest !== undefined) return { kind: 'kept', on: latest };
  if (today < lastDay) return { kind: 'pending' };
  const { paidCents = zeroCents, owedCents = zeroCents } = promiseSettlement(ledger, promise, lastDay) ?? {};
  return { kind: 'broken', on: lastDay, paidCents, owedCents };
};
