import { describe, expect, it } from 'vitest';
import { counted, formatCount } from '../../../../shared/money/format-count.ts';

describe('counts in French', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1\u202f000'],
    [1_234_567, '1\u202f234\u202f567'],
  ])('%i: %s', (count, text) => expect(formatCount(count)).toBe(text));

  it('has the plural from two', () =>
    expect([0, 1, 2].map((count) => counted(count, 'facture', 'factures'))).toEqual([
      '0\u00a0facture',
      '1\u00a0facture',
      '2\u00a0factures',
    ]));
});
