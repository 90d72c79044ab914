import { describe, expect, it } from 'vitest';
import { formatAmount, formatPlainAmount } from '../../../../shared/money/format-amount.ts';

describe('formatAmount', () => {
  it.each([
    [123456, '1\u202F234,56\u00A0€'],
    [0, '0,00\u00A0€'],
    [5, '0,05\u00A0€'],
    [-5, '\u22120,05\u00A0€'],
    [99999, '999,99\u00A0€'],
    [100000, '1\u202F000,00\u00A0€'],
    [-123456789, '\u22121\u202F234\u202F567,89\u00A0€'],
  ])('writes %d cents as %j', (amount, expected) => {
    expect(formatAmount(amount)).toBe(expected);
  });

  it('writes the figures alone for a column headed in euros', () => {
    expect(formatPlainAmount(123456)).toBe('1\u202F234,56');
  });

  it('takes a part of a cent for the bug it is', () => {
    expect(() => formatAmount(0.5)).toThrow(RangeError);
  });
});
