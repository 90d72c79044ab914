import type { BankCsvColumns } from './bank-csv-columns.ts';
import type { Table } from './table.ts';

const lineFeed = 10;
const carriageReturn = 13;

const decimals = (cell: string): number | undefined => {
  const found = /^[^\d]*[\d\s\u00a0\u202f.,']*[.,](\d*)\D*$/.exec(cell.trim().slice(0, 60));
  return found === null ? (/\d/.test(cell) ? 0 : undefined) : (found[1] ?? '').length;
};

/**
 * False when a text file seems to end in the middle of its last row: cells are missing that nearly all other
 * rows have, a quotation mark stays open, or the last amount lost decimals that all others have and no line
 * end follows. (A file cut exactly between two rows can only be told by its balances.)
 */
export const isWholeTable = (bytes: Uint8Array, table: Table, columns: BankCsvColumns): boolean => {
  const last = table.rows.at(-1);
  if (table.format !== 'text' || !last) return true;
  const end = bytes.at(-1);
  const encodedEnd = end === 0 ? bytes.at(-2) : end;
  if (encodedEnd === lineFeed || encodedEnd === carriageReturn) return true;
  const others = table.rows.slice(0, -1);
  const short = others.filter(({ irregular }) => irregular === 'short').length;
  if (last.irregular === 'short' && short <= others.length / 10) return false;
  const stray = table.problems.some(({ kind, line }) => kind === 'stray-quote' && line === last.line);
  if (stray) return false;
  const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');
  const lastColumn = lastFilled(last.cells);
  const isMoney = [columns.amount, columns.debit, columns.credit, columns.balance].includes(lastColumn);
  // In a file of uneven lines, one that stops at its amount where no other does was cut within it.
  const alike = others.filter(({ cells }) => lastFilled(cells) === lastColumn).length;
  if (last.irregular === 'short' && (isMoney || lastColumn === columns.bookedOn) && alike === 0) return false;
  if (!isMoney) return true;
  const own = decimals(last.cells[lastColumn] ?? '');
  const usual = others
    .map(({ cells }) => decimals(cells[lastColumn] ?? ''))
    .filter((count) => count !== undefined);
  // Nothing to compare with: an amount has its cents.
  if (usual.length === 0) return own === 2;
  return !usual.every((count) => count === usual[0]) || own === usual[0];
};
