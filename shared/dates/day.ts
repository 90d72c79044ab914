declare const dayBrand: unique symbol;

/**
 * A calendar day `YYYY-MM-DD` without hour or zone. Strings compare and sort as the days do, and no
 * time zone can move them: a due date parsed by `new Date()` slips to the day before west of Greenwich.
 */
export type Day = string & { readonly [dayBrand]: 'Day' };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

const daysInMonthOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for a `YYYY-MM-DD` text that names a day that exists (no 31 February), years 1900 to 2199. */
export const isDay = (text: string): text is Day => {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1900 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysInMonthOf(year, month)
  );
};

/** Brands a text as a day. Throws when it is not one: use {@link isDay} on anything a user typed. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
};

const epochDays = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / millisecondsPerDay;

const fromEpochDays = (count: number): Day =>
  new Date(count * millisecondsPerDay).toISOString().slice(0, 10) as Day;

/** The day `count` calendar days later (earlier when negative). */
export const addDays = (value: Day, count: number): Day => fromEpochDays(epochDays(value) + count);

/** Whole calendar days from `start` to `end`; negative when `end` is earlier. */
export const daysBetween = (start: Day, end: Day): number => epochDays(end) - epochDays(start);

/** Same day of the month `count` months later, or the last day of a shorter month (CPC art. 641). */
export const addMonths = (value: Day, count: number): Day => {
  const [year, month, dayOfMonth] = value.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const last = daysInMonthOf(targetYear, targetMonth);
  return `${targetYear}-${String(targetMonth).padStart(2, '0')}-${String(Math.min(dayOfMonth, last)).padStart(2, '0')}` as Day;
};

/** Last day of the month that holds `value`. */
export const endOfMonth = (value: Day): Day => {
  const [year, month] = value.split('-').map(Number) as [number, number];
  return `${value.slice(0, 8)}${daysInMonthOf(year, month)}` as Day;
};

/** First day of the month that holds `value`. */
export const startOfMonth = (value: Day): Day => `${value.slice(0, 8)}01` as Day;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const isoWeekday = (value: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (((((epochDays(value) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `YYYY-MM` of the day. */
export const monthOf = (value: Day): string => value.slice(0, 7);

/** The later of two days. */
export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

/** The earlier of two days. */
export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b);
