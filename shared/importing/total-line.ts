import { cellShape } from './cell-shape.ts';
import { foldText } from './fold-text.ts';

const totalWords =
  /^(sous total|total|totaux|grand total|total general|somme|sum|cumul|report|a reporter|solde (final|initial|au|total|du|debut|fin)|opening balance|closing balance|balance at|turnover|nombre de|montant total$)\b/;

/**
 * True for a line of totals under or between the rows (« Total client », « Solde au 30/06 »): its first filled
 * text says so, no date is in it, and most of its cells are empty. `dateColumns` are the indexes of the date
 * columns.
 */
export const isTotalLine = (cells: readonly string[], dateColumns: readonly number[]): boolean => {
  const shapes = cells.map(cellShape);
  const firstText = shapes.indexOf('text');
  if (firstText === -1 || !totalWords.test(foldText(cells[firstText] ?? ''))) return false;
  if (dateColumns.some((index) => (cells[index] ?? '').trim() !== '')) return false;
  const filled = shapes.filter((shape) => shape !== 'empty').length;
  return dateColumns.length > 0 || filled <= Math.max(2, cells.length / 2);
};
