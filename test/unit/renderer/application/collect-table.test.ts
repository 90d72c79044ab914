import { expect, it, vi } from 'vitest';
import { collectTable } from '../../../../renderer/application/exporting/export-bytes.ts';
import { type ExportColumn, exportSource, exportTable } from '../../../../shared/exporting/export-table.ts';

const columns: readonly ExportColumn<number>[] = [{ header: 'N°', kind: 'integer', value: (row) => row }];

it('works the cells out a thousand rows at a time, and lets the window answer in between', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) => index);
  const source = exportSource('Lignes', columns, rows);
  const asked: (readonly [number, number])[] = [];
  const pauses = vi.spyOn(globalThis, 'setTimeout');
  const table = await collectTable({
    ...source,
    cells: (from, to) => {
      asked.push([from, to]);
      return source.cells(from, to);
    },
  });
  expect(asked).toEqual([
    [0, 1000],
    [1000, 2000],
    [2000, 2500],
  ]);
  expect(pauses).toHaveBeenCalledTimes(2);
  pauses.mockRestore();
  expect(table).toEqual(exportTable(source));
});

it('an empty table is its headers', async () => {
  const table = await collectTable(exportSource('Lignes', columns, []));
  expect(table).toMatchObject({ heads: [{ header: 'N°', kind: 'integer' }], rows: [] });
});
