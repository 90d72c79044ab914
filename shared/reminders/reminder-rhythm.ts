import { addDays, addMonths, type Day, isoWeekday, startOfMonth } from '../dates/day.ts';
import { type HolidayCalendar, isWorkingDay, nextWorkingDay } from '../dates/working-days.ts';
import type { ReminderRhythm } from '../ledger/client.ts';

/** The days on which messages may reach a client. */
export interface Opening {
  /** The same text for the same days. */
  readonly key: string;
  /** True when every working day is one: then what is free on a day off is proposed on that day as well. */
  readonly isDaily: boolean;
  /** The day itself where it is allowed, else the next one; always a working day. */
  readonly next: (on: Day) => Day;
  readonly isAllowed: (on: Day) => boolean;
}

const weekly = (weekdays: ReadonlySet<number>, calendar: HolidayCalendar): ((on: Day) => Day) => {
  return (on) => {
    let current = nextWorkingDay(on, calendar);
    while (!weekdays.has(isoWeekday(current))) current = nextWorkingDay(addDays(current, 1), calendar);
    return current;
  };
};

const monthly = (dayOfMonth: number, calendar: HolidayCalendar): ((on: Day) => Day) => {
  const inMonth = (month: Day): Day => nextWorkingDay(addDays(month, dayOfMonth - 1), calendar);
  return (on) => {
    // The working day of last month may lie in this one: 28 February 2026 is a Saturday.
    let month = addMonths(startOfMonth(on), -1);
    let found = inMonth(month);
    while (found < on) {
      month = addMonths(month, 1);
      found = inMonth(month);
    }
    return found;
  };
};

/**
 * The opening of a rhythm in a calendar. Weekdays without a single one from Monday to Friday could never be
 * met and count as every working day; a day of the month outside 1 to 28 is brought into it.
 */
export const openingOf = (rhythm: ReminderRhythm | undefined, calendar: HolidayCalendar): Opening => {
  const remembered = (next: (on: Day) => Day, key: string): Opening => {
    const known = new Map<Day, Day>();
    const quick = (on: Day): Day => {
      let found = known.get(on);
      if (found === undefined) {
        found = next(on);
        known.set(on, found);
      }
      return found;
    };
    return { key, isDaily: false, next: quick, isAllowed: (on) => quick(on) === on };
  };
  if (rhythm?.kind === 'weekdays') {
    const weekdays = rhythm.weekdays.filter((weekday) => weekday <= 5);
    if (weekdays.length > 0)
      return remembered(weekly(new Set(weekdays), calendar), `w${[...weekdays].sort().join('')}`);
  }
  if (rhythm?.kind === 'monthly') {
    const dayOfMonth = Math.min(28, Math.max(1, Math.trunc(rhythm.dayOfMonth) || 1));
    return remembered(monthly(dayOfMonth, calendar), `m${dayOfMonth}`);
  }
  return {
    key: 'd',
    isDaily: true,
    next: (on) => nextWorkingDay(on, calendar),
    isAllowed: (on) => isWorkingDay(on, calendar),
  };
};
