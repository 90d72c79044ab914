import type { Cents } from '../money/cents.ts';
import { fail, type Result } from '../result.ts';
import { type BankAmountError, centsOfDigits } from './bank-values.ts';

/** The last digit with its sign. « é » and « è » are « { » and « } » where a French EBCDIC set was taken for ASCII. */
const positive = '{ABCDEFGHI';
const negative = '}JKLMNOPQR';
const misread: Readonly<Record<string, string>> = { é: '{', è: '}' };

/**
 * An amount of CFONB 120: thirteen digits and one sign that stands for the fourteenth digit and for credit
 * (`{ABCDEFGHI` = 0 to 9) or debit (`}JKLMNOPQR` = 0 to 9).
 * @param field the fourteen characters (positions 91 to 104).
 * @param decimals how many of the digits are decimals (position 20), 0 to 9.
 * @returns signed cents; refuses a fraction of a cent and everything else than such an amount.
 */
export const cfonbAmount = (field: string, decimals: number): Result<Cents, BankAmountError> => {
  if (field.trim() === '') return fail({ kind: 'no-amount' });
  const last = field.slice(-1);
  const sign = misread[last] ?? last;
  const digits = field.slice(0, -1).trimStart();
  const credit = positive.indexOf(sign);
  const digit = credit === -1 ? negative.indexOf(sign) : credit;
  if (digit === -1 || sign === '' || !/^\d{0,13}$/.test(digits)) return fail({ kind: 'not-an-amount' });
  return centsOfDigits(`${digits}${digit}`, decimals, credit === -1);
};
