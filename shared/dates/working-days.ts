import { addDays, type Day, day, isoWeekday } from './day.ts';
import { type HolidayCalendar, isHoliday } from './holidays.ts';

export type { HolidayCalendar } from './holidays.ts';

/** Monday to Friday and no public holiday of the calendar. Throws when the text is not a day. */
export const isWorkingDay = (on: string, calendar: HolidayCalendar): boolean =>
  isoWeekday(day(on)) <= 5 && !isHoliday(on, calendar);

const nearestWorkingDay = (from: Day, calendar: HolidayCalendar, step: 1 | -1): Day => {
  let current = from;
  while (!isWorkingDay(current, calendar)) current = addDays(current, step);
  return current;
};

/** Kept once found: 100,000 invoices ask for the same few hundred days. */
const nextKnown = new Map<HolidayCalendar, Map<string, Day>>();

/** The day itself when it is a working day, else the next one. */
export const nextWorkingDay = (on: string, calendar: HolidayCalendar): Day => {
  let known = nextKnown.get(calendar);
  if (!known) {
    known = new Map();
    nextKnown.set(calendar, known);
  }
  let next = known.get(on);
  if (next === undefined) {
    next = nearestWorkingDay(day(on), calendar, 1);
    known.set(on, next);
  }
  return next;
};

/** The day itself when it is a working day, else the one before. */
export const previousWorkingDay = (on: string, calendar: HolidayCalendar): Day =>
  nearestWorkingDay(day(on), calendar, -1);

/**
 * The `count`-th working day after `on` (before when negative); the day itself is not counted, and
 * with 0 it is returned as it is, working or not.
 */
export const addWorkingDays = (on: string, count: number, calendar: HolidayCalendar): Day => {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let current = day(on);
  for (let left = Math.abs(count); left > 0; left -= 1)
    current = nearestWorkingDay(addDays(current, step), calendar, step);
  return current;
};
