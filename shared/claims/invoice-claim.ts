import { type Day, daysBetween } from '../dates/day.ts';
import { type Indemnity, recoveryIndemnity } from '../law/indemnity.ts';
import {
  type InterestPayment,
  type LateInterest,
  type LateInterestError,
  lateInterest,
} from '../law/late-interest.ts';
import type { LegalParameters } from '../law/parameters.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';

/** What reduced an invoice: money on the day it came in, or a credit note. */
export interface Settlement {
  readonly on: Day;
  /** 0 or more. */
  readonly cents: number;
  /** `concession`: what was let go with a payment (escompte, fees, a cent). */
  readonly kind: 'payment' | 'credit-note' | 'concession';
  /** Credit notes: corrects the invoice from its due date on where undefined. */
  readonly effect?: 'from-due-date' | 'from-its-date' | undefined;
  /** Reference of the payment, or number of the credit note; may be empty. */
  readonly reference?: string | undefined;
  /** False: counted against this invoice by law, not set against it by the user yet. */
  readonly isAllocated?: boolean | undefined;
}

/** An invoice with what is claimed of it. */
export interface ClaimLine {
  readonly invoice: Invoice;
  readonly settlements: readonly Settlement[];
  /** Principal that is claimed: total less settlements, less the contested part. */
  readonly remainingCents: number;
  /** Contested part, which is not claimed; 0 where undefined. */
  readonly disputedCents?: number | undefined;
  /** Free credit notes to be taken off at the end; they touch no interest. 0 where undefined. */
  readonly creditedCents?: number | undefined;
  /** Numbers of those credit notes. */
  readonly creditNumbers?: readonly string[] | undefined;
  /** « Réclamer » or « renoncer »; both claimed where undefined. */
  readonly charges?: { readonly penalties: boolean; readonly indemnity: boolean } | undefined;
  /** First presentation of a formal notice that named this invoice. */
  readonly formalNoticeOn?: Day | undefined;
  /** Judgment that stops interest, where the claim was born before it. */
  readonly insolvencyOpenedOn?: Day | undefined;
}

/** What the claims of one client share. */
export interface ClaimBasis {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  readonly capitalises?: boolean | undefined;
  /** Last day that bears interest. */
  readonly asOf: Day;
  readonly imputation: 'interest-first' | 'principal-first';
  /** No indemnity is claimed for less; 1,00 € where undefined. */
  readonly minimumIndemnityCents?: number | undefined;
  readonly parameters: LegalParameters;
}

export type ClaimError =
  | { readonly kind: 'no-due-date'; readonly number: string }
  | { readonly kind: 'foreign-currency'; readonly number: string; readonly currency: string }
  | { readonly kind: 'inconsistent-balance'; readonly number: string }
  | LateInterestError;

/** What one invoice claims on a day, to the cent. */
export interface InvoiceClaim {
  readonly line: ClaimLine;
  readonly dueOn: Day;
  readonly daysLate: number;
  /** Settlements by the day of the claim, oldest first. */
  readonly settlements: readonly Settlement[];
  readonly settledCents: Cents;
  readonly principalCents: Cents;
  /** Undefined where interest is waived. */
  readonly interest: LateInterest | undefined;
  /** All interest that accrued and is claimed, paid since or not. */
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
  readonly indemnityReason: Indemnity['reason'];
  /** Principal, interest and indemnity. */
  readonly totalCents: Cents;
  readonly disputedCents: Cents;
  readonly disputedInterestCents: Cents;
  readonly waivedInterestCents: Cents;
  readonly waivedIndemnityCents: Cents;
  readonly dailyInterestCents: Cents;
}

const accruedOf = (interest: LateInterest): Cents => sumCents(interest.rows.map((row) => row.interestCents));

/** What is seen of the settlements as interest runs: a credit note that corrects the invoice never bore any. */
const dated = (settlements: readonly Settlement[]): readonly Settlement[] =>
  settlements.filter(({ kind, effect }) => kind !== 'credit-note' || effect === 'from-its-date');

const wrongLine = (line: ClaimLine, settledCents: number): ClaimError | undefined => {
  const { invoice, remainingCents, disputedCents } = line;
  const { number, currency, totalCents } = invoice;
  if (invoice.dueOn === undefined) return { kind: 'no-due-date', number };
  if (currency !== 'EUR') return { kind: 'foreign-currency', number, currency };
  const openCents = totalCents - settledCents;
  const isRight =
    disputedCents === undefined ? remainingCents <= openCents : remainingCents + disputedCents === openCents;
  return remainingCents >= 0 && isRight ? undefined : { kind: 'inconsistent-balance', number };
};

const indemnityOf = (line: ClaimLine, basis: ClaimBasis, dueOn: Day, payments: readonly Settlement[]) =>
  recoveryIndemnity(
    {
      regime: basis.regime,
      documentKind: line.invoice.kind,
      lateCents:
        line.remainingCents +
        sumCents(
          payments.filter(({ on, kind }) => kind === 'payment' && on > dueOn).map((paid) => paid.cents),
        ),
      dueOn,
      asOf: basis.asOf,
      insolvencyOpenedOn: line.insolvencyOpenedOn,
      minimumCents: basis.minimumIndemnityCents,
    },
    basis.parameters,
  );

/**
 * Principal, interest and indemnity of one invoice on a day. Whatever the imputation, principal plus interest
 * is what is owed: a payment that settled interest leaves that much more principal, and the interest counts
 * all that accrued. The contested part bears interest apart, which is not claimed. What is waived is
 * computed too where its rates are known, so that the user sees what he gives up.
 * @returns the claim, or what makes it impossible: no due date, another currency, a balance that does not
 * follow from the settlements, a semester without rate (only where interest is claimed).
 */
export const invoiceClaim = (line: ClaimLine, basis: ClaimBasis): Result<InvoiceClaim, ClaimError> => {
  const { invoice, remainingCents } = line;
  const settlements = line.settlements
    .filter(({ on }) => on <= basis.asOf)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const settledCents = sumCents(settlements.map((settlement) => settlement.cents));
  const wrong = wrongLine(line, settledCents);
  const { dueOn } = invoice;
  if (wrong || dueOn === undefined) return fail(wrong ?? { kind: 'no-due-date', number: invoice.number });

  const charges = line.charges ?? { penalties: true, indemnity: true };
  const seen = dated(settlements);
  const interestOn = (principalCents: number, payments: readonly InterestPayment[]) =>
    lateInterest(
      {
        regime: basis.regime,
        principalCents,
        dueOn,
        asOf: basis.asOf,
        formalNoticeOn: line.formalNoticeOn,
        payments,
        imputation: basis.imputation,
        rate: basis.rate,
        capitalises: basis.capitalises,
        insolvencyOpenedOn: line.insolvencyOpenedOn,
      },
      basis.parameters,
    );
  const computed = interestOn(
    remainingCents + sumCents(seen.map((settlement) => settlement.cents)),
    // What is let go takes off the price, like a credit note; it never pays interest.
    seen.map(({ on, cents: amount, kind }) => ({
      on,
      cents: amount,
      kind: kind === 'payment' ? 'payment' : 'credit-note',
    })),
  );
  if (!computed.ok && charges.penalties) return computed;
  const accruedCents = computed.ok ? accruedOf(computed.value) : zeroCents;
  const interest = charges.penalties && computed.ok ? computed.value : undefined;
  const interestCents = interest ? accruedCents : zeroCents;

  const disputedCents = cents(line.disputedCents ?? 0);
  const disputed = disputedCents > 0 ? interestOn(disputedCents, []) : undefined;
  const indemnity = indemnityOf(line, basis, dueOn, seen);
  if (!indemnity.ok) return indemnity;
  const indemnityCents = charges.indemnity ? indemnity.value.cents : zeroCents;
  return ok({
    line,
    dueOn,
    daysLate: Math.max(0, daysBetween(dueOn, basis.asOf)),
    settlements,
    settledCents,
    principalCents: cents(remainingCents),
    interest,
    interestCents,
    indemnityCents,
    indemnityReason: indemnity.value.reason,
    totalCents: cents(remainingCents + interestCents + indemnityCents),
    disputedCents,
    disputedInterestCents: disputed?.ok ? accruedOf(disputed.value) : zeroCents,
    waivedInterestCents: charges.penalties ? zeroCents : accruedCents,
    waivedIndemnityCents: charges.indemnity ? zeroCents : indemnity.value.cents,
    dailyInterestCents: interest?.dailyInterestCents ?? zeroCents,
  });
};
