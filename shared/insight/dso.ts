/** Credit sales of a period, including VAT and less credit notes; receivables include VAT too. */
export interface SalesMonth {
  readonly salesCents: number;
  /** Days of the month, 28 to 31. */
  readonly days: number;
}

/** Days sales outstanding, simple: receivables ÷ sales × days. Undefined without sales. */
export const simpleDso = (
  receivablesCents: number,
  salesCents: number,
  daysInPeriod: number,
): number | undefined => (salesCents > 0 ? (receivablesCents * daysInPeriod) / salesCents : undefined);

/** Best possible DSO: the same on what is not due yet. */
export const bestPossibleDso = (
  notDueCents: number,
  salesCents: number,
  daysInPeriod: number,
): number | undefined => simpleDso(notDueCents, salesCents, daysInPeriod);

/** Average days delinquent: the days of the DSO that come from lateness. */
export const averageDaysDelinquent = (
  receivablesCents: number,
  notDueCents: number,
  salesCents: number,
  daysInPeriod: number,
): number | undefined => simpleDso(receivablesCents - notDueCents, salesCents, daysInPeriod);

export interface CountBackDso {
  readonly days: number;
  /** The receivables are more than all the sales of the history: « plus de N jours ». */
  readonly beyondHistory: boolean;
}

/**
 * Days sales outstanding by exhaustion: the sales of each month, newest first, are taken off the
 * receivables; months taken off whole count all their days, the last one its share.
 */
export const countBackDso = (
  receivablesCents: number,
  monthsNewestFirst: readonly SalesMonth[],
): CountBackDso => {
  let left = receivablesCents;
  let days = 0;
  for (const month of monthsNewestFirst) {
    if (left <= 0) break;
    if (month.salesCents > left)
      return { days: days + (left / month.salesCents) * month.days, beyondHistory: false };
    left -= month.salesCents;
    days += month.days;
  }
  return { days, beyondHistory: left > 0 };
};

/**
 * Collection effectiveness index, percent: what was collected of what could be (100 = all of it).
 * Undefined when nothing could be collected.
 */
export const collectionEffectiveness = (amounts: {
  readonly openingCents: number;
  readonly salesCents: number;
  readonly closingCents: number;
  readonly closingNotDueCents: number;
}): number | undefined => {
  const supply = amounts.openingCents + amounts.salesCents;
  const collectable = supply - amounts.closingNotDueCents;
  return collectable > 0 ? ((supply - amounts.closingCents) * 100) / collectable : undefined;
};
