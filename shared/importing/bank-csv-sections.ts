import type { BankCsvColumns } from './bank-csv-columns.ts';
import { controlKind } from './bank-csv-words.ts';
import { looksLikeDate } from './cell-shape.ts';
import { foldText } from './fold-text.ts';
import type { Table, TableRow } from './table.ts';

/** The movements of one account block, with the filled cells of the lines above them. */
export interface BankCsvSection {
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
}

/** Lines that a bank writes above the titles of an account. */
const longestBlock = 40;

const filledCells = (row: TableRow): readonly string[] =>
  row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

const namesAccount = (row: TableRow): boolean =>
  filledCells(row).some(
    (cell) =>
      /\b(compte|livret|carte|account|iban|konto|rekening)\b/.test(foldText(cell)) && !controlKind(cell),
  );

/**
 * Cuts a table at titles that come again below the lines of another account (some banks write all accounts
 * into one file). Titles that merely come again on a new page cut nothing.
 */
export const bankCsvSections = (table: Table, columns: BankCsvColumns): readonly BankCsvSection[] => {
  const all = [...table.rows, ...table.totalLines].sort((a, b) => a.line - b.line);
  const repeats = table.problems.filter(({ kind }) => kind === 'repeated-titles').map(({ line }) => line);
  const isMovement = (row: TableRow): boolean => {
    const cell = (index: number | undefined): string => (index === undefined ? '' : (row.cells[index] ?? ''));
    return (
      /\d/.test(cell(columns.bookedOn)) &&
      [columns.amount, columns.debit, columns.credit].some((index) => /\d/.test(cell(index)))
    );
  };
  const sections: BankCsvSection[] = [];
  let above = table.preamble;
  if (table.headerRow === null && columns.bookedOn !== undefined) {
    // Without titles the lines above the movements stand among the rows.
    const dateColumn = columns.bookedOn;
    const first = all.findIndex(({ cells }) => looksLikeDate((cells[dateColumn] ?? '').trim()));
    above = all.splice(0, Math.max(0, first)).map(filledCells);
  }
  let rows: TableRow[] = [];
  let next = 0;
  for (const row of all) {
    while (next < repeats.length && (repeats[next] ?? 0) < row.line) {
      let start = rows.length;
      for (let index = rows.length - 1; index >= Math.max(0, rows.length - longestBlock); index -= 1) {
        const before = rows[index];
        if (!before || isMovement(before)) break;
        if (namesAccount(before)) start = index;
      }
      if (start < rows.length) {
        const block = rows.slice(start);
        sections.push({ above, rows: rows.slice(0, start) });
        above = block.map(filledCells);
        rows = [];
      }
      next += 1;
    }
    rows.push(row);
  }
  sections.push({ above, rows });
  return sections;
};
