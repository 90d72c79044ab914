import { day } from './day.ts';

const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

/** « nov. » of a `YYYY-MM` or a day: for the axis of a chart. */
export const formatShortMonth = (month: string): string => shortMonths[Number(month.slice(5, 7)) - 1] ?? '';

/** « 14 déc. », the number never parted from its month. Throws when the text is not a day. */
export const formatShortDay = (value: string): string =>
  `${Number(day(value).slice(8))}\u00A0${formatShortMonth(value)}`;
