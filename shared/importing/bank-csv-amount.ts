import { type Cents, cents } from '../money/cents.ts';
import type { AmountError } from '../money/parse-amount.ts';
import { bankAmount } from './bank-csv-cells.ts';
import type { BankCsvColumns, BankCsvTarget } from './bank-csv-columns.ts';
import { sideSign } from './bank-csv-side.ts';
import type { DecimalSign } from './cell-shape.ts';
import type { TableColumn } from './column-type.ts';

/** The amounts of one row as written, before the sign convention of the file is known. */
export interface WrittenAmounts {
  readonly amount?: Cents;
  readonly debit?: Cents;
  readonly credit?: Cents;
  readonly fee?: Cents;
  readonly balance?: Cents;
  readonly side?: -1 | 1;
  /** Cells that should hold an amount and do not. */
  readonly unreadable: readonly {
    readonly target: BankCsvTarget;
    readonly cell: string;
    readonly error: AmountError;
  }[];
}

const amountTargets = ['amount', 'debit', 'credit', 'fee', 'balance'] as const;

/** Decimal sign of each amount column: what the user said, its own, else that of the other amount columns. */
export const decimalOf = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
): ((target: BankCsvTarget) => DecimalSign | undefined) => {
  const own = (target: BankCsvTarget): DecimalSign | undefined => {
    const index = columns[target];
    return index === undefined ? undefined : tableColumns[index]?.decimal;
  };
  const any = amountTargets.map(own).find((decimal) => decimal !== undefined);
  return (target) => columns.decimal ?? own(target) ?? any;
};

/** Opens the amount cells of rows. */
export const writtenAmounts = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
): ((cells: readonly string[]) => WrittenAmounts) => {
  const decimal = decimalOf(columns, tableColumns);
  return (cells) => {
    const found: { -readonly [Key in (typeof amountTargets)[number]]?: Cents } = {};
    const unreadable: WrittenAmounts['unreadable'][number][] = [];
    for (const target of amountTargets) {
      const index = columns[target];
      const cell = index === undefined ? '' : (cells[index] ?? '').trim();
      if (cell === '') continue;
      const read = bankAmount(cell, decimal(target));
      if (read.ok) found[target] = read.value;
      else unreadable.push({ target, cell, error: read.error });
    }
    const side = columns.side === undefined ? undefined : sideSign(cells[columns.side] ?? '');
    return { ...found, ...(side !== undefined && { side }), unreadable };
  };
};

/** How the signs of a file are written. */
export interface SignConvention {
  /** What the debit column is multiplied with: −1 where debits are written without a sign. */
  readonly debit: -1 | 1;
  /** With a side column: `side` decides alone, or `reversed` amounts count against their side. */
  readonly side: 'decides' | 'reverses';
  /** A fee beside the amount is taken off the account as well, or is within the amount already. */
  readonly fee: 'apart' | 'within';
}

/** The convention that most rows follow. */
export const likelyConvention = (
  rows: readonly WrittenAmounts[],
  columns: BankCsvColumns,
): SignConvention => {
  const debits = rows.flatMap(({ debit }) => (debit === undefined || debit === 0 ? [] : [debit]));
  const negative = debits.filter((debit) => debit < 0).length;
  // Alone, a column « Débit » with both signs is one of signed outflows; with only negative ones, signed movements.
  const isSigned = columns.credit === undefined ? negative === debits.length : negative > debits.length / 2;
  return { debit: isSigned && negative > 0 ? 1 : -1, side: 'decides', fee: 'apart' };
};

/** The movement of a row: signed cents, or why it has none. */
export const movementOf = (
  row: WrittenAmounts,
  convention: SignConvention,
): { readonly cents: Cents } | { readonly missing: 'none' | 'both' | 'side' } => {
  const fee = row.fee === undefined || convention.fee === 'within' ? 0 : Math.abs(row.fee);
  const { debit, credit, amount, side } = row;
  if (debit !== undefined || credit !== undefined) {
    if ((debit ?? 0) !== 0 && (credit ?? 0) !== 0) return { missing: 'both' };
    return { cents: cents((debit ?? 0) * convention.debit + (credit ?? 0) - fee) };
  }
  if (amount === undefined) return { missing: 'none' };
  if (side === undefined) return { cents: cents(amount - fee) };
  return { cents: cents((convention.side === 'decides' ? Math.abs(amount) : amount) * side - fee) };
};
