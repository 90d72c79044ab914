import { cents } from '../money/cents.ts';
import type { WrittenAmounts } from './bank-csv-amount.ts';
import { bookingDay, type CsvRow } from './bank-csv-row.ts';
import { balancesIn, type StatedBalance } from './bank-csv-surroundings.ts';
import { controlKind } from './bank-csv-words.ts';
import type { DecimalSign } from './cell-shape.ts';

/** A row that states a balance or a total. */
export interface CsvControl {
  readonly line: number;
  /** Empty where the row does not name it. */
  readonly account: string;
  readonly balances: readonly StatedBalance[];
  /** Of a total in debit and credit columns, or with a side. */
  readonly written: WrittenAmounts;
}

/** « Solde » and « Total » alone are also what people write on a transfer. */
const isOneWord = (text: string): boolean => !/\s/.test(text.trim());

/** What a row states instead of a movement, by its words. */
const controlWords = (row: CsvRow): string | undefined => {
  const { filled, text } = row;
  const words = bookingDay(row) === undefined ? filled : [text('label') || text('details')];
  return words.find((word) => controlKind(word) !== undefined);
};

/** Filled cells of a usual row: the median of those that speak of no balance and no total. */
export const usualCellCount = (rows: readonly CsvRow[]): number => {
  const counts = rows
    .filter((row) => controlWords(row) === undefined)
    .map(({ filled }) => filled.length)
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? Number.POSITIVE_INFINITY;
};

/**
 * A balance or total among the movements; undefined for a movement. « SOLDE PRÉCÉDENT » with a day is a balance;
 * a single word such as « Total » is one only where the row has fewer cells than the movements.
 */
export const controlOf = (
  row: CsvRow,
  usualCells: number,
  decimal: DecimalSign | undefined,
): CsvControl | undefined => {
  const { line, filled, written, account } = row;
  const on = bookingDay(row);
  const words = controlWords(row);
  if (words === undefined) return undefined;
  const isDoubtful = controlKind(words) === 'total' || isOneWord(words);
  if (on !== undefined && isDoubtful && filled.length >= usualCells) return undefined;
  const stated = balancesIn(filled, decimal);
  if (stated.length === 0) return undefined;
  const { debit, credit, amount, side } = written;
  const inColumns =
    credit ??
    (debit === undefined ? undefined : -Math.abs(debit)) ??
    (amount === undefined || side === undefined ? undefined : Math.abs(amount) * side);
  return {
    line,
    account,
    written,
    balances: stated.map((balance) => ({
      ...balance,
      cents: inColumns === undefined || balance.kind === 'total' ? balance.cents : cents(inColumns),
      on: balance.on ?? on,
    })),
  };
};

/** LCL names the account in its first and last line: day, balance, and `00451 098285A`. */
const lclAccount = /^\d{5} ?\d{6}[A-Z0-9]$/;

/** In a table without titles, a row with a day, an amount and nothing else but an account: its balance. */
export const untitledBalance = ({ line, filled, written, text, day }: CsvRow): CsvControl | undefined => {
  const hasLabel = (['label', 'details'] as const).some(
    (target) => text(target) !== '' && !lclAccount.test(text(target)),
  );
  const on = day('bookedOn')?.day;
  if (on === undefined || written.amount === undefined || hasLabel || filled.length !== 3) return undefined;
  const account = filled.find((cell) => cell !== text('bookedOn') && cell !== text('amount')) ?? '';
  return {
    line,
    account: account.replace(/\s/g, ''),
    written,
    balances: [{ kind: 'balance', cents: written.amount, on }],
  };
};
