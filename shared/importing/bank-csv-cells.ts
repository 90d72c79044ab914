import { type Day, isDay } from '../dates/day.ts';
import type { DayError } from '../dates/parse-day.ts';
import type { Cents } from '../money/cents.ts';
import type { AmountError } from '../money/parse-amount.ts';
import { ok, type Result } from '../result.ts';
import { type DateOrder, type DecimalSign, decimalEvidence } from './cell-shape.ts';
import { cellAmount, cellDay } from './cell-values.ts';

/** Codes of the currencies that files of banks here name; a text of three letters alone proves nothing. */
const codes =
  'EUR USD GBP CHF CZK HUF PLN SEK NOK DKK RON BGN ISK LTL LVL EEK HRK RSD TRY MAD TND DZD XOF XAF XPF CAD AUD NZD JPY CNY HKD SGD INR ZAR BRL MXN ILS AED SAR THB KRW RUB UAH MUR MGA';
const knownCodes = new Set(codes.split(' '));

const namedCurrencies: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b/i, 'EUR'],
  [/£/, 'GBP'],
  [/\$/, 'USD'],
];

/** The ISO 4217 code that a text names (`SGD`, « euros », `579,68 $`); undefined where there is none. */
export const currencyIn = (text: string): string | undefined => {
  if (!/[A-Za-z€$£]/.test(text)) return undefined;
  for (const word of text.toUpperCase().match(/[A-Z]+/g) ?? []) if (knownCodes.has(word)) return word;
  return namedCurrencies.find(([sign]) => sign.test(text))?.[1];
};

/** True for a cell that is nothing but the code of a currency. */
export const isCurrencyCode = (cell: string): boolean => /^[A-Z]{3}$/.test(cell.trim().toUpperCase());

/** A cell without the `="…"` by which banks keep spreadsheets from cutting leading zeros. */
export const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .trim();

/**
 * Reads a signed amount by the decimal sign of its column. A cell that by itself proves another sign is read
 * by that: a workbook mixes `579,68 USD` as text with 2207.68 as a number. Fails as `cellAmount` does.
 */
export const bankAmount = (cell: string, decimal: DecimalSign | undefined): Result<Cents, AmountError> => {
  const text = plainCell(cell)
    .replace(/^'/, '')
    .replace(/^([A-Z]{3})(?=[\s\d+-])|([\d\s])([A-Z]{3})$/g, (whole, before, digit, after) =>
      knownCodes.has(before ?? after) ? (digit ?? '') : whole,
    )
    .trim();
  const read = cellAmount(text, decimal);
  if (read.ok || decimal === undefined || read.error.kind !== 'not-an-amount') return read;
  const own = decimalEvidence(text);
  return own !== undefined && own !== decimal && /[.,]\d{2}\D*$/.test(text) ? cellAmount(text, own) : read;
};

/** A day, and whether no ledger should hold it: before 1900 some file was masked or damaged. */
export interface BankDay {
  readonly day: Day;
  readonly isAncient: boolean;
}

/** `bankDay` that remembers: a statement of thousands of lines holds a few hundred different days. */
export const rememberedDays = (): typeof bankDay => {
  const known = new Map<string, Result<BankDay, DayError>>();
  return (cell, order) => {
    const key = `${order} ${cell}`;
    const read = known.get(key) ?? bankDay(cell, order);
    if (known.size < 10_000) known.set(key, read);
    return read;
  };
};

/** Reads the day of a movement by the order of its column; years from 1000 on, so that none is made up. */
export const bankDay = (cell: string, order: DateOrder): Result<BankDay, DayError> => {
  const text = plainCell(cell);
  const read = cellDay(text, order);
  if (read.ok) return ok({ day: read.value, isAncient: false });
  const figures =
    /^(1[0-8]\d\d)([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(text) ??
    /^(\d{1,2})([-/.])(\d{1,2})\2(1[0-8]\d\d)$/.exec(text);
  if (!figures) return read;
  const [first = '', , second = '', third = ''] = figures.slice(1);
  const [year, month, dayOfMonth] =
    first.length === 4
      ? [first, second, third]
      : order === 'mdy'
        ? [third, first, second]
        : [third, second, first];
  const rest = `-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  // The calendar repeats after 800 years.
  return isDay(`${Number(year) + 800}${rest}`) ? ok({ day: `${year}${rest}` as Day, isAncient: true }) : read;
};
