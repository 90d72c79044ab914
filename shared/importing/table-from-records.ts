import { fail, ok, type Result } from '../result.ts';
import { isKnownHeader } from './column-synonyms.ts';
import { recogniseColumns, type TableColumn } from './column-type.ts';
import type { TextRecord } from './delimited-text.ts';
import { usualWidth } from './delimiter.ts';
import { findHeader } from './header-row.ts';
import type { TableError } from './table-error.ts';
import { bodyRows, type TableProblem, type TableRow } from './table-rows.ts';

/** Titles and rows found among records, whatever kind of file they came from. */
export interface RecordTable {
  /** Physical line of the titles from 1; null when there are none. */
  readonly headerRow: number | null;
  /** The filled cells of the lines above the titles, line by line: name of the program, period, account. */
  readonly preamble: readonly (readonly string[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Lines of totals and balances among or under the rows, of which they are no part. */
  readonly totalLines: readonly TableRow[];
  /** Lines without any filled cell below the titles. */
  readonly blankLines: number;
  readonly problems: readonly TableProblem[];
}

/** Beyond these a file is refused: no invoice list of a small business comes near them. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
}

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

/** Makes all records of a sheet equally wide: a sheet stores no empty cells, and none of its cells can shift. */
const padded = (records: readonly TextRecord[]): readonly TextRecord[] => {
  const width = records.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return records.map(({ line, cells }) => ({
    line,
    cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')],
  }));
};

/** Most records that are worth reading: room for title lines and blank lines above and between the rows. */
export const mostRecords = (limits: TableLimits): number => limits.rows * 2 + 1000;

/**
 * Finds the titles among the records, recognises the columns and sorts out the rows below. `ragged` records
 * (of a text file) are reported when their width differs; those of a sheet are made equally wide.
 */
export const tableFromRecords = (
  records: readonly TextRecord[],
  ragged: boolean,
  chosenHeader: number | null | undefined,
  limits: TableLimits,
): Result<RecordTable, TableError> => {
  const usual = usualWidth(
    records.filter(({ cells }) => cells.some(isFilled)).map(({ cells }) => cells.length),
  );
  const even = ragged ? records : padded(records);
  const filledRecords = even.filter(({ cells }) => cells.some(isFilled));
  const found = headerIndex(filledRecords, Math.max(usual, 1), chosenHeader);
  if (!found.ok) return found;
  const header = found.value === null ? undefined : filledRecords[found.value];
  const width = header?.cells.length ?? (ragged ? usual : (even[0]?.cells.length ?? 0));
  if (width < 2) return fail({ kind: 'not-tabular' });
  if (width > limits.columns) {
    return fail({ kind: 'too-big', what: 'columns', actual: width, limit: limits.columns });
  }
  const titles = header
    ? header.cells.map((cell) => cell.trim().replace(/\s+/g, ' '))
    : Array.from({ length: width }, (_, index) => `Colonne ${index + 1}`);
  const body = even.filter(({ line }) => header === undefined || line > header.line);
  const { rows, totalLines, columns, blankLines, problems } = bodyRows(body, titles, recogniseColumns);
  if (rows.length > limits.rows || records.length >= mostRecords(limits)) {
    return fail({ kind: 'too-big', what: 'rows', actual: rows.length, limit: limits.rows });
  }
  if (rows.length === 0) return fail({ kind: 'no-rows', headers: titles });
  // Prose with commas falls into cells too, but hardly ever fills two in a line.
  const filledTwice = rows.filter(({ cells }) => cells.filter(isFilled).length >= 2).length;
  const titled = header !== undefined && titles.filter(isKnownHeader).length >= titles.length / 2;
  if (!titled && filledTwice < rows.length / 4) return fail({ kind: 'not-tabular' });
  const above = header ? filledRecords.filter(({ line }) => line < header.line) : [];
  return ok({
    headerRow: header?.line ?? null,
    preamble: above.map(({ cells }) => cells.filter(isFilled).map((cell) => cell.trim())),
    columns,
    rows,
    totalLines,
    blankLines,
    problems,
  });
};
