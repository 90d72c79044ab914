import type { Day } from '../dates/day.ts';
import { daysBetween } from '../dates/day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { recoveryIndemnity } from '../law/indemnity.ts';
import { type LateInterestError, lateInterest } from '../law/late-interest.ts';
import type { LegalParameters } from '../law/parameters.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { sumCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';

/** What reduced an invoice: money on the day it came in, or a credit note. */
export interface Settlement {
  readonly on: Day;
  /** 0 or more. */
  readonly cents: number;
  readonly kind: 'payment' | 'credit-note';
}

/** An invoice as a letter claims it. */
export interface LetterLine {
  readonly invoice: Invoice;
  readonly settlements: readonly Settlement[];
  /** What is claimed of it: at most total less settlements, less where a part is contested. */
  readonly remainingCents: number;
}

export interface ClaimBasis {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  readonly asOf: Day;
  readonly formalNoticeOn?: Day | undefined;
  readonly penalties: boolean;
  readonly indemnity: boolean;
  readonly imputation: 'interest-first' | 'principal-first';
  readonly insolvencyOpenedOn?: Day | undefined;
  readonly parameters: LegalParameters;
}

export type LetterLineError =
  | { readonly kind: 'no-due-date'; readonly number: string }
  | { readonly kind: 'foreign-currency'; readonly number: string; readonly currency: string }
  | { readonly kind: 'inconsistent-balance'; readonly number: string }
  | LateInterestError;

export interface ComputedLine {
  readonly row: LetterModel['table'][number];
  readonly interestRows: LetterModel['interestRows'];
  readonly dailyInterestCents: number;
  readonly paymentsSettledInterest: boolean;
}

/**
 * One line of the table and its décompte. Whatever the imputation, remaining plus interest is what is
 * owed: a payment that settled interest leaves that much more principal, and the interest column shows all
 * that accrued. A credit note corrects the invoice from the start, so its part never bore interest.
 */
export const computeLine = (line: LetterLine, basis: ClaimBasis): Result<ComputedLine, LetterLineError> => {
  const { invoice, remainingCents } = line;
  const { regime, asOf } = basis;
  const dueOn = invoice.dueOn;
  if (dueOn === undefined) return fail({ kind: 'no-due-date', number: invoice.number });
  if (invoice.currency !== 'EUR')
    return fail({ kind: 'foreign-currency', number: invoice.number, currency: invoice.currency });
  const settled = line.settlements.filter((settlement) => settlement.on <= asOf);
  const paidCents = sumCents(settled.map((settlement) => settlement.cents));
  if (remainingCents < 0 || remainingCents > invoice.totalCents - paidCents)
    return fail({ kind: 'inconsistent-balance', number: invoice.number });
  const payments = settled.filter((settlement) => settlement.kind === 'payment');
  const paymentCents = sumCents(payments.map((payment) => payment.cents));

  let interestRows: LetterModel['interestRows'] = [];
  let dailyInterestCents = 0;
  let paymentsSettledInterest = false;
  if (basis.penalties) {
    const interest = lateInterest(
      {
        regime,
        principalCents: remainingCents + paymentCents,
        dueOn,
        asOf,
        formalNoticeOn: basis.formalNoticeOn,
        payments,
        imputation: basis.imputation,
        rate: basis.rate,
      },
      basis.parameters,
    );
    if (!interest.ok) return interest;
    interestRows = interest.value.rows.map((row) => ({ number: invoice.number, ...row }));
    dailyInterestCents = interest.value.dailyInterestCents;
    paymentsSettledInterest =
      basis.imputation === 'interest-first' &&
      interest.value.allocations.some((allocation) => allocation.toInterestCents > 0);
  }
  let indemnityCents = 0;
  if (basis.indemnity) {
    const afterDueOn = payments.filter((payment) => payment.on > dueOn);
    const indemnity = recoveryIndemnity(
      {
        regime,
        documentKind: invoice.kind,
        lateCents: remainingCents + sumCents(afterDueOn.map((payment) => payment.cents)),
        dueOn,
        asOf,
        insolvencyOpenedOn: basis.insolvencyOpenedOn,
      },
      basis.parameters,
    );
    if (!indemnity.ok) return indemnity;
    indemnityCents = indemnity.value.cents;
  }
  return ok({
    row: {
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn,
      totalCents: invoice.totalCents,
      paidCents,
      remainingCents,
      daysLate: Math.max(0, daysBetween(dueOn, asOf)),
      interestCents: sumCents(interestRows.map((row) => row.interestCents)),
      indemnityCents,
    },
    interestRows,
    dailyInterestCents,
    paymentsSettledInterest,
  });
};
