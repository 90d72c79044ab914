import { expect, it } from 'vitest';
import { formatEnglishAmount } from '../../../../shared/money/format-english-amount.ts';

it.each([
  [123_456, 'EUR', '€1,234.56'],
  [5, 'EUR', '€0.05'],
  [0, 'EUR', '€0.00'],
  [123_456_789, 'EUR', '€1,234,567.89'],
  [-4_000, 'EUR', '\u2212€40.00'],
  [123_456, 'USD', 'USD\u00A01,234.56'],
])('%i %s is %s', (amountCents, currency, expected) => {
  expect(formatEnglishAmount(amountCents, currency)).toBe(expected);
});

it('takes whole cents only', () => {
  expect(() => formatEnglishAmount(1.5)).toThrow(RangeError);
});
