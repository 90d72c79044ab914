import { formatDay } from '../../../shared/dates/format-day.ts';
import type { CellValue, GridColumn } from './grid-column.ts';

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

/** Tabs and line ends would move the cells that follow. */
const oneCell = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');

/** Rows as tab-separated text with a header line, for pasting into a spreadsheet. */
export const tabSeparated = <Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string =>
  [
    columns.map(({ header }) => oneCell(header)).join('\t'),
    ...rows.map((row) => columns.map(({ kind, value }) => oneCell(cellText(kind, value(row)))).join('\t')),
  ].join('\r\n');
