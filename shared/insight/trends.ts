import { addMonths, type Day, monthOf, startOfMonth } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type PaidItem, paidItems } from '../ledger/paid-items.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { paymentDelay } from './payment-delay.ts';

export const trendMonths = 12;

/** One calendar month of payments, told by the day of receipt. */
export interface MonthlyTrend {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Everything received, allocated or not. */
  readonly receiptsCents: Cents;
  /** What of it paid invoices with a due date: the weight of the two figures below. */
  readonly paidCents: Cents;
  /** Signed delay in days weighted by amount, early payments negative; undefined in a month without payment. */
  readonly averageDelayDays?: number | undefined;
  /** The same with early payments counted as 0. */
  readonly flooredDelayDays?: number | undefined;
  /** Share by amount paid on or before the due date, 0 to 1. */
  readonly onTimeShare?: number | undefined;
}

interface MonthTally {
  receipts: number;
  readonly paid: PaidItem[];
}

const trendOf = (month: string, tally: MonthTally): MonthlyTrend => {
  const delay = paymentDelay(tally.paid);
  return {
    month,
    receiptsCents: cents(tally.receipts),
    paidCents: sumCents(tally.paid.map((item) => item.cents)),
    averageDelayDays: delay?.signedDays,
    flooredDelayDays: delay?.flooredDays,
    onTimeShare: delay?.onTimeShare,
  };
};

/**
 * The last 12 calendar months up to the one that holds `today`, oldest first: average delay, share paid on
 * time and receipts, weighted by amount (law-and-formats.md 7).
 * @param clientId one client only; all of them where undefined.
 */
export const monthlyTrends = (ledger: Ledger, today: Day, clientId?: string): readonly MonthlyTrend[] => {
  const months = new Map<string, MonthTally>();
  for (let back = trendMonths - 1; back >= 0; back -= 1)
    months.set(monthOf(addMonths(startOfMonth(today), -back)), { receipts: 0, paid: [] });
  for (const payment of ledger.payments.values()) {
    if (payment.reversedAt !== undefined || payment.receivedOn > today) continue;
    if (clientId !== undefined && payment.clientId !== clientId) continue;
    const tally = months.get(monthOf(payment.receivedOn));
    if (tally) tally.receipts += payment.cents;
  }
  for (const item of paidItems(ledger)) {
    if (item.paidOn > today || (clientId !== undefined && item.clientId !== clientId)) continue;
    months.get(monthOf(item.paidOn))?.paid.push(item);
  }
  return [...months].map(([month, tally]) => trendOf(month, tally));
};
