import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageing, ageingBucket, ageingBuckets, daysLate } from '../../shared/ledger/ageing.ts';
import { sumCents } from '../../shared/money/cents.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';

const someDay = dayWithin('2020-01-01', '2030-12-31');
const items = fc.array(
  fc.record({ dueOn: someDay, cents: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }) }),
  { maxLength: 200 },
);

describe('ageing', () => {
  it('adds up to the open balance on any day', () => {
    fc.assert(
      fc.property(items, someDay, (open, asOf) => {
        const result = ageing(open, asOf);
        const sum = sumCents(ageingBuckets.map((bucket) => result.buckets[bucket]));
        expect(result.totalCents).toBe(sum);
        expect(result.overdueCents).toBe(sum - result.buckets.notDue);
        expect(result.netCents).toBe(sumCents(open.map(({ cents }) => cents)));
        expect(result.netCents).toBe(result.totalCents + result.creditsCents);
        expect(result.creditsCents).toBeLessThanOrEqual(0);
      }),
      seeded,
    );
  });

  it('puts each amount where its days late say', () => {
    fc.assert(
      fc.property(someDay, someDay, (dueOn, asOf) => {
        const days = daysLate(dueOn, asOf);
        const expected =
          days <= 0
            ? 'notDue'
            : days <= 30
              ? 'd1to30'
              : days <= 60
                ? 'd31to60'
                : days <= 90
                  ? 'd61to90'
                  : 'over90';
        expect(ageingBucket(dueOn, asOf)).toBe(expected);
        expect(ageing([{ dueOn, cents: 7 }], asOf).buckets[expected]).toBe(7);
      }),
      seeded,
    );
  });
});
