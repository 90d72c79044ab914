import { addDays, addMonths, type Day, day } from '../dates/day.ts';
import { type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import { ok, type Result } from '../result.ts';
import { shippedParameters } from './parameter-data.ts';
import {
  type LegalParameters,
  type MissingParameter,
  type ParameterName,
  parameterOn,
} from './parameters.ts';

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

/** A deadline that the table of law gives; fails where the table has no figure for the day of the event. */
export type TabledDeadline = Result<ProceduralDeadline, MissingParameter>;

const tabled =
  (name: ParameterName, unit: 'months' | 'days') =>
  (
    event: string,
    calendar: HolidayCalendar,
    parameters: LegalParameters = shippedParameters,
  ): TabledDeadline => {
    const length = parameterOn(parameters, name, day(event));
    return length.ok ? ok(proceduralDeadline(event, { [unit]: length.value.value }, calendar)) : length;
  };

/** Last day to have an order to pay served, else it is void: 3 months since 1 September 2026, 6 before (CPC 1411). */
export const paymentOrderServiceDeadline = tabled('payment-order-service', 'months');

/** Last day for the debtor to oppose an order to pay: one month from its service (CPC 1416). */
export const paymentOrderOppositionDeadline = tabled('payment-order-opposition', 'months');

/** Last day to pay the registry of a commercial court for an order to pay, 15 days from the request (CPC 1425). */
export const paymentOrderFeeDeadline = tabled('payment-order-fee-days', 'days');

/** Last day for the debtor to agree to the procedure for small claims, one month; silence refuses (CPCEx R125-1). */
export const smallClaimsAnswerDeadline = tabled('small-claims-answer', 'months');

/** Last day to have the record of non-contestation served: six months from it (CPCEx L126-4). */
export const nonContestationServiceDeadline = tabled('non-contestation-service', 'months');

/** Last day to ask to be relieved of a forgotten declaration: six months from the BODACC (C. com. L622-26). */
export const foreclosureReliefDeadline = tabled('foreclosure-relief', 'months');

/** Last day to claim goods sold under retention of title: three months from the BODACC (C. com. L624-9). */
export const reservedTitleClaimDeadline = tabled('reserved-title-claim', 'months');

/** Last day on which a payment that the procedure forbade may be annulled: three years (C. com. L622-7 III). */
export const insolvencyPaymentAnnulmentDeadline = tabled('insolvency-payment-annulment', 'months');

/**
 * Last day to declare a claim: two months from the publication in the BODACC, four for a creditor outside
 * metropolitan France whose debtor's court sits there (C. com. R622-24). The day of dispatch counts.
 */
export const claimDeclarationDeadline = (
  publishedOn: string,
  calendar: HolidayCalendar,
  parameters: LegalParameters = shippedParameters,
  options: { readonly creditorOverseas?: boolean | undefined } = {},
): TabledDeadline => {
  const on = day(publishedOn);
  const months = parameterOn(parameters, 'claim-declaration', on);
  if (!months.ok) return months;
  if (!options.creditorOverseas) return ok(proceduralDeadline(on, { months: months.value.value }, calendar));
  const more = parameterOn(parameters, 'claim-declaration-overseas', on);
  return more.ok
    ? ok(proceduralDeadline(on, { months: months.value.value + more.value.value }, calendar))
    : more;
};

/**
 * First day for the record of non-contestation: 8 days after the month that the demand leaves to pay or
 * contest (CPCEx L126-3). A first day, not a time limit: it is not moved off a Sunday.
 */
export const nonContestationRecordDay = (
  demandServedOn: string,
  parameters: LegalParameters = shippedParameters,
): Result<Day, MissingParameter> => {
  const on = day(demandServedOn);
  const months = parameterOn(parameters, 'non-contestation-answer', on);
  if (!months.ok) return months;
  const days = parameterOn(parameters, 'non-contestation-record-days', on);
  return days.ok ? ok(addDays(addMonths(on, months.value.value), days.value.value)) : days;
};
