import { isBankTitle } from './bank-csv-titles.ts';
import { cellShape } from './cell-shape.ts';
import { isKnownHeader } from './column-synonyms.ts';
import type { TextRecord } from './delimited-text.ts';

const searchedRecords = 60;
const comparedRecords = 20;

const isFilled = (cell: string): boolean => cell.trim() !== '';
const isKnownTitle = (cell: string): boolean => isKnownHeader(cell) || isBankTitle(cell);

/** Three known titles that are most of a record: no row of values spells them. */
const isTitleRow = (record: TextRecord): boolean => {
  const filled = record.cells.filter(isFilled);
  const known = filled.filter(isKnownTitle).length;
  return known >= 3 && known >= filled.length * 0.6;
};

/** A record that carries values: it fills half the width and holds a date or a number. */
const carriesValues = (record: TextRecord, width: number): boolean => {
  const shapes = record.cells.map(cellShape);
  const filled = shapes.filter((shape) => shape !== 'empty').length;
  return filled >= width / 2 && shapes.some((shape) => shape === 'date' || shape === 'number');
};

/** How much a record looks like column titles, 0 when it cannot be. */
const headerScore = (record: TextRecord, following: readonly TextRecord[], width: number): number => {
  const filled = record.cells.filter(isFilled);
  if (filled.length < Math.min(2, width) || filled.length < width / 2) return 0;
  const shapes = record.cells.map(cellShape);
  const numbers = shapes.filter((shape) => shape === 'number').length;
  if (shapes.includes('date') || numbers > filled.length / 4) return 0;
  const known = filled.filter(isKnownTitle).length / filled.length;
  const distinct = new Set(filled.map((cell) => cell.trim().toLowerCase())).size / filled.length;
  let compared = 0;
  let contrasting = 0;
  record.cells.forEach((cell, column) => {
    if (!isFilled(cell)) return;
    const below = following
      .map(({ cells }) => cellShape(cells[column] ?? ''))
      .filter((shape) => shape !== 'empty');
    if (below.length === 0) return;
    compared += 1;
    if (below.filter((shape) => shape !== 'text').length > below.length / 2) contrasting += 1;
  });
  const contrast = compared === 0 ? 0 : contrasting / compared;
  return (filled.length / width) * 2 + known * 3 + contrast * 2 + distinct;
};

/**
 * The record with the column titles, past the title lines and account blocks that programs write above it.
 * `width` is the usual number of cells.
 * @returns its index in `records`, or null when the values start at once.
 */
export const findHeader = (records: readonly TextRecord[], width: number): number | null => {
  let best: number | null = null;
  let bestScore = 0;
  let inValues = false;
  for (let index = 0; index < Math.min(records.length, searchedRecords); index += 1) {
    const record = records[index];
    if (!record) break;
    // Banks write account, period and balance above the titles: a line of values may stand there too.
    if (inValues && !isTitleRow(record)) continue;
    const following = records.slice(index + 1, index + 1 + comparedRecords);
    // A title far above the table may look good on its own; a small preference keeps the first of equals.
    const score = headerScore(record, following, width) - index / 1000;
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
    if (inValues) break;
    inValues = carriesValues(record, width);
    const chosen = best === null ? undefined : records[best];
    if (inValues && chosen && isTitleRow(chosen)) break;
  }
  return best;
};
