import { describe, expect, it } from 'vitest';
import { ageing, ageingBucket, daysLate } from '../../../../shared/ledger/ageing.ts';

const asOf = '2026-11-22';

/** Invoice, cents, due day, days late, bucket. */
const open = [
  ['A', 100_000, '2026-11-30', -8, 'notDue'],
  ['B', 50_000, '2026-11-22', 0, 'notDue'],
  ['C', 75_000, '2026-11-21', 1, 'd1to30'],
  ['D', 30_000, '2026-10-23', 30, 'd1to30'],
  ['E', 42_000, '2026-10-22', 31, 'd31to60'],
  ['F', 9050, '2026-09-23', 60, 'd31to60'],
  ['G', 6000, '2026-09-22', 61, 'd61to90'],
  ['H', 1000, '2026-08-24', 90, 'd61to90'],
  ['I', 200_000, '2026-08-23', 91, 'over90'],
] as const;

describe('ageing', () => {
  it.each(open)('%s (%d cents) due on %s is %d days late: %s', (_name, _cents, dueOn, days, bucket) => {
    expect(daysLate(dueOn, asOf)).toBe(days);
    expect(ageingBucket(dueOn, asOf)).toBe(bucket);
  });

  it('sums each column and keeps credits in their own', () => {
    const items = [
      ...open.map(([, cents, dueOn]) => ({ dueOn, cents })),
      { dueOn: '2026-01-01', cents: -12_000 },
    ];
    expect(ageing(items, asOf)).toEqual({
      buckets: { notDue: 150_000, d1to30: 105_000, d31to60: 51_050, d61to90: 7000, over90: 200_000 },
      totalCents: 513_050,
      overdueCents: 363_050,
      creditsCents: -12_000,
      netCents: 501_050,
    });
  });

  it('is all zero without open items', () => {
    expect(ageing([], asOf)).toMatchObject({ totalCents: 0, netCents: 0, creditsCents: 0 });
  });
});
