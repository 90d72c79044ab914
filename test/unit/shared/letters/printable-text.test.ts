import { describe, expect, it } from 'vitest';
import { letterText } from '../../../../shared/letters/letter-text.ts';
import {
  printableParagraph,
  printableText,
  unprintableCharacters,
} from '../../../../shared/letters/printable-text.ts';

describe('printableText', () => {
  it.each([
    ['Cœur d’Été – 1\u202F234,56\u00A0€', 'Cœur d’Été – 1\u202F234,56\u00A0€'],
    ['e\u0301te\u0301', 'été'],
    ['a\u202Egnp.exe\u202C', 'agnp.exe'],
    ['a\u0000\u0007b\u200Bc\uFEFFd', 'abcd'],
    ['a\r\n b\tc', 'a b c'],
    ['nord\u2011ouest', 'nord-ouest'],
    ['Ｆｕｌｌ', 'Full'],
    ['Pizza 🍕', 'Pizza ?'],
    ['\uD800x', 'x'],
  ])('%j is set as %j', (given, set) => {
    expect(printableText(given)).toBe(set);
  });

  it('names the characters it had to replace', () => {
    expect(unprintableCharacters('🍕 et 🍕 et 東')).toEqual(['🍕', '東']);
    expect(unprintableCharacters('Été à l’œuvre\u202E')).toEqual([]);
  });

  it('keeps the line ends of a paragraph', () => {
    expect(printableParagraph('a\r\nb\u2028c')).toBe('a\nb\nc');
  });
});

describe('letterText', () => {
  it('parts at the marker', () => {
    expect(letterText('a\n\nb\n\n[factures]\n\nc')).toEqual({ before: ['a', 'b'], after: ['c'] });
  });

  it('parts after salutation and first paragraph where there is no marker', () => {
    expect(letterText('Madame, Monsieur,\r\n\r\nUn.\n \n\nDeux.\nsuite')).toEqual({
      before: ['Madame, Monsieur,', 'Un.'],
      after: ['Deux.\nsuite'],
    });
    expect(letterText('Un.\n\nDeux.')).toEqual({ before: ['Un.'], after: ['Deux.'] });
    expect(letterText(' ')).toEqual({ before: [], after: [] });
  });
});
