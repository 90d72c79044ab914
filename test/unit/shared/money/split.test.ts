import { describe, expect, it } from 'vitest';
import { splitEqually } from '../../../../shared/money/split.ts';

describe('splitEqually', () => {
  it.each([
    [100000, 3, [33333, 33333, 33334]],
    [151240, 4, [37810, 37810, 37810, 37810]],
    [2, 3, [0, 0, 2]],
    [-100, 3, [-33, -33, -34]],
    [100, 1, [100]],
  ])('cuts %d cents in %d', (total, count, expected) => {
    expect(splitEqually(total, count)).toEqual(expected);
  });

  it('takes no instalment at all for the bug it is', () => {
    expect(() => splitEqually(100, 0)).toThrow(RangeError);
  });
});
