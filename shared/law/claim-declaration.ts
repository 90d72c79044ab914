import { addDays, type Day, daysBetween } from '../dates/day.ts';
import { type HolidayCalendar, previousWorkingDay } from '../dates/working-days.ts';
import type { Insolvency } from '../ledger/client.ts';
import { shippedParameters } from './parameter-data.ts';
import type { LegalParameters } from './parameters.ts';
import {
  claimDeclarationDeadline,
  foreclosureReliefDeadline,
  type ProceduralDeadline,
} from './procedural-dates.ts';

/** Days before the last day on which the user is reminded that his claim is to be declared. */
export const declarationAlarmDays = [30, 15, 7, 2] as const;

export type DeclarationAlarm = (typeof declarationAlarmDays)[number];

interface RunningDeadlines {
  readonly deadline: ProceduralDeadline;
  /**
   * Two months more for a creditor overseas, where the court sits in metropolitan France (R622-24). Only
   * advice: the ledger does not know where the court sits.
   */
  readonly distantDeadline: ProceduralDeadline | undefined;
}

/** Where the declaration of a claim stands on a day. */
export type ClaimDeclaration =
  | { readonly kind: 'declared'; readonly on: Day }
  /** The day of publication is not known: no deadline can be counted. */
  | { readonly kind: 'unpublished' }
  /** The table of law has no time limit for a publication of that age. */
  | { readonly kind: 'untabled' }
  | (RunningDeadlines & {
      readonly kind: 'open';
      /** To the last day as counted; 0 on it and on the days by which it is moved. */
      readonly daysLeft: number;
      /** The narrowest of the alarms that has rung; undefined while more than 30 days are left. */
      readonly alarm: DeclarationAlarm | undefined;
    })
  /** Too late, but for a relief from the bar: six months from the publication (L622-26). */
  | (RunningDeadlines & { readonly kind: 'late'; readonly reliefUntil: ProceduralDeadline })
  | (RunningDeadlines & { readonly kind: 'barred'; readonly reliefUntil: ProceduralDeadline });

const isOverseas = (calendar: HolidayCalendar): boolean =>
  calendar !== 'metropole' && calendar !== 'alsace-moselle';

/**
 * Where the declaration of a claim stands on a day (C. com. L622-24, R622-24, L622-26): two months from the
 * publication in the BODACC, neither from the judgment nor from the trustee's letter; dispatch counts.
 * @param calendar that of the creditor, who also is the sender.
 */
export const claimDeclaration = (
  insolvency: Pick<Insolvency, 'publishedOn' | 'declaredOn'>,
  today: Day,
  calendar: HolidayCalendar,
  parameters: LegalParameters = shippedParameters,
): ClaimDeclaration => {
  const { publishedOn, declaredOn } = insolvency;
  if (declaredOn !== undefined) return { kind: 'declared', on: declaredOn };
  if (publishedOn === undefined) return { kind: 'unpublished' };
  const counted = claimDeclarationDeadline(publishedOn, calendar, parameters);
  const relief = foreclosureReliefDeadline(publishedOn, calendar, parameters);
  const distant = claimDeclarationDeadline(publishedOn, calendar, parameters, { creditorOverseas: true });
  if (!counted.ok || !relief.ok) return { kind: 'untabled' };
  const deadline = counted.value;
  const distantDeadline = isOverseas(calendar) && distant.ok ? distant.value : undefined;
  if (today <= deadline.extended) {
    const daysLeft = Math.max(0, daysBetween(today, deadline.raw));
    const alarm = declarationAlarmDays.findLast((days) => daysLeft <= days);
    return { kind: 'open', deadline, distantDeadline, daysLeft, alarm };
  }
  const kind = today <= relief.value.extended ? 'late' : 'barred';
  return { kind, deadline, distantDeadline, reliefUntil: relief.value };
};

/**
 * The alarm that rings on a day, 30, 15, 7 or 2 days before the last one. Where such a day is no working day
 * it rings on the working day before, because nobody is told anything on a Sunday.
 */
export const ringingAlarm = (
  insolvency: Pick<Insolvency, 'publishedOn' | 'declaredOn'>,
  today: Day,
  calendar: HolidayCalendar,
  parameters: LegalParameters = shippedParameters,
): DeclarationAlarm | undefined => {
  const state = claimDeclaration(insolvency, today, calendar, parameters);
  if (state.kind !== 'open') return undefined;
  const { raw } = state.deadline;
  return declarationAlarmDays.findLast((days) => previousWorkingDay(addDays(raw, -days), calendar) === today);
};
