import type { Day } from '../dates/day.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import { fail, ok, type Result } from '../result.ts';
import { type LegalParameters, type MissingParameter, parameterOn } from './parameters.ts';
import { regimeRules } from './regime.ts';

export interface InvalidRate {
  readonly kind: 'invalid-rate';
  readonly rate: InterestRate;
}

type Rate = Result<number, MissingParameter | InvalidRate>;

const ecbRatePlus = (markup: 'b2b-markup' | 'public-markup', on: Day, table: LegalParameters): Rate => {
  const refi = parameterOn(table, 'ecb-refi-rate', on);
  if (!refi.ok) return refi;
  const points = parameterOn(table, markup, on);
  return points.ok ? ok(refi.value.value + points.value.value) : points;
};

const statutoryRate = (regime: DebtorRegime, on: Day, table: LegalParameters): Rate => {
  switch (regimeRules[regime].statutoryRate) {
    case 'ecb-per-semester':
      return ecbRatePlus('b2b-markup', on, table);
    case 'ecb-frozen':
      return ecbRatePlus('public-markup', on, table);
    case 'legal-per-semester':
      return legalRate(on, table);
  }
};

/** « Tous les autres cas »: the two columns go by the creditor, and ours is a business (CMF L313-2). */
const legalRate = (on: Day, table: LegalParameters): Rate => {
  const found = parameterOn(table, 'legal-rate-business', on);
  return found.ok ? ok(found.value.value) : found;
};

/** A rate that comes out in whole basis points, the unit in which rates are published. */
const wholeBasisPoints = (value: number, rate: InterestRate): Rate => {
  const rounded = Math.round(value);
  return Number.isSafeInteger(rounded) && rounded >= 0 && Math.abs(value - rounded) < 1e-6
    ? ok(rounded)
    : fail({ kind: 'invalid-rate', rate });
};

/**
 * Annual rate in basis points that a day carries (C. com. L441-10 II; CCP R2192-31; CMF L313-2).
 * Fails naming the semester whose rate is not in the table, or on a rate that is negative or no whole
 * number of basis points.
 */
export const rateOn = (
  regime: DebtorRegime,
  rate: InterestRate,
  on: Day,
  table: LegalParameters,
): Result<number, MissingParameter | InvalidRate> => {
  switch (rate.kind) {
    case 'statutory':
      return statutoryRate(regime, on, table);
    case 'fixed':
      return wholeBasisPoints(rate.basisPoints, rate);
    case 'legal-multiple': {
      const legal = legalRate(on, table);
      return legal.ok ? wholeBasisPoints(legal.value * rate.times, rate) : legal;
    }
    case 'ecb-plus': {
      const refi = parameterOn(table, 'ecb-refi-rate', on);
      return refi.ok ? wholeBasisPoints(refi.value.value + rate.points * 100, rate) : refi;
    }
  }
};

/** Lowest rate that a contract between businesses may set on that day, basis points: three times the legal rate. */
export const rateFloorOn = (on: Day, table: LegalParameters): Result<number, MissingParameter> => {
  const legal = parameterOn(table, 'legal-rate-business', on);
  if (!legal.ok) return legal;
  const multiplier = parameterOn(table, 'floor-multiplier', on);
  return multiplier.ok ? ok(legal.value.value * multiplier.value.value) : multiplier;
};
