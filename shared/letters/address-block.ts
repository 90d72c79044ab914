import type { PostalAddress } from '../ledger/client.ts';
import { abbreviateStreet } from './address-abbreviations.ts';

/** Limits of NF Z10-011 as La Poste publishes them. */
export const addressLineLimit = 38;
export const addressBlockLimit = 6;
/** A street line is abbreviated beyond this. */
const streetLimit = 32;

export type AddressWarning =
  | { readonly kind: 'line-too-long'; readonly line: string }
  | { readonly kind: 'too-many-lines'; readonly count: number }
  | { readonly kind: 'no-postcode' }
  | { readonly kind: 'no-city' }
  | { readonly kind: 'no-street' };

export interface AddressBlock {
  /** As printed, top to bottom, nothing cut. */
  readonly lines: readonly string[];
  readonly warnings: readonly AddressWarning[];
}

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Capitals without accents or punctuation, as the lower half of an address block is written. */
export const postalCapitals = (text: string): string =>
  collapse(
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/œ/giu, 'OE')
      .replace(/æ/giu, 'AE')
      .replace(/[ßẞ]/gu, 'SS')
      .replace(/ø/giu, 'O')
      .replace(/ł/giu, 'L')
      .replace(/[^\p{L}\p{N}\s]/gu, ' ')
      .toUpperCase(),
  );

const isDomestic = (country: string | undefined): boolean =>
  country === undefined || /^(?:|france|fr|fra)$/iu.test(country.trim());

/**
 * The address block of an envelope: name first, then the lines of the address from the particular to the
 * general, postcode and town last, the country as a further line abroad. Street, locality and town lines
 * are upper case without accents or punctuation; a street is abbreviated only where it exceeds 32
 * characters, and a line that is still too long for 38 is warned of, never cut.
 * Source: NF Z10-011, law-and-formats.md 2.4.
 */
export const addressBlock = (name: string, address: PostalAddress): AddressBlock => {
  const upper = address.lines.map(collapse).filter((line) => line !== '');
  // The last given line is the street or what follows it; what stands above keeps its writing.
  const street = upper.findIndex((line) => /^\d+\s*(?:bis|ter|quater|[a-z])?[\s,]/iu.test(line));
  const firstPostal = street >= 0 ? street : Math.max(0, upper.length - 1);
  const placed = upper.map((line, index) =>
    index < firstPostal ? line : abbreviateStreet(postalCapitals(line), streetLimit),
  );
  const town = collapse(`${address.postcode.trim()} ${postalCapitals(address.city)}`);
  const domestic = isDomestic(address.country);
  const lines = [
    collapse(name),
    ...placed,
    town,
    domestic ? '' : postalCapitals(address.country ?? ''),
  ].filter((line) => line !== '');
  const limit = domestic ? addressBlockLimit : addressBlockLimit + 1;
  const warnings: AddressWarning[] = lines
    .filter((line) => [...line].length > addressLineLimit)
    .map((line) => ({ kind: 'line-too-long', line }));
  if (lines.length > limit) warnings.push({ kind: 'too-many-lines', count: lines.length });
  if (upper.length === 0) warnings.push({ kind: 'no-street' });
  if (domestic ? !/^\d{5}$/.test(address.postcode.trim()) : address.postcode.trim() === '')
    warnings.push({ kind: 'no-postcode' });
  if (address.city.trim() === '') warnings.push({ kind: 'no-city' });
  return { lines, warnings };
};

/** What to put right in the address, in the user's words. */
export const describeAddressWarning = (warning: AddressWarning): string => {
  switch (warning.kind) {
    case 'line-too-long':
      return `La ligne d’adresse « ${warning.line} » dépasse ${addressLineLimit} caractères : abrégez-la pour que La Poste puisse la lire.`;
    case 'too-many-lines':
      return `L’adresse compte ${warning.count} lignes : La Poste n’en lit que ${addressBlockLimit}.`;
    case 'no-postcode':
      return 'Le code postal manque ou ne compte pas cinq chiffres : complétez l’adresse du client.';
    case 'no-city':
      return 'La ville manque : complétez l’adresse du client.';
    case 'no-street':
      return 'La voie manque : complétez l’adresse du client.';
  }
};
