import { type Day, isDay } from '../dates/day.ts';
import { parseDay } from '../dates/parse-day.ts';
import { parseAmount } from '../money/parse-amount.ts';

export type FecAmountFailure =
  | 'not-an-amount'
  | 'ambiguous-amount'
  | 'too-precise-amount'
  | 'too-large-amount';

/** Ten billion euros: a million such lines would leave the exact whole numbers. */
const largestCents = 1_000_000_000_000;

const withCare = (text: string, decimal: ',' | '.' | undefined): number | FecAmountFailure => {
  const parsed = parseAmount(text, decimal === undefined ? {} : { decimal });
  if (parsed.ok) return Math.abs(parsed.value) > largestCents ? 'too-large-amount' : parsed.value;
  switch (parsed.error.kind) {
    case 'empty':
      return 0;
    case 'ambiguous':
      return 'ambiguous-amount';
    case 'too-precise':
      return 'too-precise-amount';
    case 'too-large':
      return 'too-large-amount';
    default:
      return 'not-an-amount';
  }
};

/**
 * Reads an amount of a FEC: comma (or point) before the decimals, a sign first or last, padded with spaces,
 * grouped with spaces by some programs; empty is 0.
 * @param decimal the sign before the decimals where the file shows it: it decides « 1,234 ».
 * @returns whole cents, or why not: nothing is ever rounded.
 */
export const fecAmount = (cell: string, decimal?: ',' | '.'): number | FecAmountFailure => {
  // « 1234,56 » is nearly every cell of a file of a million lines.
  const { length } = cell;
  if (length === 0) return 0;
  let value = 0;
  let decimals = -1;
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      if (decimals >= 0) decimals += 1;
    } else if (code === 44 && decimals < 0 && at > 0) decimals = 0;
    else return withCare(cell, decimal);
  }
  if (length > 14 || decimals === 0 || decimals > 2) return withCare(cell, decimal);
  const amount = decimals === 2 ? value : value * (decimals === 1 ? 10 : 100);
  return amount > largestCents ? 'too-large-amount' : amount;
};

const manyDecimals = /[.,]\d{3,}\s*[-+]?$/;

/** True for an amount written with more than two decimals. */
export const hasExtraDecimals = (cell: string): boolean =>
  cell.length > 4 && cell.charCodeAt(cell.length - 3) !== 44 && manyDecimals.test(cell);

/** +1 for debit, −1 for credit; undefined for anything else. */
export const fecSide = (cell: string): 1 | -1 | undefined => {
  const side = cell.trim().toUpperCase();
  if (side === 'D' || side === '+1' || side === '1' || side === '+') return 1;
  if (side === 'C' || side === '-1' || side === '-') return -1;
  if (side === 'DEBIT' || side === 'DÉBIT') return 1;
  return side === 'CREDIT' || side === 'CRÉDIT' ? -1 : undefined;
};

/**
 * Reads a date of a FEC: AAAAMMJJ, or JJMMAAAA and separators as the tax office's own tool tolerates.
 * @returns the day, `empty` for blanks and zeros, `bad` for a day that does not exist.
 */
export const fecDay = (cell: string): Day | 'empty' | 'bad' => {
  const text = cell.trim();
  if (text.length === 8) {
    const yearFirst = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    if (isDay(yearFirst)) return yearFirst;
    const dayFirst = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
    if (isDay(dayFirst)) return dayFirst;
  }
  if (/^[0\s/.-]*$/.test(text)) return 'empty';
  const parsed = parseDay(text);
  return parsed.ok ? parsed.value : 'bad';
};
