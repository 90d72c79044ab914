import { businessDay } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { PaymentPromise } from './agreement.ts';
import { allocationsOf } from './balance.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';

/** What was owed on the invoices of a promise when it was made, and what of it came in time. */
export interface PromiseSettlement {
  readonly owedCents: Cents;
  /** Between 0 and `owedCents`. */
  readonly paidCents: Cents;
}

/**
 * What came of a promise from the day after it was made until `lastDay`, included. Undefined when none of its
 * invoices is left to look at (cancelled, removed, in another currency).
 */
export const promiseSettlement = (
  ledger: Ledger,
  promise: PaymentPromise,
  lastDay: Day,
): PromiseSettlement | undefined => {
  const madeOn = businessDay(Date.parse(promise.recordedAt));
  let [owed, paid, known] = [0, 0, false];
  for (const invoiceId of promise.invoiceIds) {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || invoice.cancelledAt !== undefined || !isInLedgerCurrency(invoice)) continue;
    known = true;
    let left: number = invoice.totalCents;
    let came = 0;
    for (const { effectiveOn, cents: amount } of allocationsOf(ledger, invoiceId)) {
      if (effectiveOn <= madeOn) left -= amount;
      else if (effectiveOn <= lastDay) came += amount;
    }
    if (left <= 0) continue;
    owed += left;
    paid += Math.min(left, came);
  }
  return known ? { owedCents: cents(owed), paidCents: cents(paid) } : undefined;
};
