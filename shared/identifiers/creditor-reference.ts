import { fail, ok, type Result } from '../result.ts';
import { compact } from './compact.ts';
import { groupsOfFour } from './groups-of-four.ts';
import { mod97 } from './mod97.ts';

export type CreditorReferenceError = {
  readonly kind: 'empty' | 'too-long' | 'invalid-character';
  readonly text: string;
};

/** Characters that the standard leaves for the creditor's own reference. */
const longest = 21;

/**
 * RF reference (ISO 11649) for an invoice number: `RF`, two check digits, 1 to 21 letters and digits.
 * Spaces, dots, hyphens and slashes are dropped, so two numbers can give one reference: keep the pairs.
 * @returns `RF31FA2026000123`; fails on an empty, too long, or other than A-Z 0-9 number.
 */
export const creditorReference = (text: string): Result<string, CreditorReferenceError> => {
  const reference = compact(text);
  if (reference === '') return fail({ kind: 'empty', text });
  if (!/^[A-Z0-9]+$/.test(reference)) return fail({ kind: 'invalid-character', text });
  if (reference.length > longest) return fail({ kind: 'too-long', text });
  const check = String(98 - mod97(`${reference}RF00`)).padStart(2, '0');
  return ok(`RF${check}${reference}`);
};

/** True for an RF reference whose check digits are right, printed in groups or not. */
export const isCreditorReference = (text: string): boolean => {
  const reference = compact(text);
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && mod97(reference.slice(4) + reference.slice(0, 4)) === 1;
};

/** An RF reference in groups of four, as printed: `RF31 FA20 2600 0123`; any other text comes back as it is. */
export const formatCreditorReference = (text: string): string =>
  isCreditorReference(text) ? groupsOfFour(text) : text;
