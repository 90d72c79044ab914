import { addDays, addMonths, type Day, endOfMonth, isoWeekday } from './day.ts';
import { frenchWeekdays } from './format-day.ts';

const words: Readonly<Record<string, (today: Day) => Day>> = {
  "aujourd'hui": (today) => today,
  hier: (today) => addDays(today, -1),
  'avant-hier': (today) => addDays(today, -2),
  demain: (today) => addDays(today, 1),
  'apres-demain': (today) => addDays(today, 2),
  'fin de mois': endOfMonth,
  'fin du mois': endOfMonth,
  'fin du mois prochain': (today) => endOfMonth(addMonths(endOfMonth(today), 1)),
  'fin de mois prochain': (today) => endOfMonth(addMonths(endOfMonth(today), 1)),
};

/** « dans 15 jours », « +15 », « dans 2 semaines », « dans 3 mois ». */
const ahead = /^(?:dans|\+) ?(\d{1,4}) ?(j|jours?|semaines?|mois)?$/;

/**
 * The rule behind a French relative day (« demain », « fin de mois », « lundi », « dans 15 jours », « +15 »),
 * given in lower case without accents and with straight apostrophes; undefined when it is none.
 * A weekday is the next one after today.
 */
export const relativeDay = (text: string): ((today: Day) => Day) | undefined => {
  const word = Object.hasOwn(words, text) ? words[text] : undefined;
  if (word) return word;
  const weekday = (frenchWeekdays as readonly string[]).indexOf(text.replace(/ prochain$/, '')) + 1;
  if (weekday > 0) return (today) => addDays(today, ((weekday - isoWeekday(today) + 6) % 7) + 1);
  const match = ahead.exec(text);
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = match[2];
  if (unit === 'mois') return (today) => addMonths(today, count);
  return (today) => addDays(today, unit?.startsWith('semaine') ? count * 7 : count);
};
