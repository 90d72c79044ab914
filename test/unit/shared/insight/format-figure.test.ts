import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { formatShortDay, formatShortMonth } from '../../../../shared/dates/format-short.ts';
import { expectationReason } from '../../../../shared/insight/expectation-reason.ts';
import type { ExpectedReceipt } from '../../../../shared/insight/expected-payment.ts';
import { formatAxisAmount, formatDayCount, formatShare } from '../../../../shared/insight/format-figure.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { invoice } from './few-rows.ts';

describe('figures in French', () => {
  it.each([
    [0, '0\u00A0jour'],
    [1.4, '1\u00A0jour'],
    [1.5, '2\u00A0jours'],
    [-3.2, '\u22123\u00A0jours'],
    [-0.4, '0\u00A0jour'],
  ])('%f days', (value, text) => {
    expect(formatDayCount(value)).toBe(text);
  });

  it('shares', () => {
    expect([0, 0.824, 1].map(formatShare)).toEqual(['0\u00A0%', '82\u00A0%', '100\u00A0%']);
  });

  it.each([
    [0, '0\u00A0€'],
    [80_000, '800\u00A0€'],
    [150_000, '1,5\u00A0k€'],
    [-1_200_000, '\u221212\u00A0k€'],
    [99_999_900, '1\u00A0M€'],
    [210_000_000, '2,1\u00A0M€'],
  ])('%i cents on an axis', (value, text) => {
    expect(formatAxisAmount(value)).toBe(text);
  });

  it('short months and days', () => {
    expect(formatShortMonth('2026-08')).toBe('août');
    expect(formatShortDay('2026-12-04')).toBe('4\u00A0déc.');
  });
});

describe('why a receipt is expected', () => {
  const receipt = (rest: Partial<ExpectedReceipt>): ExpectedReceipt => ({
    invoice: invoice('F-1', 'a', '2026-11-20', 100),
    cents: cents(100),
    expectedOn: day('2026-12-02'),
    basis: 'client',
    isOverdue: false,
    ...rest,
  });

  it.each([
    [{ delayDays: 12 }, 'D’habitude +12\u00A0jours'],
    [{ delayDays: 2 }, 'D’habitude +2\u00A0jours\u00A0(dépassé)'],
    [{ delayDays: -2, basis: 'portfolio' }, 'Moyenne \u22122\u00A0jours\u00A0(dépassé)'],
    [{ delayDays: 0, expectedOn: day('2026-11-20') }, 'D’habitude à l’échéance'],
    [{ delayDays: 0, basis: 'none', expectedOn: day('2026-11-20') }, 'À l’échéance'],
    [{ delayDays: 0, basis: 'none' }, 'Échéance passée'],
    [{ basis: 'promise' }, 'Promis'],
    [{ basis: 'plan' }, 'Échéancier'],
    [{ basis: 'plan', isOverdue: true }, 'Échéance manquée'],
  ] as const)('%j', (rest, text) => {
    expect(expectationReason(receipt(rest))).toBe(text);
  });
});
