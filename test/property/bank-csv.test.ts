import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readBankCsv } from '../../shared/importing/bank-csv.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';
import { type BankCsvStyle, type WrittenMovement, writtenBankCsv } from '../support/written-bank-csv.ts';

const words = [
  'VIR SEPA',
  'Société Générale',
  'Ets Forêt & fils',
  'FA-2026/012',
  'L’Été; bien',
  'a, b',
  '"Noël"',
  'Zoé',
  'réf. 12',
];
const movement: fc.Arbitrary<WrittenMovement> = fc.record({
  bookedOn: dayWithin('2024-01-01', '2027-12-31'),
  amountCents: fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((amount) => amount !== 0),
  label: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
});
/** At least one amount on each side, as any real statement that is worth an import. */
const movements = fc
  .tuple(movement, movement, fc.array(movement, { maxLength: 25 }))
  .map(([first, second, others]) =>
    [
      { ...first, amountCents: -Math.abs(first.amountCents) },
      { ...second, amountCents: Math.abs(second.amountCents) },
      ...others,
    ].sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0)),
  );
const style: fc.Arbitrary<BankCsvStyle> = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  decimal: fc.constantFrom(',', '.'),
  group: fc.constantFrom('', ' ', '\u00a0'),
  order: fc.constantFrom('dmy', 'ymd'),
  separator: fc.constantFrom('/', '.', '-'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  amounts: fc.constantFrom('signed', 'debit-credit', 'signed-debit', 'side'),
  hasBalance: fc.boolean(),
  newestFirst: fc.boolean(),
  titles: fc.constantFrom('french', 'english', 'german'),
  preamble: fc.boolean(),
  quoteAll: fc.boolean(),
});

describe('a bank’s table written in any style', () => {
  it('is read as the movements that were written, and its balances prove them', () => {
    fc.assert(
      fc.property(
        movements,
        fc.integer({ min: -5_000_000, max: 50_000_000 }),
        style,
        fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
        (list, openingCents, how, encoding) => {
          const { text, inFile } = writtenBankCsv(list, openingCents, how);
          const { statements, problems } = readBankCsv(
            iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' }),
          );
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(
            statements.map(({ lines }) =>
              lines.map(({ bookedOn, amountCents, label }) => ({ bookedOn, amountCents, label })),
            ),
          ).toEqual([inFile]);
          const closingCents = list.reduce((sum, { amountCents }) => sum + amountCents, openingCents);
          expect(statements[0]).toMatchObject({
            account: how.preamble ? '12345678901' : '',
            currency: 'EUR',
            ...(how.hasBalance && { openingCents, closingCents }),
          });
        },
      ),
      seeded,
    );
  }, 60_000);

  it('lacks a movement: the balances say so', () => {
    fc.assert(
      fc.property(movements, style, fc.nat(), (list, how, which) => {
        const { text } = writtenBankCsv(list, 100_000, {
          ...how,
          hasBalance: true,
          preamble: false,
          quoteAll: false,
        });
        const lines = text.split(how.lineEnd);
        // A movement between two others; without the first or the last the rest still adds up.
        if (lines.length < 6) return;
        const missing = 2 + (which % (lines.length - 4));
        const { problems } = readBankCsv(
          new TextEncoder().encode(lines.filter((_, index) => index !== missing).join(how.lineEnd)),
        );
        // Without any minus sign left, and balances that do not prove the plus, the columns are asked.
        expect(problems.some(({ kind }) => kind === 'does-not-add-up' || kind === 'columns-unknown')).toBe(
          true,
        );
      }),
      { ...seeded, numRuns: 300 },
    );
  }, 60_000);
});
