import { describe, expect, it } from 'vitest';
import { pick, seededRandom, wholeBetween } from '../../../../shared/demo/seeded-random.ts';

describe('seeded random', () => {
  it('repeats its sequence for a seed and differs between seeds', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, random);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('fills the range evenly', () => {
    const random = seededRandom(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index += 1) {
      const value = random();
      expect(value >= 0 && value < 1).toBe(true);
      const slot = Math.floor(value * 10);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('draws whole numbers with both ends and refuses an empty choice', () => {
    const random = seededRandom(3);
    const drawn = new Set(Array.from({ length: 200 }, () => wholeBetween(random, 2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
    expect(() => pick(random, [])).toThrow(RangeError);
  });
});
