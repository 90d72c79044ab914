import { addDays, type Day, day, daysBetween } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';

/** Columns of the aged balance, from not yet due to the oldest. */
export const ageingBuckets = ['notDue', 'd1to30', 'd31to60', 'd61to90', 'over90'] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** French heads of the columns. */
export const ageingBucketNames: Readonly<Record<AgeingBucket, string>> = {
  notDue: 'À échoir',
  d1to30: '1\u00A0à\u00A030\u00A0jours',
  d31to60: '31\u00A0à\u00A060\u00A0jours',
  d61to90: '61\u00A0à\u00A090\u00A0jours',
  over90: 'Plus de 90\u00A0jours',
};

/** What is left of an invoice, or, negative, of a credit that is not set against one. */
export interface OpenItem {
  readonly dueOn: string;
  readonly cents: number;
}

export interface Ageing {
  readonly buckets: Readonly<Record<AgeingBucket, Cents>>;
  /** Sum of the buckets. */
  readonly totalCents: Cents;
  /** The same without `notDue`. */
  readonly overdueCents: Cents;
  /** Unallocated credits, 0 or less: in their own column, never netted into an old bucket. */
  readonly creditsCents: Cents;
  /** Total and credits. */
  readonly netCents: Cents;
}

/** Days since the due date: 0 on the day itself, negative before. */
export const daysLate = (dueOn: string, asOf: string): number => daysBetween(day(dueOn), day(asOf));

/** Oldest due day of each bucket but the last; days compare as text, which spares 100,000 date computations. */
interface Limits {
  readonly notDue: Day;
  readonly d1to30: Day;
  readonly d31to60: Day;
  readonly d61to90: Day;
}

const limitsOf = (asOf: Day): Limits => ({
  notDue: asOf,
  d1to30: addDays(asOf, -30),
  d31to60: addDays(asOf, -60),
  d61to90: addDays(asOf, -90),
});

/** Bucket of what is late by so many days; what falls due today, 0, is not late yet. */
export const bucketOfLateness = (days: number): AgeingBucket => {
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'd1to30';
  if (days <= 60) return 'd31to60';
  return days <= 90 ? 'd61to90' : 'over90';
};

/** Bucket of a due date on a day. */
export const ageingBucket = (dueOn: string, asOf: string): AgeingBucket =>
  bucketOfLateness(daysLate(dueOn, asOf));

/** Ages open amounts as of a day (`asOf`, and every `dueOn`, YYYY-MM-DD). Exact in cents. */
export const ageing = (openItems: Iterable<OpenItem>, asOf: string): Ageing => {
  const limits = limitsOf(day(asOf));
  let [notDue, d1to30, d31to60, d61to90, over90, credits] = [0, 0, 0, 0, 0, 0];
  for (const { dueOn, cents: amount } of openItems) {
    if (amount < 0) credits += amount;
    else if (dueOn >= limits.notDue) notDue += amount;
    else if (dueOn >= limits.d1to30) d1to30 += amount;
    else if (dueOn >= limits.d31to60) d31to60 += amount;
    else if (dueOn >= limits.d61to90) d61to90 += amount;
    else over90 += amount;
  }
  const overdue = d1to30 + d31to60 + d61to90 + over90;
  return {
    buckets: {
      notDue: cents(notDue),
      d1to30: cents(d1to30),
      d31to60: cents(d31to60),
      d61to90: cents(d61to90),
      over90: cents(over90),
    },
    totalCents: cents(notDue + overdue),
    overdueCents: cents(overdue),
    creditsCents: cents(credits),
    netCents: cents(notDue + overdue + credits),
  };
};
