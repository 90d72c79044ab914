import { describe, expect, it } from 'vitest';
import { hasGlyph } from '../../../../shared/letters/glyph-coverage.ts';
import {
  alwaysVisibleArea,
  envelopeOf,
  windowClearance,
} from '../../../../shared/letters/window-geometry.ts';
import { everyDocument } from './every-document.ts';
import {
  deeds,
  drawnTexts,
  linksOf,
  missingGlyphs,
  overprinted,
  textArea,
  wordsIn,
  wordsOutside,
} from './page-findings.ts';
import type { PaperNames } from './paper-ledger.ts';
import { checkedPdf, placedWords, readingText } from './pdf-page.ts';

const spoilt = '\u202E\u2066\u200B\u200D\uFEFF <script>alert(1)</script> {x} %PDF-1.4 <<>> )';
/** What a letter is refused for, and other papers set as well as can be. */
const unprintable = '🍕 東京 משהו {{ total }} {% if x %} \u0007';
const longWord = 'Œ'.repeat(120);
const many = (text: string, length: number): string => text.repeat(length).slice(0, length);

const hostile: Partial<PaperNames> = {
  client: `${spoilt} ${longWord}`.slice(0, 300),
  contact: `${spoilt} Dupont`.slice(0, 200),
  company: `Évil & Fils ${spoilt}`.slice(0, 200),
  street: `12 rue ${spoilt}`.slice(0, 200),
  order: `${spoilt}`.slice(0, 100),
  collector: `${spoilt} ${longWord}`.slice(0, 300),
  note: `${spoilt}\n\n${longWord}\n${spoilt}`,
  piece: `${spoilt} ${longWord}`.slice(0, 300),
  bankReference: `${spoilt} ${longWord}`.slice(0, 140),
  invoice: '<b>{n}</b>\u202E/',
};

/** The same with what no letter is printed with. */
const worst: Partial<PaperNames> = Object.fromEntries(
  Object.entries(hostile).map(([key, text]) => [key, `${unprintable}${text}`.slice(0, 300)]),
);

const long: Partial<PaperNames> = {
  client: many('Société de menuiserie et d’agencement ', 300),
  contact: many('Marie-Hélène de La Rochefoucauld ', 200),
  company: many('Compagnie générale des façades ', 300),
  street: many('124 avenue du Maréchal de Lattre ', 200),
  order: many('BC-2026/17/', 100),
  collector: many('Recouvrement du Rhône ', 300),
  note: many('Deux vantaux livrés rayés le 12 août. ', 1900),
  piece: many('Devis signé DV2026-12 ', 300),
  bankReference: many('VIR SEPA 4711 ', 140),
  invoice: `${many('FACTURE-2026-', 60)}-`,
};

/** One of each: the kind of debtor changes texts that do not hold these names. */
const oneOfEach = async (names: Partial<PaperNames>, withoutLetters = false) =>
  (await everyDocument({ names, withoutLetters })).filter(
    ({ name }) => !/ (?:public|non-professional)(?: |$)/u.test(name),
  );

describe.each([
  ['hostile names', await oneOfEach(hostile)],
  ['names that cannot be printed', await oneOfEach(worst, true)],
  ['names of 300 characters', await oneOfEach(long)],
] as const)('under %s', { timeout: 120_000 }, (kind, documents) => {
  it.each(documents.map((paper) => [paper.name, paper] as const))('%s', async (name, paper) => {
    const bytes = await paper.render();
    const pdf = checkedPdf(bytes);
    const text = readingText(bytes);
    const words = placedWords(bytes);
    expect([...new Set(text)].filter((character) => !hasGlyph(character.codePointAt(0) ?? 0))).toEqual([]);
    expect(drawnTexts(pdf)).toBeGreaterThan(5);
    expect(missingGlyphs(pdf)).toEqual([]);
    expect(deeds(pdf)).toEqual([]);
    for (const link of linksOf(pdf)) expect(link).toMatch(/^(?:https:\/\/|mailto:)/u);
    expect(wordsOutside(words, textArea(name))).toEqual([]);
    expect(overprinted(words)).toEqual([]);
    // What is somebody's name stands there as it is, not as a part of a template or of the page.
    if (kind === 'hostile names' && paper.model) {
      expect(text.replaceAll(' ', '')).toContain('<script>alert(1)</script>{x}%PDF');
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B-\u200D\uFEFF]/u);
    }
    // The window shows the addressee and nothing else, however long he is.
    if (paper.model && !paper.model.withoutEnvelope) {
      const envelope = envelopeOf('DL');
      const visible = alwaysVisibleArea(envelope);
      const inside = wordsIn(words, 1, windowClearance(envelope));
      expect(wordsOutside(inside, visible)).toEqual([]);
    }
  });
});

it('refuses a letter whose names cannot be printed, and says which characters', async () => {
  await expect(everyDocument({ names: { client: `Évil ${unprintable}` } })).rejects.toThrow(
    /ne peuvent pas être imprimés\s:\s🍕 東 京 מ ש ה ו/u,
  );
});
