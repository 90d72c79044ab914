import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { hasNationalFormat } from './iban-formats.ts';
import { mod97 } from './mod97.ts';

export type IbanError = { readonly kind: 'invalid-iban'; readonly text: string };

/** True for an IBAN of a country of the registry with its length and shape and right check digits, in groups or not. */
export const isIban = (text: string): boolean => {
  const iban = compact(text);
  return (
    /^[A-Z]{2}\d{2}/.test(iban) &&
    hasNationalFormat(iban.slice(0, 2), iban.slice(4)) &&
    mod97(iban.slice(4) + iban.slice(0, 4)) === 1
  );
};

/** The IBAN in capitals without spaces, as files and QR codes want it. */
export const normaliseIban = (text: string): Result<string, IbanError> =>
  isIban(text) ? ok(compact(text)) : fail({ kind: 'invalid-iban', text });

/** In groups of four: `FR14 2004 1010 0505 0001 3M02 606`. */
export const formatIban = (text: string): string => compact(text).replace(/(.{4})(?=.)/g, '$1 ');

/** IBAN of a country and its national account number, check digits computed (98 − remainder by 97). */
export const ibanOf = (country: string, accountNumber: string): Result<string, IbanError> => {
  const bban = compact(accountNumber);
  const check = String(98 - mod97(`${bban}${country}00`)).padStart(2, '0');
  return normaliseIban(`${country}${check}${bban}`);
};
