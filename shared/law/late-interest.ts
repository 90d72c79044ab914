import { addDays, type Day, isDay, laterDay } from '../dates/day.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { type AccrualBasis, accrue, type InterestRow } from './interest-accrual.ts';
import type { InvalidRate } from './interest-rate.ts';
import { checkRate, type FloorBreach, type InterestWarning } from './interest-warnings.ts';
import { shippedParameters } from './parameter-data.ts';
import type { LegalParameters, MissingParameter } from './parameters.ts';
import { regimeRules } from './regime.ts';
import { dailyInterest } from './segment-interest.ts';

/** Money received, or a credit note granted on its own date: the latter never settles interest. */
export interface InterestPayment {
  readonly on: string;
  /** 0 or more. */
  readonly cents: number;
  readonly kind?: 'payment' | 'credit-note' | undefined;
}

export interface LateInterestInput {
  readonly regime: DebtorRegime;
  /** Amount including VAT owed on the due date, less what corrects the invoice from the start; 0 or more. */
  readonly principalCents: number;
  readonly dueOn: string;
  /** Last day that bears interest. */
  readonly asOf: string;
  /** First presentation of the formal notice, from which interest runs against a consumer. */
  readonly formalNoticeOn?: string | undefined;
  readonly payments: readonly InterestPayment[];
  /** `interest-first` is the law (C. civ. 1343-1), `principal-first` the custom of ledgers. */
  readonly imputation: 'interest-first' | 'principal-first';
  readonly rate: InterestRate;
}

/** What became of one payment; the three parts add up to it. */
export interface InterestAllocation {
  readonly on: Day;
  readonly toInterestCents: Cents;
  readonly toPrincipalCents: Cents;
  readonly unallocatedCents: Cents;
}

export interface LateInterest {
  readonly rows: readonly InterestRow[];
  readonly interestDueCents: Cents;
  readonly principalDueCents: Cents;
  /** Principal and interest, without the flat indemnity. */
  readonly totalDueCents: Cents;
  readonly allocations: readonly InterestAllocation[];
  readonly warnings: readonly InterestWarning[];
  readonly floorBreaches: readonly FloorBreach[];
  /** What the next day adds at the last rate; 0 where no interest runs. */
  readonly dailyInterestCents: Cents;
}

export type LateInterestError =
  | MissingParameter
  | InvalidRate
  | { readonly kind: 'invalid-day'; readonly text: string }
  | { readonly kind: 'invalid-amount'; readonly cents: number };

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** First day that bears interest, or undefined where a formal notice is needed and none was received. */
const firstDay = (
  regime: DebtorRegime,
  dueOn: Day,
  asOf: Day,
  noticeOn: Day | undefined,
): Day | undefined => {
  if (regimeRules[regime].interestStartsAfter === 'due-date') return addDays(dueOn, 1);
  return noticeOn === undefined || noticeOn > asOf ? undefined : addDays(laterDay(dueOn, noticeOn), 1);
};

const allocate = (
  payment: {
    readonly on: Day;
    readonly cents: number;
    readonly kind?: 'payment' | 'credit-note' | undefined;
  },
  interest: number,
  principal: number,
  imputation: LateInterestInput['imputation'],
): InterestAllocation => {
  const isCredit = payment.kind === 'credit-note';
  const payableInterest = isCredit ? 0 : interest;
  const interestFirst = imputation === 'interest-first' && !isCredit;
  const first = Math.min(payment.cents, interestFirst ? payableInterest : principal);
  const second = Math.min(payment.cents - first, interestFirst ? principal : payableInterest);
  return {
    on: payment.on,
    toInterestCents: cents(interestFirst ? first : second),
    toPrincipalCents: cents(interestFirst ? second : first),
    unallocatedCents: cents(payment.cents - first - second),
  };
};

/**
 * Late-payment interest of one invoice (law-and-formats.md 1.6): every day after the due date, or after the
 * formal notice for a consumer, up to and including `asOf`; each day at the rate of its own semester; cents ×
 * basis points × days / 3,650,000 rounded half up on each line, and the lines add up to the total. A payment
 * lowers the principal from the day after it and opens a new line; one on or before the due date lowers it
 * from the start; one after `asOf` is not seen. Nothing bears interest but the principal (C. civ. 1343-2).
 * @param parameters the table of law with the semesters that the user added.
 * @returns the statement, or the semester whose rate is not known; never an extrapolated rate.
 */
export const lateInterest = (
  input: LateInterestInput,
  parameters: LegalParameters = shippedParameters,
): Result<LateInterest, LateInterestError> => {
  const { regime, rate, dueOn, asOf, formalNoticeOn, imputation } = input;
  if (!isDay(dueOn)) return fail({ kind: 'invalid-day', text: dueOn });
  if (!isDay(asOf)) return fail({ kind: 'invalid-day', text: asOf });
  if (formalNoticeOn !== undefined && !isDay(formalNoticeOn))
    return fail({ kind: 'invalid-day', text: formalNoticeOn });
  if (!isAmount(input.principalCents)) return fail({ kind: 'invalid-amount', cents: input.principalCents });
  const payments = validPayments(input.payments);
  if (!payments.ok) return payments;

  const startsOn = firstDay(regime, dueOn, asOf, formalNoticeOn);
  const basis: AccrualBasis = { regime, rate, startsOn: startsOn ?? addDays(asOf, 1), parameters };
  let principal = input.principalCents;
  let interest = 0;
  let cursor = basis.startsOn;
  const rows: InterestRow[] = [];
  const allocations: InterestAllocation[] = [];
  const accrueUntil = (to: Day): Result<undefined, MissingParameter | InvalidRate> => {
    const accrued = accrue(basis, principal, cursor, to);
    if (!accrued.ok) return accrued;
    rows.push(...accrued.value);
    interest += sumCents(accrued.value.map((row) => row.interestCents));
    cursor = laterDay(cursor, addDays(to, 1));
    return ok(undefined);
  };
  for (const payment of payments.value) {
    if (payment.on > asOf) break;
    const accrued = accrueUntil(payment.on);
    if (!accrued.ok) return accrued;
    const allocation = allocate(payment, interest, principal, imputation);
    interest -= allocation.toInterestCents;
    principal -= allocation.toPrincipalCents;
    allocations.push(allocation);
  }
  const accrued = accrueUntil(asOf);
  if (!accrued.ok) return accrued;

  const checked = checkRate(basis, rows);
  const lastRate = startsOn !== undefined ? rows.at(-1)?.rateBasisPoints : undefined;
  return ok({
    rows,
    interestDueCents: cents(interest),
    principalDueCents: cents(principal),
    totalDueCents: cents(principal + interest),
    allocations,
    warnings: startsOn === undefined ? ['formal-notice-missing'] : checked.warnings,
    floorBreaches: checked.floorBreaches,
    dailyInterestCents: lastRate === undefined ? zeroCents : dailyInterest(principal, lastRate),
  });
};

const validPayments = (
  payments: readonly InterestPayment[],
): Result<
  readonly {
    readonly on: Day;
    readonly cents: number;
    readonly kind?: 'payment' | 'credit-note' | undefined;
  }[],
  LateInterestError
> => {
  const valid: { on: Day; cents: number; kind: 'payment' | 'credit-note' | undefined }[] = [];
  for (const { on, cents: amount, kind } of payments) {
    if (!isDay(on)) return fail({ kind: 'invalid-day', text: on });
    if (!isAmount(amount)) return fail({ kind: 'invalid-amount', cents: amount });
    valid.push({ on, cents: amount, kind });
  }
  return ok(valid.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
};
