import { validate as checkTva } from 'stdnum/lib/cjs/fr/tva.js';
import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { isSiren } from './siren.ts';

export type VatNumberError = { readonly kind: 'invalid-siren'; readonly text: string };

/** The French VAT number of a SIREN: key (12 + 3 × (SIREN mod 97)) mod 97. */
export const vatNumber = (siren: string): Result<string, VatNumberError> => {
  const digits = compact(siren);
  if (!isSiren(digits)) return fail({ kind: 'invalid-siren', text: siren });
  const key = (12 + 3 * (Number(digits) % 97)) % 97;
  return ok(`FR${String(key).padStart(2, '0')}${digits}`);
};

/** Key, of digits or with letters, and number; those of Monaco (000 in front) stand on no SIREN. */
const isFrench = (body: string): boolean => /^[A-Z0-9]{2}\d{9}$/.test(body) && checkTva(`FR${body}`).isValid;

/**
 * Shapes of the other members of the Union and of Northern Ireland (VIES). Their keys are not checked: stdnum
 * 1.12 refuses real numbers of Bulgarian, Czech and Slovak persons, and throws on some Dutch texts.
 */
const foreignShapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|[A-Z]{2}\d{3})$/,
};

/**
 * True for a French VAT number with the right key (with or without `FR`), or one with the shape of another
 * member of the Union.
 */
export const isVatNumber = (text: string): boolean => {
  const number = compact(text);
  const country = number.slice(0, 2);
  if (country === 'FR') return isFrench(number.slice(2));
  return foreignShapes[country]?.test(number.slice(2)) || isFrench(number);
};

/** « FR 44 732829320 » as usual in France, with U+00A0; others in capitals without spaces. */
export const formatVatNumber = (text: string): string => {
  const number = compact(text);
  return number.replace(/^FR([A-Z0-9]{2})(\d{9})$/, 'FR\u00A0$1\u00A0$2');
};
