import { describe, expect, it } from 'vitest';
import { type RiskHistory, riskClass, riskScore } from '../../../../shared/insight/risk.ts';

const perfect: RiskHistory = {
  paidInvoiceCount: 12,
  flooredDelayDays: 0,
  overdueCents: 0,
  openCents: 0,
  promisesDue: 0,
  promisesKept: 0,
  trendDays: -4,
  hasAlert: false,
};

describe('riskScore', () => {
  it('takes off what each cause weighs', () => {
    expect(
      riskScore({
        ...perfect,
        flooredDelayDays: 18,
        overdueCents: 30_000,
        openCents: 100_000,
        promisesDue: 3,
        promisesKept: 2,
        trendDays: 4,
      }),
    ).toEqual({
      kind: 'rated',
      score: 71.5,
      class: 'B',
      components: { delay: 12, overdue: 7.5, promises: 15 * (1 - 2 / 3), trend: 4, alert: 0 },
    });
  });

  it('is 100 at best and 0 at worst', () => {
    expect(riskScore(perfect)).toMatchObject({ score: 100, class: 'A' });
    expect(
      riskScore({
        ...perfect,
        flooredDelayDays: 75,
        overdueCents: 5000,
        openCents: 5000,
        promisesDue: 2,
        trendDays: 15,
        hasAlert: true,
      }),
    ).toMatchObject({ score: 0, class: 'E' });
  });

  it('does not rate under three paid invoices', () => {
    expect(riskScore({ ...perfect, paidInvoiceCount: 2 })).toEqual({ kind: 'unrated', paidInvoiceCount: 2 });
  });

  it.each([
    [85, 'A'],
    [84.9, 'B'],
    [70, 'B'],
    [69.9, 'C'],
    [50, 'C'],
    [49.9, 'D'],
    [30, 'D'],
    [29.9, 'E'],
  ] as const)('%d is class %s', (score, expected) => {
    expect(riskClass(score)).toBe(expected);
  });
});
