import type { ReminderSettings } from '../ledger/settings.ts';

/** Hours of a working day between which automatic e-mails leave, Europe/Paris (law-and-formats.md 4.2). */
export const defaultSendHours = { from: 9, until: 18 } as const;

type WindowSettings = Pick<ReminderSettings, 'sendFromHour' | 'sendUntilHour'>;

/** The hours set, or the default; a window that ends before it begins is the default one. */
export const sendHoursOf = ({
  sendFromHour = defaultSendHours.from,
  sendUntilHour = defaultSendHours.until,
}: WindowSettings): { readonly from: number; readonly until: number } =>
  sendFromHour < sendUntilHour ? { from: sendFromHour, until: sendUntilHour } : defaultSendHours;
