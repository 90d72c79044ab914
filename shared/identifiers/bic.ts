import { isValidBIC } from 'ibantools';
import { compact } from './compact.ts';

/** True for a BIC of 8 or 11 characters (ISO 9362): bank, country that exists, place, branch. */
export const isBic = (text: string): boolean => isValidBIC(normaliseBic(text));

/** The BIC in capitals without spaces. */
export const normaliseBic = (text: string): string => compact(text);
