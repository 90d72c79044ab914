import { type Day, isDay } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';

export type BankAmountError = { readonly kind: 'no-amount' | 'not-an-amount' | 'too-precise-amount' };

/** Digits without sign and decimal sign, and how many of them are decimals, as cents. Never rounds. */
export const centsOfDigits = (
  digits: string,
  decimals: number,
  negative: boolean,
): Result<Cents, BankAmountError> => {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  const fraction = padded.slice(padded.length - decimals);
  if (/[1-9]/.test(fraction.slice(2))) return fail({ kind: 'too-precise-amount' });
  const value = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return fail({ kind: 'not-an-amount' });
  return ok(cents(negative ? -value : value));
};

/**
 * An amount as a program writes it: sign, digits, at most one decimal sign (comma or point), no grouping. What
 * `parseAmount` reads of people's spelling (« 1,234 » may be a thousand) has no place in a bank's file.
 * @returns whole hundredths of the currency; trailing zeros beyond them are fine, other digits are refused.
 */
export const parseBankAmount = (text: string): Result<Cents, BankAmountError> => {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ kind: 'no-amount' });
  const match = /^([+-]?)(\d{1,18})(?:[.,](\d{0,18}))?$/.exec(trimmed);
  if (!match) return fail({ kind: 'not-an-amount' });
  const [, sign, whole = '', fraction = ''] = match;
  return centsOfDigits(whole + fraction, fraction.length, sign === '-');
};

/** Banks' files with two figures of the year began in the 1980s. */
const fullYear = (twoDigits: string): string => `${Number(twoDigits) < 80 ? '20' : '19'}${twoDigits}`;

const dayOf = (year: string, month: string, dayOfMonth: string): Day | undefined => {
  const text = `${year}-${month}-${dayOfMonth}`;
  return isDay(text) ? text : undefined;
};

/** `JJMMAA` of CFONB; undefined when it is no day that exists. */
export const dayOfFrenchDigits = (text: string): Day | undefined =>
  /^\d{6}$/.test(text) ? dayOf(fullYear(text.slice(4, 6)), text.slice(2, 4), text.slice(0, 2)) : undefined;

/** `YYMMDD` of SWIFT; undefined when it is no day that exists. */
export const dayOfSwiftDigits = (text: string): Day | undefined =>
  /^\d{6}$/.test(text) ? dayOf(fullYear(text.slice(0, 2)), text.slice(2, 4), text.slice(4, 6)) : undefined;

/** The day of an OFX date and time `YYYYMMDD[HHMMSS[.XXX]][[zone]]`, whatever its zone (law-and-formats 6.4). */
export const dayOfOfxDate = (text: string): Day | undefined => {
  const match = /^(\d{4})(\d{2})(\d{2})(?=\d{0,6}(?:[.[\s]|$))/.exec(text.trim());
  return match ? dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '') : undefined;
};

/** The day of an ISO 8601 date or date and time, as the bank wrote it: no zone moves it. */
export const dayOfIsoDate = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T\s+Z-])/.exec(text.trim());
  return match ? dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '') : undefined;
};
