import { businessTime } from '../../../../shared/dates/clock.ts';
import { formatDay } from '../../../../shared/dates/format-day.ts';

/** « 22/11/2026 à 9 h 05 » in Europe/Paris. */
export const momentText = (instant: string): string => {
  const { day, hour, minute } = businessTime(Date.parse(instant));
  return `${formatDay(day)} à ${hour}\u00A0h\u00A0${String(minute).padStart(2, '0')}`;
};

/** « 820 Ko », « 1,4 Mo », in the decimal units of file managers. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('fr-FR')}\u00A0Ko`
    : `${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00A0Mo`;
