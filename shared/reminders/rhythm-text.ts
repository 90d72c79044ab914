import type { LenientPeriod, ReminderRhythm } from '../ledger/client.ts';
import { unreachable } from '../result.ts';

/** ISO weekdays, Monday first. */
export const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const weekdayNames: Readonly<Record<(typeof isoWeekdays)[number], string>> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

/** Days of a week on which there can be a working day at all. */
export const workingWeekdays = [1, 2, 3, 4, 5] as const;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;

/** « Tous les jours ouvrés », « Les lundis et jeudis », « Une fois par mois, à partir du 5 ». */
export const describeRhythm = (rhythm: ReminderRhythm | undefined): string => {
  if (rhythm === undefined) return 'Tous les jours ouvrés';
  switch (rhythm.kind) {
    case 'daily':
      return 'Tous les jours ouvrés';
    case 'weekdays': {
      const days = isoWeekdays.filter((weekday) => rhythm.weekdays.includes(weekday));
      const names = listed(days.map((weekday) => `${weekdayNames[weekday]}s`));
      return days.length === 1 ? `Tous les ${names}` : `Les ${names}`;
    }
    case 'monthly':
      return `Une fois par mois, le ${rhythm.dayOfMonth === 1 ? '1er' : rhythm.dayOfMonth} ou le jour ouvré qui suit`;
    default:
      return unreachable(rhythm);
  }
};

/** Why reminders could never leave with this rhythm, French; undefined = they can. */
export const rhythmProblem = (rhythm: ReminderRhythm | undefined): string | undefined => {
  if (rhythm === undefined || rhythm.kind === 'daily') return undefined;
  if (rhythm.kind === 'monthly')
    return Number.isInteger(rhythm.dayOfMonth) && rhythm.dayOfMonth >= 1 && rhythm.dayOfMonth <= 28
      ? undefined
      : 'Un jour du mois, de 1 à 28.';
  return rhythm.weekdays.some((weekday) => weekday <= 5)
    ? undefined
    : 'Choisissez au moins un jour, du lundi au vendredi.';
};

/** What is wrong with a lenient period, French; undefined = nothing. */
export const lenientProblem = (period: LenientPeriod | undefined): string | undefined =>
  period !== undefined && period.until < period.from
    ? 'La fin de la période vient avant son début.'
    : undefined;
