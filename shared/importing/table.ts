import { fail, ok, type Result } from '../result.ts';
import { isKnownHeader } from './column-synonyms.ts';
import { recogniseColumns, type TableColumn } from './column-type.ts';
import { splitDelimited, type TextRecord } from './delimited-text.ts';
import { detectDelimiter, usualWidth } from './delimiter.ts';
import { decodeText, type TextEncoding } from './encoding.ts';
import {
  type ForeignFileType,
  foreignBinaryType,
  foreignTextType,
  hasBinaryCharacters,
} from './file-signature.ts';
import { findHeader } from './header-row.ts';
import type { TableError } from './table-error.ts';
import { bodyRows, type TableProblem, type TableRow } from './table-rows.ts';

export type { TableColumn } from './column-type.ts';
export { frenchTableError, type TableError } from './table-error.ts';
export type { TableProblem, TableRow } from './table-rows.ts';

/** Beyond these a file is refused: no invoice list of a small business comes near them. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
}

export const tableLimits: TableLimits = { bytes: 50_000_000, rows: 200_000, columns: 200 };

/** What the user corrected; everything absent is detected. */
export interface TableOptions {
  readonly encoding?: TextEncoding;
  /** One character; anything else is ignored and the delimiter detected. */
  readonly delimiter?: string;
  /** Physical line of the titles from 1; null = the file has no titles. */
  readonly headerRow?: number | null;
  readonly limits?: Partial<TableLimits>;
}

/** A text file read as a table. */
export interface Table {
  readonly encoding: TextEncoding;
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  /** Physical line of the titles from 1; null when the file has none. */
  readonly headerRow: number | null;
  /** The filled cells of the lines above the titles, line by line: name of the program, period, account. */
  readonly preamble: readonly (readonly string[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Lines without any filled cell below the titles. */
  readonly blankLines: number;
  readonly problems: readonly TableProblem[];
}

const foreign = (fileType: ForeignFileType): TableError =>
  fileType === 'xlsx' ? { kind: 'xlsx-not-csv' } : { kind: 'foreign-file', fileType };

const isFilled = (cell: string): boolean => cell.trim() !== '';

/** Index of the title record: chosen by the user (number or null) or found. */
const headerIndex = (
  records: readonly TextRecord[],
  width: number,
  chosen: number | null | undefined,
): Result<number | null, TableError> => {
  if (chosen === undefined) return ok(findHeader(records, width));
  if (chosen === null) return ok(null);
  const index = records.findIndex(({ line, cells }) => line === chosen && cells.some(isFilled));
  return index === -1 ? fail({ kind: 'header-row-not-found', headerRow: chosen }) : ok(index);
};

/**
 * Reads a CSV file, a text with tabs, or a block of cells pasted from a spreadsheet (as UTF-8 bytes).
 * Encoding, delimiter, title line, column types, decimal sign and date order are detected unless `options`
 * gives them. Never throws; refuses empty, foreign, too big and non-tabular files with a {@link TableError}.
 */
export const readTable = (bytes: Uint8Array, options: TableOptions = {}): Result<Table, TableError> => {
  const limits = { ...tableLimits, ...options.limits };
  if (bytes.length === 0) return fail({ kind: 'empty-file' });
  const binaryType = foreignBinaryType(bytes);
  if (binaryType) return fail(foreign(binaryType));
  if (bytes.length > limits.bytes) {
    return fail({ kind: 'too-big', what: 'bytes', actual: bytes.length, limit: limits.bytes });
  }
  const decoded = decodeText(bytes, options.encoding);
  // 0x1A ends a DOS text file.
  const text = decoded.text.endsWith('\u001a') ? decoded.text.slice(0, -1) : decoded.text;
  if (text.trim() === '') return fail({ kind: 'empty-file' });
  const textType = foreignTextType(text);
  if (textType) return fail(foreign(textType));
  if (hasBinaryCharacters(text)) return fail(foreign('unknown-binary'));

  const chosen = options.delimiter?.[0] ?? '';
  const delimiter = /^[^"\r\n]$/.test(chosen) ? chosen : detectDelimiter(text);
  if (delimiter === undefined) return fail({ kind: 'not-tabular' });
  // Room for title lines and blank lines above and between the rows.
  const maxRecords = limits.rows * 2 + 1000;
  const allRecords = splitDelimited(text, delimiter, maxRecords);
  // Excel's own first line, which only announces the delimiter.
  const records = /^sep=.?$/i.test(allRecords[0]?.cells[0] ?? '') ? allRecords.slice(1) : allRecords;
  const filledRecords = records.filter(({ cells }) => cells.some(isFilled));
  const usual = usualWidth(filledRecords.map(({ cells }) => cells.length));
  const found = headerIndex(filledRecords, Math.max(usual, 1), options.headerRow);
  if (!found.ok) return found;
  const header = found.value === null ? undefined : filledRecords[found.value];
  const width = header ? header.cells.length : usual;
  if (width < 2) return fail({ kind: 'not-tabular' });
  const titles = header
    ? header.cells.map((cell) => cell.trim().replace(/\s+/g, ' '))
    : Array.from({ length: width }, (_, index) => `Colonne ${index + 1}`);
  if (titles.length > limits.columns) {
    return fail({ kind: 'too-big', what: 'columns', actual: titles.length, limit: limits.columns });
  }
  const body = records.filter(({ line }) => header === undefined || line > header.line);
  const { rows, columns, blankLines, problems } = bodyRows(body, titles, recogniseColumns);
  if (rows.length > limits.rows || allRecords.length >= maxRecords) {
    return fail({ kind: 'too-big', what: 'rows', actual: rows.length, limit: limits.rows });
  }
  if (rows.length === 0) return fail({ kind: 'no-rows', headers: titles });
  // Prose with commas falls into cells too, but hardly ever fills two in a line.
  const filledTwice = rows.filter(({ cells }) => cells.filter(isFilled).length >= 2).length;
  const titled = header !== undefined && titles.filter(isKnownHeader).length >= titles.length / 2;
  if (!titled && filledTwice < rows.length / 4) return fail({ kind: 'not-tabular' });
  return ok({
    encoding: decoded.encoding,
    byteOrderMark: decoded.byteOrderMark,
    delimiter,
    headerRow: header?.line ?? null,
    preamble: header
      ? filledRecords
          .filter(({ line }) => line < header.line)
          .map(({ cells }) => cells.filter(isFilled).map((cell) => cell.trim()))
      : [],
    columns,
    rows,
    blankLines,
    problems,
  });
};
