import { type Cents, cents, zeroCents } from '../money/cents.ts';
import type { StatusMeaning } from './invoice-status.ts';
import type { MappedCells } from './mapped-cells.ts';

/** The amounts of one document, positive whichever kind it is. */
export interface RowAmounts {
  readonly totalCents: Cents;
  readonly remainingCents: Cents;
  /** True when the file wrote the total as a negative amount, as many do for credit notes. */
  readonly negative: boolean;
}

/**
 * Total and remaining amount of a row. Remaining = what the file says, else total − paid, else 0 for a
 * status « payée », else the total; kept between 0 and the total, with a warning where the file goes beyond.
 * @returns undefined, with a problem, when neither total nor remaining amount can be read.
 */
export const rowAmounts = (
  cells: MappedCells,
  status: StatusMeaning | undefined,
  saidToBeCreditNote: boolean,
): RowAmounts | undefined => {
  const problemsBefore = cells.problems.length;
  const statedTotal = cells.amount('totalCents');
  const statedRemaining = cells.amount('remainingCents');
  const statedPaid = cells.amount('paidCents');
  if (cells.problems.length > problemsBefore) return undefined;
  const signedTotal =
    statedTotal ?? (statedRemaining === undefined ? undefined : cents(statedRemaining + (statedPaid ?? 0)));
  if (signedTotal === undefined) {
    cells.report({ kind: 'missing-amount', target: 'totalCents' });
    return undefined;
  }
  const negative = signedTotal < 0;
  const total = cents(Math.abs(signedTotal));
  // Programs write what is left of a credit note, and what was used of it, with either sign.
  const unsigned = negative || saidToBeCreditNote ? Math.abs : (amount: number): number => amount;
  let remaining: number;
  if (statedRemaining !== undefined) remaining = unsigned(statedRemaining);
  else if (statedPaid !== undefined) remaining = total - unsigned(statedPaid);
  else remaining = status === 'paid' ? 0 : total;
  if (remaining > total) {
    cells.report({
      kind: 'remaining-above-total',
      target: 'remainingCents',
      cents: remaining,
      otherCents: total,
    });
    remaining = total;
  } else if (remaining < 0) {
    cells.report({ kind: 'overpaid', target: 'remainingCents', cents: -remaining });
    remaining = 0;
  }
  if (status === 'paid' && remaining > 0) {
    cells.report({
      kind: 'status-disagrees',
      target: 'status',
      value: cells.text('status'),
      cents: remaining,
    });
  }
  return { totalCents: total, remainingCents: remaining === 0 ? zeroCents : cents(remaining), negative };
};
