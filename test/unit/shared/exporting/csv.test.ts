import { expect, test } from 'vitest';
import { type CsvColumn, csvOf } from '../../../../shared/exporting/csv.ts';

interface Row {
  readonly text?: string;
  readonly cents?: number;
  readonly on?: string;
  readonly count?: number;
}

const columns: readonly CsvColumn<Row>[] = [
  { header: 'Libellé', kind: 'text', value: ({ text }) => text },
  { header: 'Montant', kind: 'amountCents', value: ({ cents }) => cents },
  { header: 'Échéance', kind: 'day', value: ({ on }) => on },
  { header: 'Jours', kind: 'number', value: ({ count }) => count },
];
const lineOf = (row: Row): string | undefined => csvOf(columns, [row]).split('\r\n')[1];

test('byte order mark, semicolons, CRLF after every line, decimal comma, French days', () => {
  expect(csvOf(columns, [{ text: 'Ets Façades', cents: 123_456, on: '2026-11-02', count: 1.5 }, {}])).toBe(
    '\uFEFFLibellé;Montant;Échéance;Jours\r\nEts Façades;1234,56;02/11/2026;1,5\r\n;;;\r\n',
  );
});

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [-5, '-0,05'],
  [-123_456, '-1234,56'],
  [900_719_925_474_099, '9007199254740,99'],
])('%i cents are « %s »', (cents, cell) => {
  expect(lineOf({ cents })).toBe(`;${cell};;`);
});

test.each([
  ['a;b', '"a;b"'],
  ['a,b', '"a,b"'],
  ['dit « "oui" »', '"dit « ""oui"" »"'],
  ['deux\nlignes', '"deux\nlignes"'],
  [' espace', '" espace"'],
  ['œuf à 1\u202f€', 'œuf à 1\u202f€'],
])('text %j is written %j', (text, cell) => {
  expect(lineOf({ text })).toContain(`${cell};;;`);
});

test('a part of a cent, no number and no day are bugs', () => {
  expect(() => lineOf({ cents: 0.5 })).toThrow(RangeError);
  expect(() => lineOf({ count: Number.NaN })).toThrow(RangeError);
  expect(() => lineOf({ on: '2026-02-30' })).toThrow();
});
