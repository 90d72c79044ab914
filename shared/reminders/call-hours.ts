import type { Day } from '../dates/day.ts';
import { type HolidayCalendar, isWorkingDay } from '../dates/working-days.ts';

/**
 * Hours in which people are called: those that the law sets for selling by telephone (C. consom. D223-9).
 * They do not bind a creditor who calls about his own invoice; they are what a client finds decent.
 */
const openHours = [
  { from: 10, until: 13 },
  { from: 14, until: 20 },
] as const;

/** Where a moment lies in the hours of calls, and when they begin again. */
export type CallMoment =
  | { readonly kind: 'good' }
  | { readonly kind: 'later-today'; readonly fromHour: number }
  | { readonly kind: 'another-day' };

/** Whether it is a good moment to call: a working day, from 10 to 13 or from 14 to 20 in Europe/Paris. */
export const callMoment = (
  now: { readonly day: Day; readonly hour: number },
  calendar: HolidayCalendar,
): CallMoment => {
  if (!isWorkingDay(now.day, calendar)) return { kind: 'another-day' };
  for (const { from, until } of openHours) {
    if (now.hour < from) return { kind: 'later-today', fromHour: from };
    if (now.hour < until) return { kind: 'good' };
  }
  return { kind: 'another-day' };
};

/** What to say of a moment outside the hours, French; undefined within them. */
export const callMomentAdvice = (moment: CallMoment): string | undefined => {
  switch (moment.kind) {
    case 'good':
      return undefined;
    case 'later-today':
      return `Mieux vaut appeler à partir de ${moment.fromHour}\u00A0h\u00A0: du lundi au vendredi, de 10\u00A0h à 13\u00A0h et de 14\u00A0h à 20\u00A0h.`;
    case 'another-day':
      return 'Mieux vaut appeler un jour ouvré, de 10\u00A0h à 13\u00A0h ou de 14\u00A0h à 20\u00A0h.';
  }
};
