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

/** Signs of the newer keys: no I and no O. */
const keySigns = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const hasNewKey = (key: string, digits: string): boolean => {
  const [first, second] = [keySigns.indexOf(key.charAt(0)), keySigns.indexOf(key.charAt(1))];
  if (first < 0 || second < 0) return false;
  const value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(digits) + 1 + Math.floor(value / 11)) % 11 === value % 11;
};

/** Key and number of a French VAT number; those of Monaco (000 in front) stand on no SIREN. */
const isFrench = (body: string): boolean => {
  const match = /^([A-Z0-9]{2})(\d{9})$/.exec(body);
  if (!match) return false;
  const [key = '', digits = ''] = [match[1], match[2]];
  if (!digits.startsWith('000') && !isSiren(digits)) return false;
  if (!/^\d{2}$/.test(key)) return hasNewKey(key, digits);
  return Number(`${digits}12`) % 97 === Number(key);
};

/** Shapes of the other members of the Union and of Northern Ireland (VIES); their keys are not checked here. */
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
