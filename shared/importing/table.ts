import { fail, ok, type Result } from '../result.ts';
import { suggestMapping } from './column-mapping.ts';
import { splitDelimited } from './delimited-text.ts';
import { detectDelimiter } from './delimiter.ts';
import { decodeText, type TextEncoding } from './encoding.ts';
import {
  type ForeignFileType,
  foreignBinaryType,
  foreignTextType,
  hasBinaryCharacters,
} from './file-signature.ts';
import type { TableError } from './table-error.ts';
import { mostRecords, type RecordTable, type TableLimits, tableFromRecords } from './table-from-records.ts';
import { readWorkbook } from './workbook.ts';

export type { TableColumn } from './column-type.ts';
export { frenchTableError, type TableError } from './table-error.ts';
export type { TableLimits } from './table-from-records.ts';
export type { TableProblem, TableRow } from './table-rows.ts';

export const tableLimits: TableLimits = { bytes: 50_000_000, rows: 200_000, columns: 200 };

/** What the user corrected; everything absent is detected. */
export interface TableOptions {
  readonly encoding?: TextEncoding;
  /** One character; anything else is ignored and the delimiter detected. */
  readonly delimiter?: string;
  /** Physical line (or row of the sheet) of the titles from 1; null = there are no titles. */
  readonly headerRow?: number | null;
  /** Sheet of a workbook, by name. */
  readonly sheet?: string;
  readonly limits?: Partial<TableLimits>;
}

/** A text file or a sheet of a workbook read as a table. Lines of a sheet are its row numbers. */
export interface Table extends RecordTable {
  readonly format: 'text' | 'xlsx';
  /** `utf-8` for a workbook. */
  readonly encoding: TextEncoding;
  readonly byteOrderMark: boolean;
  /** Empty for a workbook. */
  readonly delimiter: string;
  /** The sheet that was read; null for a text file. */
  readonly sheet: string | null;
  /** Names of all visible sheets, for choosing another one. */
  readonly sheets: readonly string[];
}

const foreign = (fileType: ForeignFileType): TableError =>
  fileType === 'xlsx' ? { kind: 'damaged-workbook' } : { kind: 'foreign-file', fileType };

/** Reads the chosen sheet of a workbook, else the first that looks like a list of invoices, else the largest. */
const readSheet = (
  bytes: Uint8Array,
  options: TableOptions,
  limits: TableLimits,
): Result<Table, TableError> => {
  const workbook = readWorkbook(bytes, mostRecords(limits));
  if (!workbook.ok) {
    return workbook.error.kind === 'damaged-workbook'
      ? fail(workbook.error)
      : fail({ kind: 'too-big', what: 'bytes', actual: workbook.error.actual, limit: workbook.error.limit });
  }
  const sheets = workbook.value.map(({ name }) => name);
  const isChosen = (name: string): boolean =>
    options.sheet === undefined || !sheets.includes(options.sheet) || name === options.sheet;
  const results = workbook.value
    .filter(({ name }) => isChosen(name))
    .map(({ name, records }) => ({
      name,
      result: tableFromRecords(records, false, options.headerRow, limits),
    }));
  const tables = results.flatMap(({ name, result }) => (result.ok ? [{ name, table: result.value }] : []));
  const [first, ...others] = tables;
  if (!first) {
    const refused = results[0]?.result;
    return refused && !refused.ok ? refused : fail({ kind: 'not-tabular' });
  }
  const cellCount = ({ table }: typeof first): number => table.rows.length * table.columns.length;
  const found =
    tables.find(({ table }) => suggestMapping(table).listKind === 'invoices') ??
    others.reduce(
      (largest, candidate) => (cellCount(candidate) > cellCount(largest) ? candidate : largest),
      first,
    );
  return ok({
    ...found.table,
    format: 'xlsx',
    encoding: 'utf-8',
    byteOrderMark: false,
    delimiter: '',
    sheet: found.name,
    sheets,
  });
};

/**
 * Reads a CSV file, a text with tabs, a block of cells pasted from a spreadsheet (as UTF-8 bytes), or an XLSX
 * workbook. Encoding, delimiter, title line, column types, decimal sign and date order are detected unless
 * `options` gives them. Never throws; refuses empty, foreign, damaged, too big and non-tabular files with a
 * {@link TableError}.
 */
export const readTable = (bytes: Uint8Array, options: TableOptions = {}): Result<Table, TableError> => {
  const limits = { ...tableLimits, ...options.limits };
  if (bytes.length === 0) return fail({ kind: 'empty-file' });
  const binaryType = foreignBinaryType(bytes);
  if (binaryType !== undefined && binaryType !== 'xlsx') return fail(foreign(binaryType));
  if (bytes.length > limits.bytes) {
    return fail({ kind: 'too-big', what: 'bytes', actual: bytes.length, limit: limits.bytes });
  }
  if (binaryType === 'xlsx') return readSheet(bytes, options, limits);
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
  const allRecords = splitDelimited(text, delimiter, mostRecords(limits));
  // Excel's own first line, which only announces the delimiter.
  const records = /^sep=.?$/i.test(allRecords[0]?.cells[0] ?? '') ? allRecords.slice(1) : allRecords;
  const table = tableFromRecords(records, true, options.headerRow, limits);
  if (!table.ok) return table;
  return ok({
    ...table.value,
    format: 'text',
    encoding: decoded.encoding,
    byteOrderMark: decoded.byteOrderMark,
    delimiter,
    sheet: null,
    sheets: [],
  });
};
