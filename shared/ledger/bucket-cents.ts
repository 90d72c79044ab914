import { type Cents, cents, zeroCents } from '../money/cents.ts';
import type { AgeingBucket } from './ageing.ts';

/** What stands in each column of the aged balance. */
export type BucketCents = Readonly<Record<AgeingBucket, Cents>>;

/** An amount in its bucket. Written out: a hundred thousand copies with a computed key are slow. */
export const inBucket = (bucket: AgeingBucket, amount: Cents): BucketCents => ({
  notDue: bucket === 'notDue' ? amount : zeroCents,
  d1to30: bucket === 'd1to30' ? amount : zeroCents,
  d31to60: bucket === 'd31to60' ? amount : zeroCents,
  d61to90: bucket === 'd61to90' ? amount : zeroCents,
  over90: bucket === 'over90' ? amount : zeroCents,
});

/** The columns of all rows together; written out for the same reason. */
export const addBuckets = (rows: readonly { readonly buckets: BucketCents }[]): BucketCents => {
  let [notDue, d1to30, d31to60, d61to90, over90] = [0, 0, 0, 0, 0];
  for (const { buckets } of rows) {
    notDue += buckets.notDue;
    d1to30 += buckets.d1to30;
    d31to60 += buckets.d31to60;
    d61to90 += buckets.d61to90;
    over90 += buckets.over90;
  }
  return {
    notDue: cents(notDue),
    d1to30: cents(d1to30),
    d31to60: cents(d31to60),
    d61to90: cents(d61to90),
    over90: cents(over90),
  };
};

/** Sum of the columns. */
export const grossOf = ({ notDue, d1to30, d31to60, d61to90, over90 }: BucketCents): Cents =>
  cents(notDue + d1to30 + d31to60 + d61to90 + over90);
