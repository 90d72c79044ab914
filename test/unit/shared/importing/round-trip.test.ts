import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cellAmount, cellDay } from '../../../../shared/importing/cell-values.ts';
import { readTable } from '../../../../shared/importing/table.ts';
import { formatDay, formatPlain } from './written-values.ts';

const headers = [
  'N° pièce',
  'Date pièce',
  'Échéance',
  'Tiers',
  'Montant TTC',
  'Réglé',
  'État',
  'E-mail',
  'Ville',
];
const words = [
  'Hôtel',
  'façade',
  'Noël',
  'Crèche',
  'garçon',
  "L'Été",
  'Société Générale',
  'Forêt',
  'Dupont',
  'Café Zoé',
];

const cell = fc.oneof(
  fc.constantFrom(...words),
  fc
    .array(fc.constantFrom(...words, ';', ',', '\t', '|', '"', '\n', '\r\n', ' ', '5" x'), { maxLength: 5 })
    .map((parts) => parts.join('')),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => formatPlain(cents, ',')),
);

/** A table of known titles whose first column is never empty. */
const table = fc.integer({ min: 2, max: headers.length }).chain((width) =>
  fc.record({
    titles: fc.constant(headers.slice(0, width)),
    rows: fc.array(
      fc
        .tuple(fc.constantFrom(...words), fc.array(cell, { minLength: width - 1, maxLength: width - 1 }))
        .map(([first, rest]) => [first, ...rest]),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);
const style = fc.record({
  delimiter: fc.constantFrom(';', '\t', ',', '|'),
  encoding: fc.constantFrom('utf-8', 'windows-1252', 'cp850', 'macintosh', 'utf-16le', 'utf-16be'),
  mark: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  trailing: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a table written in any style', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(table, style, ({ titles, rows }, how) => {
        const write = (text: string): string =>
          how.quoteAll || /["\n\r;,\t|]/.test(text) || /^\s|\s$/.test(text) ? quoted(text) : text;
        const lines = [titles, ...rows].map(
          (cells) => cells.map(write).join(how.delimiter) + (how.trailing ? how.delimiter : ''),
        );
        const text = lines.join(how.lineEnd) + (how.lastLineEnd ? how.lineEnd : '');
        const bytes = iconv.encode(text, how.encoding, {
          addBOM: how.mark && how.encoding.startsWith('utf'),
        });
        const read = readTable(bytes);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value).toMatchObject({ encoding: how.encoding, delimiter: how.delimiter, headerRow: 1 });
        expect(read.value.columns.map(({ header }) => header)).toEqual(
          how.trailing ? [...titles, ''] : titles,
        );
        expect(read.value.rows.map(({ cells }) => cells)).toEqual(
          how.trailing ? rows.map((cells) => [...cells, '']) : rows,
        );
        // Every row starts on the physical line that an editor shows.
        const linesOf = (value: string): number => value.split(/\r\n|\r|\n/).length - 1;
        let line = 2;
        const expectedLines = rows.map((cells) => {
          const start = line;
          line += 1 + cells.reduce((sum, value) => sum + linesOf(value), 0);
          return start;
        });
        expect(read.value.rows.map((row) => row.line)).toEqual(expectedLines);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  }, 60_000);
});

describe('a value written in any style', () => {
  it('is the same amount when its column is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 3, maxLength: 20 }),
        fc.constantFrom(',' as const, '.' as const),
        fc.constantFrom('', ' ', '\u00a0', '\u202f', 'point'),
        (amounts, decimal, group) => {
          const separator = group === 'point' ? (decimal === ',' ? '.' : ',') : group;
          const written = amounts.map((amount) => formatPlain(amount, decimal, separator));
          const text = `Client\tMontant\n${written.map((amount) => `A\t${amount}`).join('\n')}`;
          const read = readTable(new TextEncoder().encode(text));
          if (!read.ok) throw new Error(JSON.stringify(read.error));
          const column = read.value.columns[1];
          expect(column).toMatchObject({ type: 'amount', decimal });
          expect(written.map((amount) => cellAmount(amount, column?.decimal))).toEqual(
            amounts.map((value) => ({ ok: true, value: value === 0 ? 0 : value })),
          );
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
  }, 60_000);

  it('is the same day when its column shows the order', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((offset) => new Date(Date.UTC(1990, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 15 }),
        fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
        fc.constantFrom('/', '-', '.'),
        (values, order, separator) => {
          // One day past the twelfth proves the order.
          const all = [...values, '2026-11-25'];
          const written = all.map((value) => formatDay(value, order, separator));
          const text = `Client;Date\n${written.map((value) => `A;${value}`).join('\n')}`;
          const read = readTable(new TextEncoder().encode(text));
          if (!read.ok) throw new Error(JSON.stringify(read.error));
          const column = read.value.columns[1];
          expect(column).toMatchObject({ type: 'date', dateOrder: order });
          expect(written.map((value) => cellDay(value, column?.dateOrder ?? 'dmy'))).toEqual(
            all.map((value) => ({ ok: true, value })),
          );
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
  }, 60_000);
});
