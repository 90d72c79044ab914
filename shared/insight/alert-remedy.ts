import type { Day } from '../dates/day.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import type { ExpectedReceipt } from './expected-payment.ts';
import type { TreasuryDay } from './treasury.ts';

/** What collecting overdue invoices before a day would do about a projected shortage. */
export type AlertRemedy =
  /** The threshold would hold over the whole horizon. */
  | { readonly kind: 'prevents'; readonly receipts: readonly ExpectedReceipt[]; readonly cents: Cents }
  /** It would hold until `until`, when the balance falls below it all the same. */
  | {
      readonly kind: 'postpones';
      readonly receipts: readonly ExpectedReceipt[];
      readonly cents: Cents;
      readonly until: Day;
    }
  /** Everything overdue that is not already counted on before that day would not do. */
  | { readonly kind: 'insufficient'; readonly availableCents: Cents };

/** The largest of them are enough to name a few, and keep the search short in a ledger of thousands. */
const mostConsidered = 200;

interface Shortage {
  readonly on: Day;
  readonly cents: number;
}

/** First day below the threshold if `chosen` were paid at once instead of when they are expected. */
const firstShortage = (
  days: readonly TreasuryDay[],
  thresholdCents: number,
  chosen: readonly ExpectedReceipt[],
): Shortage | undefined => {
  for (const point of days) {
    let balance: number = point.balanceCents;
    for (const receipt of chosen) if (receipt.expectedOn > point.on) balance += receipt.cents;
    if (balance < thresholdCents) return { on: point.on, cents: thresholdCents - balance };
  }
  return undefined;
};

const largestFirst = (a: ExpectedReceipt, b: ExpectedReceipt): number =>
  b.cents - a.cents || (a.invoice.id < b.invoice.id ? -1 : 1);

/** The smallest single receipt that closes what is missing on the day, else the largest one. */
const bestNext = (
  sorted: readonly ExpectedReceipt[],
  shortage: Shortage,
  clears: (receipt: ExpectedReceipt) => boolean,
): ExpectedReceipt | undefined =>
  sorted.findLast((receipt) => receipt.cents >= shortage.cents && clears(receipt)) ??
  sorted.findLast((receipt) => receipt.cents >= shortage.cents) ??
  sorted[0];

/** Drops, smallest first, what the others make superfluous. */
const withoutSuperfluous = (
  chosen: readonly ExpectedReceipt[],
  holds: (receipts: readonly ExpectedReceipt[]) => boolean,
): readonly ExpectedReceipt[] => {
  let kept = [...chosen].sort(largestFirst);
  for (const receipt of [...kept].reverse()) {
    const others = kept.filter((other) => other !== receipt);
    if (holds(others)) kept = others;
  }
  return kept;
};

/**
 * The fewest overdue receipts that would keep the balance at or above the threshold, found greedily: as
 * long as a day is short, the smallest receipt that closes the gap, else the largest. Only money that the
 * projection expects later than the short day can help. Prefers to hold over the whole horizon and tells
 * the day where it cannot.
 */
export const alertRemedy = (
  days: readonly TreasuryDay[],
  thresholdCents: number,
  overdue: readonly ExpectedReceipt[],
): AlertRemedy => {
  const first = firstShortage(days, thresholdCents, []);
  if (!first) return { kind: 'prevents', receipts: [], cents: sumCents([]) };
  const helpful = overdue
    .filter((receipt) => receipt.expectedOn > first.on)
    .sort(largestFirst)
    .slice(0, mostConsidered);
  let chosen: readonly ExpectedReceipt[] = [];
  let shortage: Shortage | undefined = first;
  while (shortage) {
    const { on } = shortage;
    const tried = chosen;
    const left = helpful.filter((receipt) => receipt.expectedOn > on && !tried.includes(receipt));
    const next = bestNext(
      left,
      shortage,
      (receipt) => firstShortage(days, thresholdCents, [...tried, receipt]) === undefined,
    );
    if (!next) break;
    chosen = [...chosen, next];
    shortage = firstShortage(days, thresholdCents, chosen);
  }
  if (!shortage) {
    const kept = withoutSuperfluous(chosen, (receipts) => !firstShortage(days, thresholdCents, receipts));
    return { kind: 'prevents', receipts: kept, cents: sumCents(kept.map((receipt) => receipt.cents)) };
  }
  const { on: until } = shortage;
  if (until <= first.on)
    return { kind: 'insufficient', availableCents: sumCents(helpful.map((receipt) => receipt.cents)) };
  const kept = withoutSuperfluous(chosen, (receipts) => {
    const next = firstShortage(days, thresholdCents, receipts);
    return next === undefined || next.on >= until;
  });
  return { kind: 'postpones', receipts: kept, cents: sumCents(kept.map((receipt) => receipt.cents)), until };
};
