import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../../shared/insight/format-figure.ts';
import { formulaInWords } from '../../../../shared/insight/formula.ts';
import { formatQuantity, plainNumber, type Quantity } from '../../../../shared/insight/quantity.ts';

describe('numbers in a formula', () => {
  it.each([
    [0, '0'],
    [-0.001, '0'],
    [62.7273, '62,73'],
    [53.5, '53,5'],
    [23, '23'],
    [1_204_000.5, '1\u202F204\u202F000,5'],
    [-5.6, '\u22125,6'],
  ])('%d is written %s', (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });

  it.each<[Quantity, string, number]>([
    [{ kind: 'cents', cents: 123_456 }, '1\u202F234,56\u00A0€', 1234.56],
    [{ kind: 'days', days: 1.5 }, '1,5\u00A0jour', 1.5],
    [{ kind: 'days', days: 2 }, '2\u00A0jours', 2],
    [{ kind: 'cent-days', centDays: 6_480_000 }, '64\u202F800\u00A0€·jours', 64_800],
    [{ kind: 'percent', percent: 79.245 }, '79,25\u00A0%', 79.245],
    [{ kind: 'points', points: 71.5 }, '71,5\u00A0points', 71.5],
    [{ kind: 'number', value: 3 }, '3', 3],
  ])('%o', (quantity, text, number) => {
    expect(formatQuantity(quantity)).toBe(text);
    expect(plainNumber(quantity)).toBe(number);
  });

  it('never shows a formula with a hole', () => {
    expect(() =>
      formulaInWords({ expression: '{missing} × 2', terms: [], result: { kind: 'number', value: 0 } }),
    ).toThrow('missing');
  });
});
