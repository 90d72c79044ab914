import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { InstalmentShare } from './instalment-shares.ts';
import type { Invoice } from './invoice.ts';

/** Figures of one client, or of the whole portfolio, on a day. Amounts in euro cents. */
export interface AccountFigures {
  /** « Encours »: what is still owed on invoices, credits not deducted. */
  readonly outstandingCents: Cents;
  /** The part whose due date is past; due today is not overdue. */
  readonly overdueCents: Cents;
  /** Payments and credit notes not yet set against an invoice. */
  readonly creditsCents: Cents;
  /** Outstanding less credits; negative when the client is ahead. */
  readonly netCents: Cents;
  readonly openCount: number;
  readonly overdueCount: number;
  /** Earliest due date among open invoices. */
  readonly oldestDueOn?: Day | undefined;
  /**
   * Days from due date to payment over settled invoices, weighted by what was paid, an early payment
   * counted as 0 (law-and-formats.md 7); undefined when nothing was settled yet.
   */
  readonly averageDelayDays?: number | undefined;
  readonly settledCount: number;
}

/** Running figures; the only mutable thing here, handed out only as figures. */
export interface Tally {
  outstanding: number;
  overdue: number;
  credits: number;
  openCount: number;
  overdueCount: number;
  oldestDueOn: Day | undefined;
  delayWeight: number;
  delaySum: number;
  settledCount: number;
}

/** Nothing counted yet. */
export const emptyTally = (): Tally => ({
  outstanding: 0,
  overdue: 0,
  credits: 0,
  openCount: 0,
  overdueCount: 0,
  oldestDueOn: undefined,
  delayWeight: 0,
  delaySum: 0,
  settledCount: 0,
});

/** The instalments of an invoice in a payment plan: only those of past days are overdue. */
const addInstalments = (tally: Tally, shares: readonly InstalmentShare[], today: Day): void => {
  let isOverdue = false;
  for (const { dueOn, cents: part } of shares) {
    if (tally.oldestDueOn === undefined || dueOn < tally.oldestDueOn) tally.oldestDueOn = dueOn;
    if (dueOn >= today) continue;
    tally.overdue += part;
    isOverdue = true;
  }
  if (isOverdue) tally.overdueCount += 1;
};

/**
 * Counts an invoice on which `left` cents are still owed.
 * @param shares what of it a running payment plan makes due on which day.
 */
export const addOpen = (
  tally: Tally,
  invoice: Invoice,
  left: number,
  today: Day,
  shares?: readonly InstalmentShare[],
): void => {
  tally.outstanding += left;
  tally.openCount += 1;
  if (shares !== undefined) {
    addInstalments(tally, shares, today);
    return;
  }
  if (invoice.dueOn === undefined) return;
  if (tally.oldestDueOn === undefined || invoice.dueOn < tally.oldestDueOn) tally.oldestDueOn = invoice.dueOn;
  if (invoice.dueOn >= today) return;
  tally.overdue += left;
  tally.overdueCount += 1;
};

/** The figures that a tally amounts to. */
export const figuresOf = (tally: Tally): AccountFigures => ({
  outstandingCents: cents(tally.outstanding),
  overdueCents: cents(tally.overdue),
  creditsCents: cents(tally.credits),
  netCents: cents(tally.outstanding - tally.credits),
  openCount: tally.openCount,
  overdueCount: tally.overdueCount,
  oldestDueOn: tally.oldestDueOn,
  averageDelayDays: tally.delayWeight > 0 ? tally.delaySum / tally.delayWeight : undefined,
  settledCount: tally.settledCount,
});
