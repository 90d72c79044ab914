import { type Day, day, isoWeekday } from './day.ts';

/** French month names, January first. */
export const frenchMonths = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** French weekday names, Monday first (ISO 8601). */
export const frenchWeekdays = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
] as const;

const parts = (
  value: Day,
): { readonly year: string; readonly month: number; readonly dayOfMonth: number } => ({
  year: value.slice(0, 4),
  month: Number(value.slice(5, 7)),
  dayOfMonth: Number(value.slice(8)),
});

/** Only the first is an ordinal in French dates, its ending set in superscript letters. */
const dayAndMonth = (value: Day): string => {
  const { month, dayOfMonth } = parts(value);
  return `${dayOfMonth === 1 ? '1ᵉʳ' : dayOfMonth} ${frenchMonths[month - 1]}`;
};

/** « 22/11/2026 ». Throws when the text is not a day. */
export const formatDay = (value: string): string => {
  const [year, month, dayOfMonth] = day(value).split('-');
  return `${dayOfMonth}/${month}/${year}`;
};

/** « 22 novembre 2026 », « 1ᵉʳ novembre 2026 ». */
export const formatLongDay = (value: string): string =>
  `${dayAndMonth(day(value))} ${parts(day(value)).year}`;

/** « lundi 23 novembre », for a day of the coming weeks where the year goes without saying. */
export const formatWeekday = (value: string): string =>
  `${frenchWeekdays[isoWeekday(day(value)) - 1]} ${dayAndMonth(day(value))}`;

/** « lundi 23 novembre 2026 ». */
export const formatFullDay = (value: string): string => `${formatWeekday(value)} ${parts(day(value)).year}`;

/** « novembre 2026 » of the month that holds the day. */
export const formatMonth = (value: string): string => {
  const { year, month } = parts(day(value));
  return `${frenchMonths[month - 1]} ${year}`;
};
