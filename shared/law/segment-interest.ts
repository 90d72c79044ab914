import { type Cents, cents } from '../money/cents.ts';

/** Cents × basis points × days are worth one cent of interest: 10,000 × 365 days, in leap years too. */
const divisor = 3_650_000n;

/**
 * Simple interest on a constant principal at a constant rate, rounded half up to the cent.
 * Integers only: BigInt, because ten years on ten million euros pass 2^53.
 * @param principalCents 0 or more; @param rateBasisPoints a year, 12,40 % = 1240; @param days 0 or more.
 */
export const segmentInterest = (principalCents: number, rateBasisPoints: number, days: number): Cents => {
  const numerator = BigInt(principalCents) * BigInt(rateBasisPoints) * BigInt(days);
  return cents(Number((2n * numerator + divisor) / (2n * divisor)));
};

/** What each further day adds, rounded half up: « soit … € par jour ». */
export const dailyInterest = (principalCents: number, rateBasisPoints: number): Cents =>
  segmentInterest(principalCents, rateBasisPoints, 1);
