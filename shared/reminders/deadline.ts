import { addDays, type Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import { postWorkingDays } from '../letters/dispatch-clocks.ts';
import { isFormal } from './level.ts';
import type { DunningStep, ReminderChannel } from './scenario.ts';

/** A consumer gets longer to answer a formal notice than a business (law-and-formats.md 2.2 no. 9: usage). */
const consumerDays = 15;

/** Days that a message grants to pay, 0 = none. */
export const grantedDaysFor = (step: DunningStep, client: Client): number =>
  client.regime === 'b2c' && isFormal(step.level)
    ? Math.max(step.grantedDays, consumerDays)
    : step.grantedDays;

/**
 * Last day granted to pay, printed as a date: counted from today for an e-mail, from the probable delivery
 * for a letter, and moved to a working day. A letter written on 22/11/2026 granting 8 days says 02/12/2026.
 */
export const deadlineFor = (
  grantedDays: number,
  channel: ReminderChannel,
  today: Day,
  calendar: HolidayCalendar,
): Day | undefined => {
  if (grantedDays <= 0) return undefined;
  const receivedOn =
    channel === 'letter' || channel === 'registered-letter'
      ? addWorkingDays(today, postWorkingDays, calendar)
      : today;
  return nextWorkingDay(addDays(receivedOn, grantedDays), calendar);
};
