import type { Day } from '../dates/day.ts';
import { type WrittenAmounts, writtenAmounts } from './bank-csv-amount.ts';
import { type BankDay, plainCell, rememberedDays } from './bank-csv-cells.ts';
import type { BankCsvColumns, BankCsvTarget } from './bank-csv-columns.ts';
import type { TableColumn } from './column-type.ts';
import type { TableRow } from './table.ts';

/** A row of a bank's table, opened through the choice of columns. */
export interface CsvRow {
  readonly line: number;
  /** Filled cells beyond the last title. */
  readonly isTooLong: boolean;
  /** The filled cells, in order. */
  readonly filled: readonly string[];
  readonly written: WrittenAmounts;
  /** True where one of the amount columns holds anything. */
  readonly hasMoney: boolean;
  /** Trimmed text; empty where the target is not chosen. */
  readonly text: (target: BankCsvTarget) => string;
  /** The day in a date column; undefined where it is empty or no day. */
  readonly day: (target: 'bookedOn' | 'valueOn') => BankDay | undefined;
  /** The own account that the row names, without spaces; may be empty. */
  readonly account: string;
}

export const moneyTargets = ['amount', 'debit', 'credit'] as const;

/** Opens rows: amounts by the decimal sign of their columns, days by the order of theirs. */
export const csvRowOpener = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
): ((row: TableRow) => CsvRow) => {
  const open = writtenAmounts(columns, tableColumns);
  const readDay = rememberedDays();
  const orderOf = (target: 'bookedOn' | 'valueOn') => {
    const index = columns[target];
    // What the user said, what the days of the column prove, else the French order.
    return columns.dateOrder ?? (index === undefined ? undefined : tableColumns[index]?.dateOrder) ?? 'dmy';
  };
  const orders = { bookedOn: orderOf('bookedOn'), valueOn: orderOf('valueOn') };
  return ({ line, cells, irregular }) => {
    const text = (target: BankCsvTarget): string => {
      const index = columns[target];
      return index === undefined ? '' : plainCell(cells[index] ?? '');
    };
    return {
      line,
      isTooLong: irregular === 'long',
      filled: cells.filter((cell) => cell.trim() !== '').map(plainCell),
      written: open(cells),
      hasMoney: moneyTargets.some((target) => text(target) !== ''),
      text,
      day: (target) => {
        const cell = text(target);
        const read = cell === '' ? undefined : readDay(cell, orders[target]);
        return read?.ok ? read.value : undefined;
      },
      account: text('account').replace(/\s/g, ''),
    };
  };
};

/** The day of a row's booking, whatever else is wrong with it. */
export const bookingDay = (row: CsvRow): Day | undefined => row.day('bookedOn')?.day;
