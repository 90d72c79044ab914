import { describe, expect, it } from 'vitest';
import { niceTicks } from '../../../../renderer/ui/nice-ticks.ts';

describe('round values of an axis', () => {
  it.each([
    [[], 4, [0, 1]],
    [[0, 0], 4, [0, 1]],
    [[27], 4, [0, 10, 20, 30]],
    [[2], 4, [0, 1, 2]],
    [[6_220_000, -290_000], 5, [-2_000_000, 0, 2_000_000, 4_000_000, 6_000_000, 8_000_000]],
    [[-30, -5], 4, [-30, -20, -10, 0]],
  ] as const)('%j', (values, count, ticks) => {
    expect(niceTicks(values, count)).toEqual(ticks);
  });

  it('hold every value and zero, from round to round, about as many as asked for', () => {
    for (let exponent = 0; exponent < 12; exponent += 1)
      for (const factor of [1, 1.01, 1.9, 2.4, 3.3, 4.99, 7.5, 9.99]) {
        const high = Math.round(factor * 10 ** exponent);
        const ticks = niceTicks([high, Math.round(-high / 3)], 5);
        expect(ticks[0]).toBeLessThanOrEqual(Math.round(-high / 3));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.every(Number.isSafeInteger)).toBe(true);
      }
  });
});
