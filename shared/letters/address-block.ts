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

/** True for a French address, whose country goes without saying. */
export const isDomestic = (country: string | undefined): boolean =>
  country === undefined || /^(?:|france|fr|fra)$/iu.test(country.trim());

const isStreet = (line: string): boolean => /^\d+\s*(?:bis|ter|quater|[a-z])?[\s,]/iu.test(line);

/** What lies inside a building or names it: lines 2 and 3, above the street. */
const isInsideBuilding = (line: string): boolean =>
  /^(?:b[âa]t(?:iment)?|r[ée]s(?:idence)?|imm(?:euble)?|esc(?:alier)?|app(?:t|artement)|apt|porte|entrée|hall|\d+\s?(?:er|e|è?me) étage)(?!\p{L})/iu.test(
    line,
  );

/** « BP 12 », « Lieu-dit Les Ormes »: line 5, under the street. */
const isUnderStreet = (line: string): boolean =>
  /^(?:b\.?\s?p|c\.?\s?s|t\.?\s?s\.?\s?a)\.?\s*\d|^lieu[\s-]dit(?!\p{L})/iu.test(line);

/** The lines in the order of the standard: a building that was written under its street stands above it. */
const inPostalOrder = (lines: readonly string[]): readonly string[] => {
  const street = lines.findIndex((line) => isStreet(line) && !isInsideBuilding(line));
  if (street < 0) return lines;
  const below = lines.slice(street + 1);
  return [
    ...lines.slice(0, street),
    ...below.filter(isInsideBuilding),
    ...lines.slice(street, street + 1),
    ...below.filter((line) => !isInsideBuilding(line)),
  ];
};

/** Index of the street: the line that begins with a number, else the last one that is no post box or locality. */
const streetIndex = (lines: readonly string[]): number => {
  const numbered = lines.findIndex((line) => isStreet(line) && !isInsideBuilding(line));
  if (numbered >= 0) return numbered;
  const last = lines.findLastIndex((line) => !isUnderStreet(line));
  return Math.max(0, last >= 0 ? last : lines.length - 1);
};

/**
 * The address block of an envelope: name first, then the lines of the address from the particular to the
 * general, postcode and town last, the country as a further line abroad. Street, locality and town lines
 * are upper case without accents or punctuation; in France a building that was written under its street is set
 * above it; a street is abbreviated only where it exceeds 32 characters, and a line that is still too long for
 * 38 is warned of, never cut.
 * Source: NF Z10-011, law-and-formats.md 2.4.
 */
export const addressBlock = (name: string, address: PostalAddress): AddressBlock => {
  const domestic = isDomestic(address.country);
  const given = address.lines.map(collapse).filter((line) => line !== '');
  const upper = domestic ? inPostalOrder(given) : given;
  // The last given line is the street or what follows it; what stands above keeps its writing.
  const firstPostal = streetIndex(upper);
  const placed = upper.map((line, index) =>
    index < firstPostal ? line : abbreviateStreet(postalCapitals(line), streetLimit),
  );
  const town = collapse(`${address.postcode.trim()} ${postalCapitals(address.city)}`);
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
