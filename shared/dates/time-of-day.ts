declare const timeBrand: unique symbol;

/** A time of the day in Europe/Paris, `HH:MM`, 00:00 to 23:59. */
export type TimeOfDay = string & { readonly [timeBrand]: 'TimeOfDay' };

/** The time at so many minutes after midnight, 0 to 1439. */
export const timeOfDay = (minutes: number): TimeOfDay =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as TimeOfDay;

/** « 14 h 30 », « 14h », « 14:30 », « 9 » as a time; undefined for any other text. */
export const parseTimeOfDay = (text: string): TimeOfDay | undefined => {
  const found = /^(\d{1,2})(?:\s*(?:h|:|heures?)\s*(\d{2})?)?$/iu.exec(text.trim());
  const [hour, minute] = [Number(found?.[1] ?? Number.NaN), Number(found?.[2] ?? 0)];
  return hour <= 23 && minute <= 59 ? timeOfDay(hour * 60 + minute) : undefined;
};

/** « 9 h », « 14 h 30 ». */
export const formatTimeOfDay = (time: TimeOfDay): string => {
  const minute = time.slice(3);
  return `${Number(time.slice(0, 2))}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`;
};
