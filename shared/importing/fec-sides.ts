import { type FecAmountFailure, fecAmount, fecSide, hasExtraDecimals } from './fec-cells.ts';
import type { FecColumns } from './fec-columns.ts';
import type { FecLineCells } from './fec-lines.ts';

/** Debit and credit of a line in cents, or why it cannot be read. */
export type FecSides =
  | { readonly ok: true; readonly debitCents: number; readonly creditCents: number }
  | { readonly ok: false; readonly failure: FecAmountFailure | 'unknown-side'; readonly value: string };

/** Reads the amounts of the lines of one file. */
export interface FecSidesReader {
  readonly read: (line: number, cells: FecLineCells) => FecSides;
  /** The first amount with more than two decimals, all of them zero beyond the cent, and how many there are. */
  readonly extraDecimals: () =>
    | { readonly value: string; readonly line: number; readonly count: number }
    | undefined;
}

/** A zero with three decimals: in that file « 1,234 » has three decimals and no thousands. */
const zeroWithThree = /^0([.,])0{3}$/;

/** Reads debit and credit, or amount and side, wherever they stand. */
export const fecSidesReader = ({ index }: FecColumns): FecSidesReader => {
  const debitAt = index.debit ?? -1;
  const creditAt = index.credit ?? -1;
  const amountAt = index.montant ?? -1;
  const sideAt = index.sens ?? -1;
  const isBySide = debitAt === -1 || creditAt === -1;
  let extra: { value: string; line: number; count: number } | undefined;
  const amountOf = (cell: string, beside: string, line: number): number | FecAmountFailure => {
    let amount = fecAmount(cell);
    if (amount === 'ambiguous-amount') {
      const decimal = zeroWithThree.exec(beside)?.[1];
      if (decimal === ',' || decimal === '.') amount = fecAmount(cell, decimal);
    }
    if (typeof amount === 'number' && hasExtraDecimals(cell)) {
      if (extra) extra.count += 1;
      else extra = { value: cell, line, count: 1 };
    }
    return amount;
  };
  const bySide = (line: number, cells: FecLineCells): FecSides => {
    const cell = cells.cell(amountAt);
    const amount = amountOf(cell, '', line);
    if (typeof amount === 'string') return { ok: false, failure: amount, value: cell };
    const sideCell = cells.cell(sideAt);
    const side = fecSide(sideCell);
    if (side === undefined) return { ok: false, failure: 'unknown-side', value: sideCell };
    return side === 1
      ? { ok: true, debitCents: amount, creditCents: 0 }
      : { ok: true, debitCents: 0, creditCents: amount };
  };
  const byColumns = (line: number, cells: FecLineCells): FecSides => {
    const [debitCell, creditCell] = [cells.cell(debitAt), cells.cell(creditAt)];
    const debitCents = amountOf(debitCell, creditCell, line);
    if (typeof debitCents === 'string') return { ok: false, failure: debitCents, value: debitCell };
    const creditCents = amountOf(creditCell, debitCell, line);
    if (typeof creditCents === 'string') return { ok: false, failure: creditCents, value: creditCell };
    return { ok: true, debitCents, creditCents };
  };
  return { read: isBySide ? bySide : byColumns, extraDecimals: () => extra };
};
