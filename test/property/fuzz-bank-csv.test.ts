import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../shared/dates/day.ts';
import { bankCsvGuess, readBankCsv } from '../../shared/importing/bank-csv.ts';
import type { BankReading } from '../../shared/importing/bank-reading.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import { bankLayouts } from '../fixtures/bank-layouts.ts';
import { anyText } from '../support/arbitrary-text.ts';
import { anyDamage, damaged } from '../support/damaged-bytes.ts';

const seed = 20_261_122;
const own = Object.values(bankLayouts).flatMap((text) => [
  iconv.encode(text, 'utf-8'),
  iconv.encode(text, 'windows-1252'),
]);
const fixtures: readonly Uint8Array[] = [
  ...own,
  ...corpusFiles('bank-csv').map(({ name }) => corpusBytes('bank-csv', name)),
];
const telling = ';,\t|"\'\r\n\0-+()0123456789./ €=*';

const linesOf = ({ statements }: BankReading) => statements.flatMap(({ lines }) => lines);
const hasError = ({ problems }: BankReading): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** Whatever the bytes: plain values, whole cents, days that exist, and a reason where nothing was read. */
const expectSound = (reading: BankReading): void => {
  for (const { bookedOn, amountCents, label, valueOn } of linesOf(reading)) {
    expect(isDay(bookedOn) || /^1\d{3}-/.test(bookedOn)).toBe(true);
    if (valueOn !== undefined) expect(valueOn).toMatch(/^[12]\d{3}-\d{2}-\d{2}$/);
    expect(Number.isSafeInteger(amountCents)).toBe(true);
    expect(typeof label).toBe('string');
  }
  for (const { openingCents, closingCents, currency } of reading.statements) {
    for (const amount of [openingCents, closingCents])
      expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true);
    expect(currency).toMatch(/^[A-Z]{3}$/);
  }
  for (const { message, kind } of reading.problems) {
    expect(message).toMatch(/[.…]$/);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(kind).not.toBe('');
  }
  if (reading.statements.length === 0) expect(hasError(reading)).toBe(true);
};

describe('bank tables that are damaged or are nothing', () => {
  it('3,000 damaged files: no throw, nothing that is no amount and no day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(anyDamage(telling), { minLength: 1, maxLength: 4 }),
        (bytes, ways) => {
          expectSound(readBankCsv(ways.reduce(damaged, bytes), { fileName: 'releve.csv' }));
        },
      ),
      { seed, numRuns: 3000 },
    );
  }, 120_000);

  it('500 texts of any kind, and every choice of columns', () => {
    const columns = fc.record(
      {
        bookedOn: fc.nat(6),
        amount: fc.nat(6),
        debit: fc.nat(6),
        label: fc.nat(6),
        balance: fc.nat(6),
        side: fc.nat(6),
        account: fc.nat(6),
      },
      { requiredKeys: ['bookedOn'] },
    );
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 8 }),
        columns,
        fc.constantFrom(...own),
        (texts, choice, bytes) => {
          const text = new TextEncoder().encode(texts.join('\n'));
          expectSound(readBankCsv(text));
          const plain = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
          expectSound(readBankCsv(bytes, { columns: { bookedOn: choice.bookedOn, ...plain } }));
          bankCsvGuess(text);
        },
      ),
      { seed, numRuns: 500 },
    );
  }, 120_000);

  it('a file that was cut is never taken for a whole one: what is read was there, or a problem says so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        (bytes, share) => {
          const whole = linesOf(readBankCsv(bytes)).map(({ bookedOn, amountCents }) => [
            bookedOn,
            amountCents,
          ]);
          const reading = readBankCsv(bytes.subarray(0, Math.floor(bytes.length * share)));
          expectSound(reading);
          if (hasError(reading)) return;
          const read = linesOf(reading).map(({ bookedOn, amountCents }) => [bookedOn, amountCents]);
          expect(read).toEqual(whole.slice(0, read.length));
        },
      ),
      { seed, numRuns: 1000 },
    );
  }, 120_000);
});
