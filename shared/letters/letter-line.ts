import { type ClaimBasis, type ClaimError, type ClaimLine, invoiceClaim } from '../claims/invoice-claim.ts';
import { invoiceStatement } from '../claims/invoice-statement.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { type Cents, cents } from '../money/cents.ts';
import { ok, type Result } from '../result.ts';
import { printedInvoiceOf } from './printed-invoice.ts';

export interface ComputedLine {
  readonly row: LetterModel['table'][number];
  readonly annex: PrintedInvoice;
  readonly dailyInterestCents: Cents;
  readonly creditedCents: Cents;
  readonly creditNumbers: readonly string[];
  readonly paymentsSettledInterest: boolean;
}

const longestOrder = 100;

const orderOf = ({ orderReference = '' }: Invoice): { readonly orderReference?: string } =>
  orderReference.trim() === ''
    ? {}
    : { orderReference: [...orderReference.trim()].slice(0, longestOrder).join('') };

const decided = { claimed: true, decidedBy: 'settings', reason: '' } as const;

/** One line of the letter's table and its part of the décompte, from the claim of its invoice. */
export const computeLine = (line: ClaimLine, basis: ClaimBasis): Result<ComputedLine, ClaimError> => {
  const claim = invoiceClaim(line, basis);
  if (!claim.ok) return claim;
  const { invoice } = line;
  const { dueOn, settledCents, principalCents, daysLate, interestCents, indemnityCents } = claim.value;
  const statement = invoiceStatement(claim.value, basis, { penalties: decided, indemnity: decided });
  return ok({
    row: {
      number: invoice.number,
      ...orderOf(invoice),
      issuedOn: invoice.issuedOn,
      dueOn,
      totalCents: invoice.totalCents,
      paidCents: settledCents,
      remainingCents: principalCents,
      daysLate,
      interestCents,
      indemnityCents,
    },
    annex: printedInvoiceOf(statement, basis.regime),
    dailyInterestCents: claim.value.dailyInterestCents,
    creditedCents: cents(line.creditedCents ?? 0),
    creditNumbers: line.creditNumbers ?? [],
    paymentsSettledInterest:
      basis.imputation === 'interest-first' &&
      (claim.value.interest?.allocations.some(({ toInterestCents }) => toInterestCents > 0) ?? false),
  });
};
