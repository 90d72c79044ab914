import { formatDay } from '../../../shared/dates/format-day.ts';
import { tabSeparatedTable } from '../../../shared/exporting/csv.ts';
import { exportSource, exportTable } from '../../../shared/exporting/export-table.ts';
import { foldSearch } from './fold-search.ts';
import type { CellValue, GridColumn } from './grid-column.ts';
import { exportColumnsOf } from './grid-export.ts';

const plainAmount = (cents: number): string => {
  const units = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${units},${rest}`;
};

/** A cell as French Excel reads it: `1234,56`, `22/11/2026`. */
export const cellText = (kind: GridColumn<never>['kind'], value: CellValue): string => {
  if (value === undefined) return '';
  if (kind === 'amount' && typeof value === 'number') return plainAmount(value);
  if (kind === 'day' && typeof value === 'string' && value !== '') return formatDay(value);
  return String(value);
};

/** Whether a cell, or what its column is searched by beside it, holds a text. */
export const isFound = <Row>({ kind, value, searched }: GridColumn<Row>, row: Row, wanted: string): boolean =>
  [cellText(kind, value(row)), searched?.(row) ?? ''].some((text) =>
    foldSearch(text).includes(foldSearch(wanted)),
  );

/** Rows as tab-separated text with a header line, for pasting into a spreadsheet; no text of it is a formula there. */
export const tabSeparated = <Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string =>
  tabSeparatedTable(exportTable(exportSource('', exportColumnsOf(columns), rows)));
