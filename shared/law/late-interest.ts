import { addDays, addMonths, compareDays, type Day, day, earlierDay, isDay, laterDay } from '../dates/day.ts';
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
  /** Judgment that opened a collective procedure: interest stops the day before (C. com. L622-28). */
  readonly insolvencyOpenedOn?: string | undefined;
  /**
   * The contract says that interest due for at least a whole year bears interest itself (C. civ. 1343-2): at
   * each anniversary of the first day, what is still owed of it joins the sum that the lines count on.
   */
  readonly capitalises?: boolean | undefined;
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
  /** What the next day adds at the last rate; 0 where no interest runs any more. */
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

interface Debt {
  readonly principal: number;
  readonly interest: number;
}

/** Accrues interest day after day; `debt` changes by what payments settle. */
const interestRun = (basis: AccrualBasis, principalCents: number, until: Day, capitalises: boolean) => {
  let debt: Debt = { principal: principalCents, interest: 0 };
  /** Part of the interest that bears interest itself. */
  let capitalised = 0;
  let wholeYears = 0;
  let cursor = basis.startsOn;
  const rows: InterestRow[] = [];
  const yearEnd = (): Day => addDays(addMonths(basis.startsOn, 12 * (wholeYears + 1)), -1);
  return {
    rows,
    debt: () => debt,
    bearingCents: () => debt.principal + capitalised,
    accrueThrough: (to: Day): Result<undefined, MissingParameter | InvalidRate> => {
      const last = earlierDay(to, until);
      while (cursor <= last) {
        const end = capitalises ? earlierDay(last, yearEnd()) : last;
        const accrued = accrue(basis, debt.principal + capitalised, cursor, end);
        if (!accrued.ok) return accrued;
        rows.push(...accrued.value);
        const added = sumCents(accrued.value.map((row) => row.interestCents));
        debt = { ...debt, interest: debt.interest + added };
        cursor = addDays(end, 1);
        if (capitalises && cursor > yearEnd()) {
          capitalised = debt.interest;
          wholeYears += 1;
        }
      }
      return ok(undefined);
    },
    settle: ({ toInterestCents, toPrincipalCents }: InterestAllocation): void => {
      debt = { principal: debt.principal - toPrincipalCents, interest: debt.interest - toInterestCents };
      // The oldest interest is paid first: what was capitalised before what runs.
      capitalised = Math.max(0, capitalised - toInterestCents);
    },
  };
};

const invalidDay = (days: readonly (string | undefined)[]): string | undefined =>
  days.find((text) => text !== undefined && !isDay(text));

/**
 * Late-payment interest of one invoice (law-and-formats.md 1.6): every day after the due date, or after the
 * formal notice for a consumer, up to and including `asOf`; each day at the rate of its own semester; cents ×
 * basis points × days / 3,650,000 rounded half up on each line, and the lines add up to the total. A payment
 * lowers the principal from the day after it and opens a new line; one on or before the due date lowers it
 * from the start; one after `asOf` is not seen. Nothing bears interest but the principal, save where the
 * contract capitalises (C. civ. 1343-2). Nothing runs from the judgment on that opens a collective procedure.
 * @param parameters the table of law with the semesters that the user added.
 * @returns the statement, or the semester whose rate is not known; never an extrapolated rate.
 */
export const lateInterest = (
  input: LateInterestInput,
  parameters: LegalParameters = shippedParameters,
): Result<LateInterest, LateInterestError> => {
  const { regime, rate, dueOn, asOf, formalNoticeOn, insolvencyOpenedOn, imputation } = input;
  const wrong = invalidDay([dueOn, asOf, formalNoticeOn, insolvencyOpenedOn]);
  if (wrong !== undefined) return fail({ kind: 'invalid-day', text: wrong });
  if (!isAmount(input.principalCents)) return fail({ kind: 'invalid-amount', cents: input.principalCents });
  const payments = validPayments(input.payments);
  if (!payments.ok) return payments;

  const lastDay = day(asOf);
  const judgmentOn = insolvencyOpenedOn === undefined ? undefined : day(insolvencyOpenedOn);
  const startsOn = firstDay(
    regime,
    day(dueOn),
    lastDay,
    formalNoticeOn === undefined ? undefined : day(formalNoticeOn),
  );
  const until = judgmentOn === undefined ? lastDay : earlierDay(lastDay, addDays(judgmentOn, -1));
  const basis: AccrualBasis = { regime, rate, startsOn: startsOn ?? addDays(lastDay, 1), parameters };
  const run = interestRun(basis, input.principalCents, until, input.capitalises ?? false);
  const allocations: InterestAllocation[] = [];
  for (const payment of payments.value) {
    if (payment.on > lastDay) break;
    const accrued = run.accrueThrough(payment.on);
    if (!accrued.ok) return accrued;
    const { interest, principal } = run.debt();
    const allocation = allocate(payment, interest, principal, imputation);
    run.settle(allocation);
    allocations.push(allocation);
  }
  const accrued = run.accrueThrough(lastDay);
  if (!accrued.ok) return accrued;

  const { rows } = run;
  const { principal, interest } = run.debt();
  const checked = checkRate(basis, rows);
  const isStopped = judgmentOn !== undefined && judgmentOn <= addDays(lastDay, 1);
  const lastRate = isStopped ? undefined : rows.at(-1)?.rateBasisPoints;
  return ok({
    rows,
    interestDueCents: cents(interest),
    principalDueCents: cents(principal),
    totalDueCents: cents(principal + interest),
    allocations,
    warnings:
      startsOn === undefined
        ? ['formal-notice-missing']
        : [...checked.warnings, ...(isStopped ? (['stopped-by-insolvency'] as const) : [])],
    floorBreaches: checked.floorBreaches,
    dailyInterestCents: lastRate === undefined ? zeroCents : dailyInterest(run.bearingCents(), lastRate),
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
  return ok(valid.sort((a, b) => compareDays(a.on, b.on)));
};
