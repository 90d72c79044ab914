import { describe, expect, it } from 'vitest';
import { alertsToTell, rearmMarginCents } from '../../../../shared/insight/alert-memory.ts';

/** 5 000,00 € and 2 000,00 € set; crossed where the lowest balance is below. */
const outlook = (lowestCents: number, thresholdsCents: number[] = [500_000, 200_000]) => ({
  lowestCents,
  thresholdsCents,
  crossed: thresholdsCents
    .filter((thresholdCents) => lowestCents < thresholdCents)
    .map((thresholdCents) => ({ thresholdCents, sentence: `sous ${thresholdCents}` })),
});

describe('treasury alerts', () => {
  it('tell a threshold once, and again only after the balance has risen clear of it', () => {
    const first = alertsToTell([], outlook(400_000));
    expect(first).toEqual({ fired: [500_000], sentences: ['sous 500000'] });
    expect(alertsToTell(first.fired, outlook(400_000)).sentences).toEqual([]);
    const swinging = alertsToTell(first.fired, outlook(549_999));
    expect(alertsToTell(swinging.fired, outlook(400_000)).sentences).toEqual([]);
    const clear = alertsToTell(swinging.fired, outlook(550_000));
    expect(clear.fired).toEqual([]);
    expect(alertsToTell(clear.fired, outlook(400_000)).sentences).toEqual(['sous 500000']);
  });

  it('tell a lower threshold that is crossed later, and only that one', () => {
    const first = alertsToTell([], outlook(400_000));
    const second = alertsToTell(first.fired, outlook(100_000));
    expect(second).toEqual({ fired: [500_000, 200_000], sentences: ['sous 200000'] });
  });

  it('forget thresholds that were removed, and keep a least margin', () => {
    expect(alertsToTell([500_000], outlook(400_000, [])).fired).toEqual([]);
    expect(rearmMarginCents(0)).toBe(10_000);
    expect(rearmMarginCents(-500_000)).toBe(50_000);
  });
});
