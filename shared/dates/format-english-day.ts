import { day } from './day.ts';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** « 22 November 2026 »: no figures for the month, which Britain and America read in opposite orders. */
export const formatEnglishDay = (value: string): string => {
  const valid = day(value);
  return `${Number(valid.slice(8))} ${englishMonths[Number(valid.slice(5, 7)) - 1]} ${valid.slice(0, 4)}`;
};
