import { describe, expect, it } from 'vitest';
import {
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  countBackDso,
  simpleDso,
} from '../../../../shared/insight/dso.ts';

/** Receivables on 31/10/2026, of which not due, and the sales of October, September and August. */
const receivables = 15_000_000;
const notDue = 9_500_000;
const months = [
  { salesCents: 9_000_000, days: 31 },
  { salesCents: 8_000_000, days: 30 },
  { salesCents: 5_000_000, days: 31 },
];
const sales = 22_000_000;

describe('days sales outstanding', () => {
  it('simple, best possible, and what lateness adds', () => {
    expect(simpleDso(receivables, sales, 92)).toBeCloseTo(62.7273, 4);
    expect(bestPossibleDso(notDue, sales, 92)).toBeCloseTo(39.7273, 4);
    expect(averageDaysDelinquent(receivables, notDue, sales, 92)).toBeCloseTo(23, 10);
    expect(simpleDso(receivables, 0, 92)).toBeUndefined();
  });

  it('by exhaustion of the sales', () => {
    expect(countBackDso(receivables, months)).toEqual({ days: 53.5, beyondHistory: false });
    expect(countBackDso(9_000_000, months)).toEqual({ days: 31, beyondHistory: false });
    expect(countBackDso(0, months)).toEqual({ days: 0, beyondHistory: false });
    expect(countBackDso(22_000_001, months)).toEqual({ days: 92, beyondHistory: true });
    expect(countBackDso(1, [])).toEqual({ days: 0, beyondHistory: true });
  });

  it('counts a month without sales, and gives back one of credit notes', () => {
    const gap = [
      { salesCents: 0, days: 30 },
      { salesCents: -1_000_000, days: 31 },
      { salesCents: 4_000_000, days: 30 },
    ];
    expect(countBackDso(1_000_000, gap)).toEqual({ days: 30 + 31 + 15, beyondHistory: false });
  });

  it('effectiveness of collection', () => {
    const amounts = {
      openingCents: 14_000_000,
      salesCents: sales,
      closingCents: receivables,
      closingNotDueCents: notDue,
    };
    expect(collectionEffectiveness(amounts)).toBeCloseTo(79.2453, 4);
    expect(
      collectionEffectiveness({ openingCents: 0, salesCents: 0, closingCents: 0, closingNotDueCents: 0 }),
    ).toBeUndefined();
  });
});
