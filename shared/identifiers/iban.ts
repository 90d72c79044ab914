import { composeIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { groupsOfFour } from './groups-of-four.ts';

export type IbanError = { readonly kind: 'invalid-iban'; readonly text: string };

/**
 * True for an IBAN with length and shape of its country and right check digits (ISO 13616), in groups or not.
 * A wrong key inside the national part does not count: `isValidIBAN` would refuse it, but such accounts are
 * in real files, and it is not what a transfer is checked by.
 */
export const isIban = (text: string): boolean =>
  validateIBAN(compact(text)).errorCodes.every(
    (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  );

/** The IBAN in capitals without spaces, as files and QR codes want it. */
export const normaliseIban = (text: string): Result<string, IbanError> =>
  isIban(text) ? ok(compact(text)) : fail({ kind: 'invalid-iban', text });

/** In groups of four: `FR14 2004 1010 0505 0001 3M02 606`. */
export const formatIban = (text: string): string => groupsOfFour(text);

/** IBAN of a country (two capitals) and its national account number, check digits computed. */
export const ibanOf = (country: string, accountNumber: string): Result<string, IbanError> => {
  const iban = composeIBAN({ countryCode: country, bban: compact(accountNumber) });
  return iban === null ? fail({ kind: 'invalid-iban', text: `${country}${accountNumber}` }) : ok(iban);
};
