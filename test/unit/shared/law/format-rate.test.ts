import { describe, expect, it } from 'vitest';
import { formatRate } from '../../../../shared/law/format-rate.ts';

describe('formatRate', () => {
  it.each([
    [1240, '12,40\u00A0%'],
    [4, '0,04\u00A0%'],
    [0, '0,00\u00A0%'],
    [99, '0,99\u00A0%'],
    [100, '1,00\u00A0%'],
    [12_345, '123,45\u00A0%'],
    [-25, '\u22120,25\u00A0%'],
    [-1240, '\u221212,40\u00A0%'],
  ])('%d basis points', (basisPoints, expected) => {
    expect(formatRate(basisPoints)).toBe(expected);
  });

  it('takes a part of a basis point for the bug it is', () => {
    expect(() => formatRate(12.4)).toThrow(new RangeError('not basis points: 12.4'));
  });
});
