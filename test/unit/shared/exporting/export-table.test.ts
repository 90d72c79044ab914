import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { csvOfTable, tabSeparatedTable } from '../../../../shared/exporting/csv.ts';
import { exportFileName } from '../../../../shared/exporting/export-file-name.ts';
import { type ExportColumn, exportSource, exportTable } from '../../../../shared/exporting/export-table.ts';

interface Row {
  readonly name: string;
  readonly cents: number;
}

const columns: readonly ExportColumn<Row>[] = [
  { header: 'Client', kind: 'text', value: ({ name }) => name },
  { header: 'Total', kind: 'amountCents', value: ({ cents }) => cents },
];

describe('a table that leaves the application', () => {
  test('is worked out some rows at a time, in order', () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ name: `c${index}`, cents: index }));
    const source = exportSource('Clients', columns, rows);
    expect([...source.cells(0, 2), ...source.cells(2, 5)]).toEqual(exportTable(source).rows);
    expect(exportTable(source).heads).toEqual([
      { header: 'Client', kind: 'text' },
      { header: 'Total', kind: 'amountCents' },
    ]);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no amount: a bug is thrown, never written',
    (cents) => {
      expect(() => exportTable(exportSource('x', columns, [{ name: 'a', cents }]))).toThrow(RangeError);
    },
  );

  test('a value of another kind than its column’s is a bug', () => {
    const wrong: readonly ExportColumn<Row>[] = [
      { header: 'Jour', kind: 'day', value: ({ cents }) => cents as unknown as string },
    ];
    expect(() => exportTable(exportSource('x', wrong, [{ name: 'a', cents: 1 }]))).toThrow(TypeError);
  });

  test('percentages are read as such by French Excel', () => {
    const rates: readonly ExportColumn<number>[] = [
      { header: 'Taux', kind: 'percent', value: (rate) => rate },
    ];
    expect(csvOfTable(exportTable(exportSource('x', rates, [1015, -5, 0])))).toBe(
      '\uFEFFTaux\r\n10,15%\r\n-0,05%\r\n0,00%\r\n',
    );
  });

  test('the clipboard gets no formula and one cell a value', () => {
    const table = exportTable(exportSource('x', columns, [{ name: '=1+1\tx', cents: -5 }]));
    expect(tabSeparatedTable(table)).toBe("Client\tTotal\r\n'=1+1 x\t-0,05");
  });
});

describe('file names', () => {
  const on = day('2026-11-22');
  test.each([
    ['Balance âgée', 'acquit-balance-agee-2026-11-22.xlsx'],
    ['Factures Cœur & Fils / <x>', 'acquit-factures-coeur-fils-x-2026-11-22.xlsx'],
    ['株式会社', 'acquit-export-2026-11-22.xlsx'],
    ['../../etc/passwd', 'acquit-etc-passwd-2026-11-22.xlsx'],
  ])('%s', (name, file) => {
    expect(exportFileName(name, on, 'xlsx')).toBe(file);
  });

  test('stay short whatever a client is called', () => {
    expect(exportFileName(`Factures ${'x'.repeat(300)}`, on, 'csv').length).toBeLessThan(90);
  });
});
