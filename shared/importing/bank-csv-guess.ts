import { currencyIn, isCurrencyCode } from './bank-csv-cells.ts';
import { type BankCsvColumns, type BankCsvTarget, bankCsvTargets } from './bank-csv-columns.ts';
import { sideSign } from './bank-csv-side.ts';
import { bankTitleScore } from './bank-csv-titles.ts';
import { movementStatus } from './bank-csv-words.ts';
import { looksLikeNumber } from './cell-shape.ts';
import type { TableColumn } from './column-type.ts';
import { foldHeader } from './fold-text.ts';

const leastScore = 0.5;
/** From here a title is one of the known ones, not only like one. */
const knownTitle = 0.8;
type Chosen = { [Target in BankCsvTarget]?: number };

/** The filled cells of a column over all rows. */
export const columnValues = (rows: readonly (readonly string[])[], index: number): readonly string[] =>
  rows.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');

const isAmount = (sample: string): boolean => looksLikeNumber(sample.replace(/^'?[A-Z]{3} /, ''));

/** Amounts, even beside texts that are none: such a line is reported when it is read. */
const holdsAmounts = (column: TableColumn): boolean =>
  column.type === 'amount' || (column.type === 'text' && column.samples.some(isAmount));

/** True when what a column holds can be that target. */
const fits = (column: TableColumn, target: BankCsvTarget, rows: readonly (readonly string[])[]): boolean => {
  switch (target) {
    case 'bookedOn':
    case 'valueOn':
      return column.type === 'date';
    case 'amount':
      return holdsAmounts(column);
    case 'balance':
    case 'fee':
      return column.samples.length > 0 && column.type !== 'date' && column.samples.every(isAmount);
    // A period without any receipt has an empty column « Crédit ».
    case 'debit':
    case 'credit':
      return column.type === 'empty' || holdsAmounts(column);
    case 'side':
      return column.samples.length > 0 && column.samples.every((sample) => sideSign(sample) !== undefined);
    case 'currency':
      return column.samples.length > 0 && column.samples.every(isCurrencyCode);
    case 'status': {
      const values = columnValues(rows, column.index);
      return (
        values.length > 0 &&
        values.filter((value) => movementStatus(value) !== 'unknown').length > values.length / 2
      );
    }
    case 'account': {
      // The user's own account stands on every line, and he has only a few.
      const filled = rows.filter((cells) => cells.filter((cell) => cell.trim() !== '').length > 2);
      const values = filled.map((cells) => (cells[column.index] ?? '').trim());
      const empty = values.filter((value) => value === '').length;
      const distinct = new Set(values).size;
      return (
        column.type !== 'date' &&
        empty === 0 &&
        distinct <= 30 &&
        (distinct === 1 || distinct <= values.length / 2) &&
        values.every((value) => /\d{3}/.test(value))
      );
    }
    case 'label':
    case 'details':
    case 'counterparty':
      return column.type === 'text' || column.type === 'amount';
    default:
      return column.type === 'text' || column.type === 'amount' || column.type === 'empty';
  }
};

/** The columns by their titles alone, each used once, the surest first. */
export const columnsByTitle = (
  tableColumns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Chosen => {
  const pairs = bankCsvTargets.flatMap((target, rank) =>
    tableColumns.flatMap((column) => {
      const score = bankTitleScore(column.header, target);
      return score >= leastScore ? [{ target, rank, column, score }] : [];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.rank - b.rank || a.column.index - b.column.index);
  const chosen: Chosen = {};
  const scores: { [Target in BankCsvTarget]?: number } = {};
  const used = new Set<number>();
  for (const { target, column, score } of pairs) {
    if (chosen[target] !== undefined || used.has(column.index) || !fits(column, target, rows)) continue;
    chosen[target] = column.index;
    scores[target] = score;
    used.add(column.index);
  }
  const isPair = chosen.debit !== undefined && chosen.credit !== undefined;
  const isSurePair = Math.min(scores.debit ?? 0, scores.credit ?? 0) >= knownTitle;
  // Debit and credit say the same as one amount, and say it without a sign that could be missed.
  if (isPair && (isSurePair || (scores.amount ?? 0) < knownTitle)) delete chosen.amount;
  else if (chosen.amount !== undefined) {
    delete chosen.debit;
    delete chosen.credit;
  }
  if (chosen.amount === undefined) delete chosen.side;
  const net = tableColumns.find(
    (column) => /^(net|montant net|net amount)\b/.test(foldHeader(column.header)) && holdsAmounts(column),
  );
  if (chosen.fee !== undefined && net) {
    // PayPal and Stripe: gross, fee, net. The net is what moves.
    chosen.amount = net.index;
    delete chosen.fee;
  }
  return chosen;
};

/** Currency named in the title of an amount column: « Montant (SGD) », « Débit euros ». */
export const currencyOfTitles = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
): string | undefined => {
  for (const target of ['amount', 'debit', 'credit', 'balance'] as const) {
    const index = columns[target];
    const named = index === undefined ? undefined : currencyIn(tableColumns[index]?.header ?? '');
    if (named !== undefined) return named;
  }
  return undefined;
};

/** True when two columns bear the title of the amount and nothing says which one is meant. */
export const hasTwinAmounts = (columns: BankCsvColumns, tableColumns: readonly TableColumn[]): boolean => {
  const own = columns.amount === undefined ? undefined : tableColumns[columns.amount];
  if (!own) return false;
  const score = bankTitleScore(own.header, 'amount');
  return tableColumns.some(
    (other) =>
      other !== own && holdsAmounts(other) && score > 0.5 && bankTitleScore(other.header, 'amount') === score,
  );
};
