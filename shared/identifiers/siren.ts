// The CommonJS build by its path: the index brings 92 countries, and Node cannot load the package's ES build.
import { validate as checkSiren } from 'stdnum/lib/cjs/fr/siren.js';
import { validate as checkSiret } from 'stdnum/lib/cjs/fr/siret.js';
import { compact } from './compact.ts';

/** True for 9 digits that pass the Luhn check, with any spaces or dots. */
export const isSiren = (text: string): boolean => {
  const siren = compact(text);
  return /^\d{9}$/.test(siren) && checkSiren(siren).isValid;
};

/**
 * True for 14 digits whose SIREN and whole both pass the Luhn check; the offices of La Poste, all but its
 * head office, have digits that add up to a multiple of 5 instead.
 */
export const isSiret = (text: string): boolean => {
  const siret = compact(text);
  // The library looks at the whole number only.
  return /^\d{14}$/.test(siret) && isSiren(siret.slice(0, 9)) && checkSiret(siret).isValid;
};

/** The SIREN inside a SIREN, a SIRET or a French VAT number, without spaces; undefined when there is none. */
export const sirenOf = (text: string): string | undefined => {
  const digits = compact(text).replace(/^FR[A-Z0-9]{2}/, '');
  if (isSiren(digits)) return digits;
  return isSiret(digits) ? digits.slice(0, 9) : undefined;
};

/** « 732 829 320 » with U+00A0; other texts come back as they are. */
export const formatSiren = (text: string): string => {
  const siren = compact(text);
  return /^\d{9}$/.test(siren) ? siren.replace(/(\d{3})(?=\d)/g, '$1\u00A0') : text;
};
