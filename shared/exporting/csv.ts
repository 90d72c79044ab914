import { formatDay } from '../dates/format-day.ts';
import { guardedText } from './formula-guard.ts';

/** One column: its title and what a row has there; undefined = an empty cell. */
export type CsvColumn<Row> = { readonly header: string } & (
  | { readonly kind: 'text'; readonly value: (row: Row) => string | undefined }
  /** Whole cents, shown in units with a decimal comma. */
  | { readonly kind: 'amountCents'; readonly value: (row: Row) => number | undefined }
  /** `YYYY-MM-DD`, shown as `JJ/MM/AAAA`. */
  | { readonly kind: 'day'; readonly value: (row: Row) => string | undefined }
  | { readonly kind: 'number'; readonly value: (row: Row) => number | undefined }
);

/** French Excel reads UTF-8 only behind this mark. */
const byteOrderMark = '\uFEFF';

/** RFC 4180 quotes, also where a spreadsheet set to commas or tabs would split the cell and find a formula. */
const quoted = (text: string): string =>
  /[;,"\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** « -1234,56 »: no grouping, so that every spreadsheet takes it for a number. */
const amountCell = (amountCents: number): string => {
  if (!Number.isSafeInteger(amountCents)) throw new RangeError(`not a whole number of cents: ${amountCents}`);
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  return `${amountCents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

const numberCell = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
  return String(value).replace('.', ',');
};

const cellOf = <Row>(column: CsvColumn<Row>, row: Row): string => {
  if (column.kind === 'text') {
    const text = column.value(row);
    return text === undefined ? '' : quoted(guardedText(text));
  }
  if (column.kind === 'day') {
    const on = column.value(row);
    return on === undefined ? '' : formatDay(on);
  }
  const value = column.value(row);
  if (value === undefined) return '';
  return column.kind === 'amountCents' ? amountCell(value) : numberCell(value);
};

/**
 * The CSV that French Excel and LibreOffice open as it is meant: UTF-8 with byte order mark, `;`, CRLF,
 * decimal comma, days `JJ/MM/AAAA`, RFC 4180 quotes, text cells guarded against formulas. The first line
 * holds the headers. Throws on an amount that is no whole number of cents, a number that is not finite or
 * a text that is no day: those are bugs.
 */
export const csvOf = <Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): string => {
  const lines = [columns.map(({ header }) => quoted(guardedText(header))).join(';')];
  for (const row of rows) lines.push(columns.map((column) => cellOf(column, row)).join(';'));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
};
