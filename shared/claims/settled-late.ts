import { type Day, daysBetween, laterDay } from '../dates/day.ts';
import type { InvoiceStatement } from './statement-contract.ts';

/**
 * Day on which an invoice was paid in full; undefined while something of it is owed or contested. Interest and
 * the 40 € may still be claimed of it.
 */
export const settledOn = ({
  principalCents,
  disputedCents,
  rows,
}: Pick<InvoiceStatement, 'principalCents' | 'disputedCents' | 'rows'>): Day | undefined => {
  if (principalCents > 0 || disputedCents > 0) return undefined;
  let last: Day | undefined;
  for (const row of rows)
    if (row.kind === 'payment' || row.kind === 'credit-note' || row.kind === 'concession')
      last = last === undefined ? row.on : laterDay(last, row.on);
  return last;
};

/** Days late: until the invoice was settled, else until the day of the statement. 0 when it is not late. */
export const daysLateOf = (one: InvoiceStatement): number => {
  const on = settledOn(one);
  return on === undefined ? one.daysLate : Math.max(0, daysBetween(one.dueOn, on));
};
