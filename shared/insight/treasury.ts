import { addDays, type Day, daysBetween } from '../dates/day.ts';
import { type BankPosition, bankPosition } from '../ledger/bank-position.ts';
import { bankedCents } from '../ledger/banked-cents.ts';
import type { PlannedOutflow } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import { type ExpectedReceipt, expectedReceipts } from './expected-payment.ts';
import { outflowDays } from './outflow-occurrences.ts';

export const projectionWeeks = 13;

/** One planned payment on its day. */
export interface OutflowOccurrence {
  readonly outflow: PlannedOutflow;
  readonly on: Day;
}

/** End of one day of the projection. */
export interface TreasuryDay {
  readonly on: Day;
  readonly receiptsCents: Cents;
  readonly outflowsCents: Cents;
  /** Projected balance at the end of the day. */
  readonly balanceCents: Cents;
}

/** Seven days of the projection, the first beginning tomorrow. */
export interface TreasuryWeek {
  readonly from: Day;
  readonly to: Day;
  readonly receiptsCents: Cents;
  readonly outflowsCents: Cents;
  /** Balance at the end of the last day. */
  readonly balanceCents: Cents;
  /** Lowest end-of-day balance of the week. */
  readonly lowestCents: Cents;
}

export interface TreasuryProjection {
  /** What the projection starts from. */
  readonly opening: BankPosition;
  /** Today, then 91 days. Today holds the opening balance brought forward. */
  readonly days: readonly TreasuryDay[];
  readonly weeks: readonly TreasuryWeek[];
  /** What is expected within the horizon, earliest first. */
  readonly receipts: readonly ExpectedReceipt[];
  /** Every overdue amount that is expected at all, beyond the horizon too: what an alert can draw on. */
  readonly overdueReceipts: readonly ExpectedReceipt[];
  readonly outflows: readonly OutflowOccurrence[];
}

/** The first of the days with the lowest balance. */
export const lowestDay = ({ days }: Pick<TreasuryProjection, 'days'>): TreasuryDay => {
  const [first, ...later] = days;
  if (!first) throw new RangeError('a projection has at least today');
  return later.reduce((lowest, point) => (point.balanceCents < lowest.balanceCents ? point : lowest), first);
};

const add = (sums: Map<Day, number>, on: Day, amount: number): void => {
  sums.set(on, (sums.get(on) ?? 0) + amount);
};

/** Day up to which the balance already holds a payment: that of its account, else the newest of all. */
const heldUntil = (ledger: Ledger, opening: BankPosition, bankLineId: string | undefined): Day => {
  const accountId = ledger.bankLines.get(bankLineId ?? '')?.accountId;
  return opening.accounts.find((account) => account.accountId === accountId)?.on ?? opening.until;
};

/** Payments recorded and outflows planned since the balance was read, up to today. */
const broughtForward = (ledger: Ledger, opening: BankPosition, today: Day): number => {
  let change = 0;
  for (const payment of ledger.payments.values())
    if (
      payment.reversedAt === undefined &&
      payment.receivedOn <= today &&
      payment.receivedOn > heldUntil(ledger, opening, payment.bankLineId)
    )
      change += bankedCents(payment);
  for (const outflow of ledger.outflows.values())
    change -= outflow.cents * outflowDays(outflow, addDays(opening.until, 1), today).length;
  return change;
};

const weeksOf = (days: readonly TreasuryDay[]): readonly TreasuryWeek[] => {
  const weeks: TreasuryWeek[] = [];
  for (let start = 1; start < days.length; start += 7) {
    const week = days.slice(start, start + 7);
    const [first, last] = [week[0], week.at(-1)];
    if (!first || !last) break;
    weeks.push({
      from: first.on,
      to: last.on,
      receiptsCents: cents(week.reduce((sum, point) => sum + point.receiptsCents, 0)),
      outflowsCents: cents(week.reduce((sum, point) => sum + point.outflowsCents, 0)),
      balanceCents: last.balanceCents,
      lowestCents: cents(Math.min(...week.map((point) => point.balanceCents))),
    });
  }
  return weeks;
};

/**
 * The bank balance over the next 13 weeks: latest balance of the statements or typed (brought forward to today by the payments
 * recorded and the outflows planned since), plus the expected receipts, less the planned outflows. A sale
 * not yet invoiced is not in it. Undefined while no balance is known.
 */
export const projectTreasury = (ledger: Ledger, today: Day): TreasuryProjection | undefined => {
  const opening = bankPosition(ledger, today);
  if (!opening) return undefined;
  const tomorrow = addDays(today, 1);
  const end = addDays(today, projectionWeeks * 7);
  const expected = expectedReceipts(ledger, today);
  const overdueReceipts = expected.filter((receipt) => receipt.isOverdue);
  const receipts = expected.filter((receipt) => receipt.expectedOn <= end);
  const receiptSums = new Map<Day, number>();
  for (const receipt of receipts) add(receiptSums, receipt.expectedOn, receipt.cents);
  const outflows: OutflowOccurrence[] = [];
  const outflowSums = new Map<Day, number>();
  for (const outflow of ledger.outflows.values())
    for (const on of outflowDays(outflow, tomorrow, end)) {
      outflows.push({ outflow, on });
      add(outflowSums, on, outflow.cents);
    }
  outflows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let balance = opening.cents + broughtForward(ledger, opening, today);
  const days: TreasuryDay[] = [];
  for (let index = 0; index <= daysBetween(today, end); index += 1) {
    const on = addDays(today, index);
    const [received, spent] = [receiptSums.get(on) ?? 0, outflowSums.get(on) ?? 0];
    balance += received - spent;
    days.push({
      on,
      receiptsCents: cents(received),
      outflowsCents: cents(spent),
      balanceCents: cents(balance),
    });
  }
  return { opening, days, weeks: weeksOf(days), receipts, overdueReceipts, outflows };
};
