import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { monthlyTrends } from '../../../../shared/insight/trends.ts';
import { at, invoice, paid } from './few-rows.ts';

const today = day('2026-11-20');

/** The payments of law-and-formats.md 9.7, all in October 2026: 0, +12, +45 and −3 days. */
const rows = () => {
  const items = [
    paid(invoice('F-1', 'a', '2026-10-05', 100_000), '2026-10-05'),
    paid(invoice('F-2', 'a', '2026-10-08', 250_000), '2026-10-20'),
    paid(invoice('F-3', 'b', '2026-09-01', 80_000), '2026-10-16'),
    paid(invoice('F-4', 'b', '2026-10-30', 40_000), '2026-10-27'),
  ];
  const unallocated = { ...paid(invoice('F-5', 'b', '2026-10-30', 500), '2026-11-02').payment };
  const reversed = {
    ...paid(invoice('F-6', 'b', '2026-10-30', 900), '2026-11-03').payment,
    reversedAt: at('2026-11-09'),
  };
  return {
    invoices: [
      invoice('F-1', 'a', '2026-10-05', 100_000),
      invoice('F-2', 'a', '2026-10-08', 250_000),
      invoice('F-3', 'b', '2026-09-01', 80_000),
      invoice('F-4', 'b', '2026-10-30', 40_000),
    ],
    payments: [...items.map(({ payment }) => payment), unallocated, reversed],
    allocations: items.map(({ allocation }) => allocation),
  };
};

describe('monthly trends', () => {
  const trends = monthlyTrends(ledgerOfRows(rows()), today);

  it('covers twelve months up to the present one', () => {
    expect(trends.map((trend) => trend.month)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });

  it('weights delays and the share on time by amount', () => {
    const october = trends[10];
    expect(october?.receiptsCents).toBe(470_000);
    expect(october?.averageDelayDays).toBeCloseTo(64_800 / 4_700, 10);
    expect(october?.flooredDelayDays).toBeCloseTo(66_000 / 4_700, 10);
    expect(october?.onTimeShare).toBeCloseTo(1_400 / 4_700, 10);
  });

  it('counts receipts not yet allocated, not reversed ones, and has no delay in a month without any', () => {
    expect(trends[11]).toEqual({
      month: '2026-11',
      receiptsCents: 500,
      paidCents: 0,
      averageDelayDays: undefined,
      flooredDelayDays: undefined,
      onTimeShare: undefined,
    });
  });

  it('tells one client apart', () => {
    const own = monthlyTrends(ledgerOfRows(rows()), today, 'a')[10];
    expect(own?.receiptsCents).toBe(350_000);
    expect(own?.averageDelayDays).toBeCloseTo(30_000 / 3_500, 10);
  });
});
