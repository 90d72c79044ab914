import { describe, expect, it } from 'vitest';
import { formatRate } from '../../../../shared/law/format-rate.ts';

describe('formatRate', () => {
  it.each([
    [1240, '12,40\u00A0%'],
    [4, '0,04\u00A0%'],
    [0, '0,00\u00A0%'],
    [-25, '\u22120,25\u00A0%'],
  ])('%d basis points', (basisPoints, expected) => {
    expect(formatRate(basisPoints)).toBe(expected);
  });
});
