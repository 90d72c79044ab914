import { businessTime } from '../dates/clock.ts';
import { isWorkingDay } from '../dates/working-days.ts';
import type { ReminderSettings } from '../ledger/settings.ts';

/** Hours of a working day between which automatic e-mails leave, Europe/Paris (law-and-formats.md 4.2). */
export const defaultSendHours = { from: 9, until: 18 } as const;

type WindowSettings = Pick<ReminderSettings, 'calendar' | 'sendFromHour' | 'sendUntilHour'>;

/** The hours set, or the default; a window that ends before it begins is the default one. */
export const sendHoursOf = ({
  sendFromHour = defaultSendHours.from,
  sendUntilHour = defaultSendHours.until,
}: WindowSettings): { readonly from: number; readonly until: number } =>
  sendFromHour < sendUntilHour ? { from: sendFromHour, until: sendUntilHour } : defaultSendHours;

/**
 * Whether an automatic e-mail may leave at a moment: on a working day, from the first hour on and before the
 * last one, by the wall clock of Europe/Paris, whatever the zone of the PC. An hour that exists twice counts
 * both times, one that does not exist never comes. What the user approves himself leaves at any time.
 * @param nowMs milliseconds since 1970 UTC.
 */
export const mayLeaveAt = (settings: WindowSettings, nowMs: number): boolean => {
  const { day, hour } = businessTime(nowMs);
  const { from, until } = sendHoursOf(settings);
  return hour >= from && hour < until && isWorkingDay(day, settings.calendar);
};
