import { compact } from './compact.ts';

/** True for a BIC of 8 or 11 characters (ISO 9362): bank, country, place, branch. */
export const isBic = (text: string): boolean =>
  /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(normaliseBic(text));

/** The BIC in capitals without spaces. */
export const normaliseBic = (text: string): string => compact(text);
