import { addDays, addMonths, type Day, day } from '../dates/day.ts';
import { type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import { ok, type Result } from '../result.ts';
import { shippedParameters } from './parameter-data.ts';
import { type LegalParameters, type MissingParameter, parameterOn } from './parameters.ts';

export interface ProceduralDeadline {
  /** The last day as counted: the safe target. */
  readonly raw: Day;
  /** The same, moved to the next working day where it falls on a Saturday, Sunday or holiday (CPC 642). */
  readonly extended: Day;
}

/**
 * End of a procedural time limit (CPC 640 to 642): the day of the event is not counted; months end on the
 * same day of the month or its last day; months are counted before days. Not for limitation periods.
 */
export const proceduralDeadline = (
  event: string,
  length: { readonly months?: number | undefined; readonly days?: number | undefined },
  calendar: HolidayCalendar,
): ProceduralDeadline => {
  const raw = addDays(addMonths(day(event), length.months ?? 0), length.days ?? 0);
  return { raw, extended: nextWorkingDay(raw, calendar) };
};

/** Last day to have an order to pay served, else it is void: 3 months since 1 September 2026, 6 before (CPC 1411). */
export const paymentOrderServiceDeadline = (
  orderedOn: string,
  calendar: HolidayCalendar,
  parameters: LegalParameters = shippedParameters,
): Result<ProceduralDeadline, MissingParameter> => {
  const months = parameterOn(parameters, 'payment-order-service', day(orderedOn));
  return months.ok ? ok(proceduralDeadline(orderedOn, { months: months.value.value }, calendar)) : months;
};

/** Last day for the debtor to oppose an order to pay: one month from its service (CPC 1416). */
export const paymentOrderOppositionDeadline = (
  servedOn: string,
  calendar: HolidayCalendar,
): ProceduralDeadline => proceduralDeadline(servedOn, { months: 1 }, calendar);

/** Last day to declare a claim: two months from the publication in the BODACC (C. com. R622-24). */
export const claimDeclarationDeadline = (
  publishedOn: string,
  calendar: HolidayCalendar,
): ProceduralDeadline => proceduralDeadline(publishedOn, { months: 2 }, calendar);

/** First day for the record of non-contestation: 8 days after the month that the demand leaves (CPCEx L126-3). */
export const nonContestationRecordDay = (demandServedOn: string): Day =>
  addDays(addMonths(day(demandServedOn), 1), 8);
