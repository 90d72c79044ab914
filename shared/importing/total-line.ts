import { foldText } from './fold-text.ts';

const totalWords =
  /^(sous total|total|totaux|grand total|total general|somme|sum|cumul|report|a reporter|solde (final|initial|au|total|du|debut|fin)|opening balance|closing balance|balance at|turnover|nombre de|montant total$)\b/;

const totalHint = /tota|somme|sum|cumul|report|solde|balance|turnover|nombre/i;

/**
 * True for a line of totals under or between the rows (« Total client », « Solde au 30/06 »): its first filled
 * text says so, no date is in it, and most of its cells are empty. `dateColumns` are the indexes of the date
 * columns.
 */
export const isTotalLine = (cells: readonly string[], dateColumns: readonly number[]): boolean => {
  // Cheap tests first: this runs on every line of a large file.
  const label = cells.find((cell) => /^\W*\p{L}/u.test(cell)) ?? '';
  if (!totalHint.test(label) || !totalWords.test(foldText(label))) return false;
  if (dateColumns.some((index) => (cells[index] ?? '').trim() !== '')) return false;
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return dateColumns.length > 0 || filled <= Math.max(2, cells.length / 2);
};
