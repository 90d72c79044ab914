import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '../../shared/money/cents.ts';
import { formatAmount, formatPlainAmount } from '../../shared/money/format-amount.ts';
import { parseAmount } from '../../shared/money/parse-amount.ts';
import { splitEqually } from '../../shared/money/split.ts';
import { seeded } from '../support/arbitrary-days.ts';
import { anyText } from '../support/arbitrary-text.ts';

const anyCents = fc.maxSafeInteger();

describe('amounts', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyCents, (amount) => {
        expect(parseAmount(formatAmount(amount))).toEqual({ ok: true, value: amount });
        expect(parseAmount(formatPlainAmount(amount))).toEqual({ ok: true, value: amount });
      }),
      seeded,
    );
  });

  it('are written as Intl writes them, but for the minus sign', () => {
    const intl = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
    const even = (text: string): string => text.replace(/\s/gu, ' ').replace('\u2212', '-');
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => {
        expect(even(formatAmount(amount))).toBe(even(intl.format(amount / 100)));
      }),
      seeded,
    );
  });

  it('mean the same in every spelling', () => {
    const spelling = fc.record({
      group: fc.constantFrom('', ' ', '\u00A0', '\u202F', '.', "'", '’'),
      sign: fc.constantFrom('-before', '-after', 'brackets'),
      currency: fc.constantFrom('', ' €', '\u00A0EUR'),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999_999 }),
        spelling,
        (amount, { group, sign, currency }) => {
          const plain = formatPlainAmount(amount).replaceAll('\u202F', group);
          const signed = { '-before': `-${plain}`, '-after': `${plain}-`, brackets: `(${plain})` }[sign];
          expect(parseAmount(signed + currency)).toEqual({ ok: true, value: -amount });
        },
      ),
      seeded,
    );
  });

  it('are never made of any text with an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseAmount(text);
        expect(result.ok ? Number.isSafeInteger(result.value) : result.error.text === text).toBe(true);
      }),
      seeded,
    );
  });

  it('lose no cent when split, and only the last instalment differs', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 1, max: 60 }), (total, count) => {
        const instalments = splitEqually(total, count);
        expect(instalments).toHaveLength(count);
        expect(sumCents(instalments)).toBe(total === 0 ? 0 : total);
        expect(new Set(instalments.slice(0, -1)).size).toBeLessThanOrEqual(1);
        const [first = 0, last = 0] = [instalments[0], instalments.at(-1)];
        expect(Math.abs(last)).toBeGreaterThanOrEqual(Math.abs(first));
        expect(Math.abs(last - first)).toBeLessThan(count);
      }),
      seeded,
    );
  });
});
