import type { TableColumn } from './column-type.ts';
import type { TextRecord } from './delimited-text.ts';
import { isTotalLine } from './total-line.ts';

/** One row of a table. */
export interface TableRow {
  /** Physical line of the file, from 1, on which the row starts. */
  readonly line: number;
  /** At least as many as there are columns; missing ones are filled with empty text. */
  readonly cells: readonly string[];
  /** `short`: cells were missing at the end. `long`: filled cells beyond the last column, so that values may stand in the wrong column. */
  readonly irregular?: 'short' | 'long';
}

/** Something to know about one line of the file. */
export interface TableProblem {
  readonly line: number;
  readonly kind:
    | 'row-too-short'
    | 'row-too-long'
    | 'total-line'
    | 'repeated-titles'
    | 'stray-quote'
    | 'damaged-characters';
  /** French. */
  readonly message: string;
}

const nbsp = '\u00a0';
const isFilled = (cell: string): boolean => cell.trim() !== '';

const cellCount = (count: number): string => `${count}${nbsp}${count > 1 ? 'cellules' : 'cellule'}`;

const fitToWidth = (record: TextRecord, width: number): TableRow => {
  const cells = record.cells;
  if (cells.length === width) return { line: record.line, cells };
  if (cells.length < width) {
    const missing = Array.from({ length: width - cells.length }, () => '');
    return { line: record.line, cells: [...cells, ...missing], irregular: 'short' };
  }
  // A trailing delimiter gives empty cells beyond the last column; they mean nothing.
  return cells.slice(width).some(isFilled)
    ? { line: record.line, cells, irregular: 'long' }
    : { line: record.line, cells: cells.slice(0, width) };
};

const isRepeatOf = (cells: readonly string[], titles: readonly string[]): boolean =>
  titles.every((title, index) => (cells[index] ?? '').trim().replace(/\s+/g, ' ') === title);

/**
 * The rows under the titles: blank lines counted, totals and repeated titles dropped and reported, rows of
 * another width reported.
 */
export const bodyRows = (
  records: readonly TextRecord[],
  titles: readonly string[],
  recognise: (titles: readonly string[], rows: readonly (readonly string[])[]) => readonly TableColumn[],
): {
  readonly rows: readonly TableRow[];
  readonly totalLines: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly blankLines: number;
  readonly problems: readonly TableProblem[];
} => {
  const width = titles.length;
  const filled = records.filter(({ cells }) => cells.some(isFilled));
  const dateColumns = recognise(
    titles,
    filled.map(({ cells }) => cells),
  )
    .filter(({ type }) => type === 'date')
    .map(({ index }) => index);
  const rows: TableRow[] = [];
  const totalLines: TableRow[] = [];
  const problems: TableProblem[] = [];
  for (const record of filled) {
    const { line } = record;
    if (isRepeatOf(record.cells, titles)) {
      problems.push({
        line,
        kind: 'repeated-titles',
        message: `Ligne ${line}${nbsp}: titres de colonnes répétés, ligne ignorée.`,
      });
      continue;
    }
    if (isTotalLine(record.cells, dateColumns)) {
      totalLines.push(fitToWidth(record, width));
      problems.push({ line, kind: 'total-line', message: `Ligne ${line}${nbsp}: ligne de total, ignorée.` });
      continue;
    }
    const row = fitToWidth(record, width);
    rows.push(row);
    if (row.irregular === 'short') {
      problems.push({
        line,
        kind: 'row-too-short',
        message: `Ligne ${line}${nbsp}: ${cellCount(record.cells.length)} au lieu de ${width}.`,
      });
    } else if (row.irregular === 'long') {
      problems.push({
        line,
        kind: 'row-too-long',
        message: `Ligne ${line}${nbsp}: ${cellCount(record.cells.length)} au lieu de ${width}. Un séparateur se trouve sans doute dans un texte.`,
      });
    }
    if (record.strayQuote) {
      problems.push({
        line,
        kind: 'stray-quote',
        message: `Ligne ${line}${nbsp}: un guillemet n’est pas refermé, il est lu comme un caractère ordinaire.`,
      });
    }
    if (record.cells.some((cell) => cell.includes('\ufffd'))) {
      problems.push({
        line,
        kind: 'damaged-characters',
        message: `Ligne ${line}${nbsp}: des caractères sont illisibles. Essayez un autre encodage.`,
      });
    }
  }
  return {
    rows,
    totalLines,
    columns: recognise(
      titles,
      rows.map(({ cells }) => cells),
    ),
    blankLines: records.length - filled.length,
    problems,
  };
};
