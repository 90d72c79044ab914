import { formatDay } from '../dates/format-day.ts';
import {
  type ExportCell,
  type ExportColumn,
  type ExportKind,
  type ExportTable,
  exportCells,
} from './export-table.ts';
import { guardedText } from './formula-guard.ts';

/** A column of a CSV: that of any table that leaves the application. */
export type CsvColumn<Row> = ExportColumn<Row>;

/** French Excel reads UTF-8 only behind this mark. */
const byteOrderMark = '\uFEFF';

/** RFC 4180 quotes, also where a spreadsheet set to commas or tabs would split the cell and find a formula. */
const quoted = (text: string): string =>
  /[;,"\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** « -1234,56 »: no grouping, so that every spreadsheet takes it for a number. */
const hundredths = (value: number): string => {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

/** A cell as French Excel reads it, text guarded against formulas: `1234,56`, `22/11/2026`, `10,15%`. */
export const spreadsheetText = (kind: ExportKind, cell: ExportCell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return kind === 'day' ? formatDay(cell) : guardedText(cell);
  if (kind === 'amountCents') return hundredths(cell);
  if (kind === 'percent') return `${hundredths(cell)}%`;
  return String(cell).replace('.', ',');
};

const csvCell = (kind: ExportKind, cell: ExportCell): string =>
  kind === 'text' ? quoted(spreadsheetText(kind, cell)) : spreadsheetText(kind, cell);

const headerLine = (heads: readonly { readonly header: string }[]): string =>
  heads.map(({ header }) => quoted(guardedText(header))).join(';');

const rowsPerPiece = 500;

const lineOf = <Row>(columns: readonly ExportColumn<Row>[], row: Row): string =>
  exportCells(columns, row)
    .map((cell, index) => csvCell(columns[index]?.kind ?? 'text', cell))
    .join(';');

/** The text of {@link csvOf}, five hundred rows at a time. */
export function* csvPieces<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
): Generator<string> {
  let lines = [`${byteOrderMark}${headerLine(columns)}`];
  for (const row of rows) {
    lines.push(lineOf(columns, row));
    if (lines.length < rowsPerPiece) continue;
    yield `${lines.join('\r\n')}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}

/**
 * The CSV that French Excel and LibreOffice open as it is meant: UTF-8 with byte order mark, `;`, CRLF,
 * decimal comma, days `JJ/MM/AAAA`, RFC 4180 quotes, text cells guarded against formulas. The first line
 * holds the headers. Throws on an amount that is no whole number of cents, a number that is not finite or
 * a text that is no day: those are bugs.
 */
export const csvOf = <Row>(columns: readonly ExportColumn<Row>[], rows: Iterable<Row>): string =>
  [...csvPieces(columns, rows)].join('');

/** The same of a table whose cells are known. */
export const csvOfTable = ({ heads, rows }: ExportTable): string =>
  `${byteOrderMark}${[
    headerLine(heads),
    ...rows.map((row) => row.map((cell, index) => csvCell(heads[index]?.kind ?? 'text', cell)).join(';')),
  ].join('\r\n')}\r\n`;

/** Tabs and line ends would move the cells that follow. */
const oneCell = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ');

/** The table as text with tabs, headers first: what is pasted into a spreadsheet or an e-mail. */
export const tabSeparatedTable = ({ heads, rows }: ExportTable): string =>
  [
    heads.map(({ header }) => oneCell(guardedText(header))).join('\t'),
    ...rows.map((row) =>
      row.map((cell, index) => oneCell(spreadsheetText(heads[index]?.kind ?? 'text', cell))).join('\t'),
    ),
  ].join('\r\n');
