import { hasGlyph } from './glyph-coverage.ts';

/** Controls, bidirectional marks and joiners: nothing to print, and able to reorder what is printed. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;

/** Stands for a character the letter fonts cannot draw. */
const substitute = '?';

const drawable = (character: string): boolean => hasGlyph(character.codePointAt(0) ?? 0);

/** The nearest text the fonts can draw: compatibility form, base letter, or nothing. */
const nearest = (character: string): string => {
  if (/\s/u.test(character)) return ' ';
  if (/\p{Pd}/u.test(character)) return '-';
  for (const form of ['NFKC', 'NFKD'] as const) {
    const folded = [...character.normalize(form)].filter((part) => !/\p{Mn}/u.test(part));
    if (folded.length > 0 && folded.every(drawable)) return folded.join('');
  }
  return /\p{Mn}/u.test(character) ? '' : substitute;
};

/**
 * A text as it can be set: composed, on one line, without control and direction characters, and with a
 * substitute for what the letter fonts lack.
 */
export const printableText = (text: string): string =>
  [...text.normalize('NFC').replace(/[\s\u2028\u2029]*[\r\n\u2028\u2029\t]+[\s\u2028\u2029]*/gu, ' ')]
    .filter((character) => !invisible.test(character))
    .map((character) => (drawable(character) ? character : nearest(character)))
    .join('');

/** The same for a paragraph, whose line ends are kept. */
export const printableParagraph = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => printableText(line))
    .join('\n');

/** Visible characters of a text that would be printed as a substitute, each once. */
export const unprintableCharacters = (text: string): readonly string[] => [
  ...new Set(
    [...text.normalize('NFC')].filter(
      (character) => !invisible.test(character) && !drawable(character) && nearest(character) === substitute,
    ),
  ),
];
