import { addDays, type Day, daysBetween, earlierDay } from '../dates/day.ts';
import { endOfSemester, semesterOf } from '../dates/semester.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import { type Cents, cents } from '../money/cents.ts';
import { ok, type Result } from '../result.ts';
import { type InvalidRate, rateOn } from './interest-rate.ts';
import type { LegalParameters, MissingParameter } from './parameters.ts';
import { regimeRules } from './regime.ts';
import { segmentInterest } from './segment-interest.ts';

/** One line of the statement of interest: both days included. */
export interface InterestRow {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** Sum that bears interest: the principal, and interest of whole years where the contract capitalises it. */
  readonly principalCents: Cents;
  /** A year, 12,40 % = 1240. */
  readonly rateBasisPoints: number;
  readonly interestCents: Cents;
}

export interface AccrualBasis {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  /** First day that bears interest; a public buyer keeps its rate for the whole delay (CCP R2192-31). */
  readonly startsOn: Day;
  readonly parameters: LegalParameters;
}

/** A rate frozen at the start does not see the semesters go by. */
const isFrozen = ({ regime }: AccrualBasis): boolean => regimeRules[regime].statutoryRate === 'ecb-frozen';

const periodsOfOneRate = (
  basis: AccrualBasis,
  from: Day,
  to: Day,
): Result<readonly { from: Day; to: Day; rateBasisPoints: number }[], MissingParameter | InvalidRate> => {
  const periods: { from: Day; to: Day; rateBasisPoints: number }[] = [];
  for (let cursor = from; cursor <= to; ) {
    const rateDay = isFrozen(basis) ? basis.startsOn : cursor;
    const rate = rateOn(basis.regime, basis.rate, rateDay, basis.parameters);
    if (!rate.ok) return rate;
    const last = isFrozen(basis) ? to : earlierDay(to, endOfSemester(semesterOf(cursor)));
    const previous = periods.at(-1);
    // Neighbouring semesters at one rate are one line: rounding them apart would move a cent.
    if (previous && previous.rateBasisPoints === rate.value) previous.to = last;
    else periods.push({ from: cursor, to: last, rateBasisPoints: rate.value });
    cursor = addDays(last, 1);
  }
  return ok(periods);
};

/**
 * Interest of a constant principal from one day to another, both included: a line for each period at one
 * rate, each rounded half up to the cent. Nothing on a principal of 0, or when `to` is before `from`.
 */
export const accrue = (
  basis: AccrualBasis,
  principalCents: number,
  from: Day,
  to: Day,
): Result<readonly InterestRow[], MissingParameter | InvalidRate> => {
  if (principalCents <= 0) return ok([]);
  const periods = periodsOfOneRate(basis, from, to);
  if (!periods.ok) return periods;
  return ok(
    periods.value.map((period) => {
      const days = daysBetween(period.from, period.to) + 1;
      const interestCents = segmentInterest(principalCents, period.rateBasisPoints, days);
      return { ...period, days, principalCents: cents(principalCents), interestCents };
    }),
  );
};
