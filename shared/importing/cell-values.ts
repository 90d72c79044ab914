import { type Day, isDay } from '../dates/day.ts';
import { type DayError, parseDay } from '../dates/parse-day.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { type AmountError, parseAmount } from '../money/parse-amount.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DateOrder, DecimalSign } from './cell-shape.ts';

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const dayFirst = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4})$/;

/** « Jan 28 2021 » and « 28-Feb-2021 », as English programs write days. */
const englishDay = (text: string): Day | undefined => {
  const first = monthFirst.exec(text);
  const second = dayFirst.exec(text);
  const [month, dayOfMonth, year] = first
    ? [first[1], first[2], first[3]]
    : [second?.[2], second?.[1], second?.[3]];
  const index = englishMonths.indexOf((month ?? '').slice(0, 3).toLowerCase());
  if (index === -1) return undefined;
  const candidate = `${year}-${String(index + 1).padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`;
  return isDay(candidate) ? candidate : undefined;
};

/** Reads the day in a cell by the date order of its column. Fails as `parseDay` does. */
export const cellDay = (cell: string, order: DateOrder): Result<Day, DayError> => {
  // Hungarian and some Asian programs end a date with a point.
  const text = cell
    .trim()
    .replace(/^'/, '')
    .replace(/^(\d{4}\.\d{1,2}\.\d{1,2})\.$/, '$1');
  const english = englishDay(text);
  return english ? ok(english) : parseDay(text, { order });
};

const currencySigns: readonly (readonly [RegExp, string])[] = [
  [/€|\bEUR\b|\beuros?\b/i, 'EUR'],
  [/\bCHF\b/i, 'CHF'],
  [/£|\bGBP\b/i, 'GBP'],
  [/\$|\bUSD\b/i, 'USD'],
];

/** The ISO 4217 code of the currency written beside an amount, or undefined when there is none. */
export const currencyBeside = (cell: string): string | undefined =>
  currencySigns.find(([sign]) => sign.test(cell))?.[1];

const foreignCurrency = /\$|£|\b(?:USD|GBP|CHF)\b/gi;
/** What a program writes that keeps amounts as binary fractions: 58.900000000000006. */
const binaryNoise = /^([-+]?\d+[.,]\d{2})(?:0{5,}|9{5,})\d*$/;

/**
 * No invoice of a small business is beyond 400 million, and the sum of as many of them as a file may hold
 * must stay an exact number.
 */
const largestCents = 40_000_000_000;

/**
 * Reads the amount in a cell by the decimal sign of its column; any usual currency may stand beside it, and
 * a lone dash (the accountants' zero) is 0. Fails as `parseAmount` does, with `too-large` beyond 400 million.
 */
export const cellAmount = (cell: string, decimal?: DecimalSign): Result<Cents, AmountError> => {
  const text = cell.trim().replace(/^'/, '').replace(foreignCurrency, '').trim();
  if (/^[-–—]\s*(€|EUR)?$/.test(text)) return ok(zeroCents);
  const noise = binaryNoise.exec(text);
  const parsed = parseAmount(noise?.[1] ?? text, decimal ? { decimal } : {});
  if (!parsed.ok) return parsed;
  if (Math.abs(parsed.value) > largestCents) return fail({ kind: 'too-large', text: cell });
  // 58.899999999999999 means one cent more, away from zero.
  const missingCent = noise && /9{5,}\d*$/.test(text) ? (text.startsWith('-') ? -1 : 1) : 0;
  return ok(cents(parsed.value + missingCent));
};
