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

const bucketWithin = (dueOn: string, limits: Limits): AgeingBucket => {
  if (dueOn >= limits.notDue) return 'notDue';
  if (dueOn >= limits.d1to30) return 'd1to30';
  if (dueOn >= limits.d31to60) return 'd31to60';
  return dueOn >= limits.d61to90 ? 'd61to90' : 'over90';
};

/** Bucket of a due date; what falls due today is not late yet. */
export const ageingBucket = (dueOn: string, asOf: string): AgeingBucket =>
  bucketWithin(day(dueOn), limitsOf(day(asOf)));

/** Ages open amounts as of a day (`asOf`, and every `dueOn`, YYYY-MM-DD). Exact in cents. */
export const ageing = (openItems: Iterable<OpenItem>, asOf: string): Ageing => {
  const limits = limitsOf(day(asOf));
  const sums = { notDue: 0, d1to30: 0, d31to60: 0, d61to90: 0, over90: 0 };
  let credits = 0;
  for (const item of openItems) {
    if (item.cents < 0) credits += item.cents;
    else sums[bucketWithin(item.dueOn, limits)] += item.cents;
  }
  const overdue = sums.d1to30 + sums.d31to60 + sums.d61to90 + sums.over90;
  return {
    buckets: {
      notDue: cents(sums.notDue),
      d1to30: cents(sums.d1to30),
      d31to60: cents(sums.d31to60),
      d61to90: cents(sums.d61to90),
      over90: cents(sums.over90),
    },
    totalCents: cents(sums.notDue + overdue),
    overdueCents: cents(overdue),
    creditsCents: cents(credits),
    netCents: cents(sums.notDue + overdue + credits),
  };
};
