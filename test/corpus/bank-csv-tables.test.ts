import { describe, expect, it } from 'vitest';
import { readTable } from '../../shared/importing/table.ts';
import { corpusBytes, corpusFiles, corpusIsThere } from './corpus.ts';

const folder = 'bank-csv';
const count = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0;

/** What our detection calls the encodings of the manifest. Plain ASCII is UTF-8. */
const encodings: Readonly<Record<string, readonly string[]>> = {
  ascii: ['utf-8'],
  'utf-8': ['utf-8'],
  'utf-8-sig': ['utf-8'],
  // No byte of the file tells these apart.
  'iso-8859-15': ['windows-1252', 'iso-8859-15'],
  'latin-1': ['windows-1252', 'iso-8859-15'],
  // Too short to tell Czech from French: the user picks the encoding, which the last test does.
  cp1250: ['windows-1252', 'windows-1250'],
};
const orders: Readonly<Record<string, string>> = { d: 'dmy', m: 'mdy', Y: 'ymd' };

describe.runIf(corpusIsThere)('bank exports as tables', () => {
  for (const { name, expected } of corpusFiles(folder)) {
    if (expected.delimiter === undefined) {
      it(`${name}: the sheet as a table`, () => {
        const read = readTable(corpusBytes(folder, name));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const { sheet, headerRow, preamble, columns, rows, problems } = read.value;
        expect([sheet, headerRow]).toEqual([expected.sheet, expected.header_row ?? 1]);
        const totalLines = problems.filter(({ kind }) => kind === 'total-line').length;
        expect(preamble.length + 1 + rows.length + totalLines).toBe(expected.non_empty_rows);
        const cells = expected.first_cells as readonly (readonly (string | null)[])[];
        const titles = cells[preamble.length] ?? [];
        expect(columns.map(({ header }) => header)).toEqual(titles.filter((title) => title !== null));
        const written = (row: readonly (string | null)[]): readonly string[] =>
          row
            .slice(0, columns.length)
            .map((cell) => (cell ?? '').trim().replace(/[T ]\d{2}:\d{2}:\d{2}$/, ''))
            .join('\t')
            .trimEnd()
            .split('\t');
        const below = cells.slice(preamble.length + 1).filter((row) => row[1] !== 'TOTAL');
        expect(rows.slice(0, below.length).map((row) => written(row.cells))).toEqual(below.map(written));
        expect(
          columns.filter(({ type }) => type === 'date').flatMap(({ header }) => header.toLowerCase()),
        ).toEqual(['date']);
      });
      continue;
    }
    it(`${name}: encoding, delimiter, title line, rows, dates and decimals`, () => {
      const read = readTable(corpusBytes(folder, name));
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const table = read.value;
      expect(encodings[String(expected.encoding)]).toContain(table.encoding);
      expect({
        delimiter: table.delimiter === '\t' ? 'tab' : table.delimiter,
        header_row: table.headerRow,
        columns: table.columns.length,
      }).toEqual({
        delimiter: expected.delimiter,
        header_row: expected.header_row,
        columns: expected.columns ?? table.columns.length,
      });
      const otherRows =
        count(expected.control_rows) + count(expected.other_rows) + count(expected.unreadable_rows);
      // One export has its opening balance below the lines.
      const balanceBelow = expected.opening_balance_below_the_lines === undefined ? 0 : 1;
      const dropped = table.problems.filter(({ kind }) => kind === 'total-line').length;
      expect(table.rows.length + dropped).toBe(count(expected.transactions) + otherRows + balanceBelow);
      const dates = table.columns.filter(({ type }) => type === 'date');
      expect(dates.map(({ dateOrder }) => dateOrder)).toContain(
        orders[String(expected.date_format)[1] ?? ''],
      );
      const decimals = table.columns.flatMap(({ decimal }) => decimal ?? []);
      expect(new Set(decimals)).toEqual(new Set([expected.decimal_separator]));
    });
  }

  it('shows the Czech titles once the user picks the encoding', () => {
    const read = readTable(corpusBytes(folder, 'Movements_1234512345_201805271848.csv'), {
      encoding: 'windows-1250',
    });
    expect(read.ok && read.value.columns.map(({ header }) => header)).toContain('Zaúčtovaná částka');
  });
});
