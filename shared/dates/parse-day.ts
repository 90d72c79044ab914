import { fail, ok, type Result } from '../result.ts';
import { businessDay } from './clock.ts';
import { type Day, day, isDay } from './day.ts';
import { dayFromExcelSerial, type ExcelDateSystem } from './excel-serial.ts';
import { frenchMonths, frenchWeekdays } from './format-day.ts';
import { relativeDay } from './relative-day.ts';

/** Why a text is no day: `no-such-day` has the shape of a date (31/02/2026), `not-a-day` has not. */
export type DayError = {
  readonly kind: 'empty' | 'not-a-day' | 'no-such-day' | 'needs-today';
  readonly text: string;
};

export interface DayOptions {
  /** Order of a date in figures; a four-figure year in front is always read as year, month, day. */
  readonly order?: 'dmy' | 'mdy' | 'ymd';
  /** What « demain » and « fin de mois » count from. */
  readonly today?: string;
  /** Read a bare number as a date serial of a workbook: only a caller that knows the column can tell. */
  readonly excelSerial?: ExcelDateSystem;
}

/** Two-figure years: 70 to 99 are of the last century (no open invoice is), 00 to 69 of this one. */
const fullYear = (text: string): string =>
  text.length === 4 ? text : `${Number(text) >= 70 ? '19' : '20'}${text.padStart(2, '0')}`;

const assemble = (year: string, month: string | number, dayOfMonth: string): string =>
  `${fullYear(year)}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;

const timePart = String.raw`(?:[T ]\s*\d{1,2}[:hH]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${timePart}$`);
const threeFigures = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${timePart}$`);
const eightFigures = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${timePart}$`);
const inWords = /^(?:([a-z]+) )?(\d{1,2})(?: ?er)? ([a-z]+)\.? (\d{4}|\d{2})$/;

/** Lower case, no accents, straight apostrophes; « 1ᵉʳ » becomes « 1er » (NFKD). */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").toLowerCase();

const foldedMonths = frenchMonths.map(fold);

/** Month number of « novembre », « nov » or « nov. »; 3 letters are enough where they tell one month. */
const monthNumber = (name: string): number | undefined => {
  const found = foldedMonths.flatMap((month, index) =>
    name.length >= 3 && month.startsWith(name) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
};

const inFigures = (text: string, order: 'dmy' | 'mdy' | 'ymd'): string | undefined => {
  const iso = yearFirst.exec(text);
  if (iso) return assemble(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '');
  const compact = eightFigures.exec(text);
  if (compact) return assemble(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
  const figures = threeFigures.exec(text);
  if (!figures) return undefined;
  const [first, second, third] = [figures[1] ?? '', figures[3] ?? '', figures[4] ?? ''];
  if (order === 'dmy') return assemble(third, second, first);
  if (order === 'mdy') return assemble(third, first, second);
  return third.length === 4 ? undefined : assemble(first, second, third);
};

const written = (folded: string): string | undefined => {
  const match = inWords.exec(folded);
  if (!match) return undefined;
  const month = monthNumber(match[3] ?? '');
  if (month === undefined) return undefined;
  const weekday = match[1];
  if (weekday !== undefined && !(frenchWeekdays as readonly string[]).includes(weekday)) return undefined;
  return assemble(match[4] ?? '', month, match[2] ?? '');
};

/**
 * Reads a calendar day as people and files write it: 31/12/2026, 31-12-26, 31.12.2026, 2026-12-31,
 * 20261231, with or without a time of day, « 1er janvier 2026 », « 31 déc. 2026 », « demain »,
 * « fin de mois ». A time marked `Z` is a moment: its day is the one in Paris (exports write midnight in
 * Paris as 23:00Z of the day before); with any other offset, or none, the day is the one written.
 * @returns the day, or why not; 31/02 is refused and never moved to March.
 */
export const parseDay = (text: string, options: DayOptions = {}): Result<Day, DayError> => {
  const trimmed = text.replace(/\s+/gu, ' ').trim();
  if (trimmed === '') return fail({ kind: 'empty', text });
  if (options.excelSerial && /^\d+(?:\.\d+)?$/.test(trimmed)) {
    const found = dayFromExcelSerial(Number(trimmed), options.excelSerial);
    return found ? ok(found) : fail({ kind: 'no-such-day', text });
  }
  const folded = fold(trimmed);
  const candidate = inFigures(trimmed, options.order ?? 'dmy') ?? written(folded);
  if (candidate !== undefined) {
    if (!isDay(candidate)) return fail({ kind: 'no-such-day', text });
    const moment = /^\d{4}-\d{2}-\d{2}T.*Z$/.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
    return ok(Number.isNaN(moment) ? candidate : businessDay(moment));
  }
  const rule = relativeDay(folded);
  if (!rule) return fail({ kind: 'not-a-day', text });
  if (options.today === undefined) return fail({ kind: 'needs-today', text });
  const counted = rule(day(options.today));
  return isDay(counted) ? ok(counted) : fail({ kind: 'no-such-day', text });
};
