import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textAdvance } from '../../../../shared/letters/advance-width.ts';
import { hasGlyph } from '../../../../shared/letters/glyph-coverage.ts';
import { defaultLetterLayout, letterDocument } from '../../../../shared/letters/letter-document.ts';
import { letter, letterOver, noticeText } from './sample-letter.ts';

interface Font {
  readonly characterSet: readonly number[];
  readonly unitsPerEm: number;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => { readonly advanceWidth: number };
}

// fontkit comes with pdfmake, which is what draws the letters.
const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
const fontkit: { create: (bytes: Buffer) => Font } = fromPdfmake('fontkit');

const font = (name: string): Font =>
  fontkit.create(
    readFileSync(
      fileURLToPath(new URL(`../../../../assets/fonts/SourceSerif4-${name}.ttf`, import.meta.url)),
    ),
  );

const fonts = ['Regular', 'Italic', 'SemiBold'].map(font);

/** Every text that stands in a definition. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'function' || value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
};

describe('letter fonts', () => {
  it('cover exactly what hasGlyph says', () => {
    const inAll = fonts[0]?.characterSet.filter((codePoint) =>
      fonts.every((each) => each.hasGlyphForCodePoint(codePoint)),
    );
    const every = Array.from({ length: 0x11_0000 }, (_unused, codePoint) => codePoint);
    expect([...(inAll ?? [])].sort((a, b) => a - b)).toEqual(every.filter(hasGlyph));
  });

  it('have what French typography needs', () => {
    for (const character of '\u202F\u00A0€œŒæÉÈÀÇÊÎÔÛŸ’«»–—…°×·ᵉʳ')
      expect(hasGlyph(character.codePointAt(0) ?? 0), character).toBe(true);
  });

  it('have figures of one width, so that columns of amounts stand straight', () => {
    for (const each of fonts)
      expect(
        new Set([...'0123456789'].map((digit) => each.glyphForCodePoint(digit.charCodeAt(0)).advanceWidth))
          .size,
      ).toBe(1);
  });

  it('are as wide as the address block reckons', () => {
    const regular = font('Regular');
    for (let codePoint = 32; codePoint < 127; codePoint += 1)
      expect(textAdvance(String.fromCodePoint(codePoint), regular.unitsPerEm)).toBeCloseTo(
        regular.glyphForCodePoint(codePoint).advanceWidth,
        6,
      );
  });

  it('can draw every code point of a letter, whatever the names in it', () => {
    const hostile = '🍕東京 \u202Eמשהו\u202C ﬁ ½ ㎡ \u2011 e\u0301 \u0007 ﷽';
    const models = [
      letterOver(30, { subject: hostile, text: { ...noticeText, before: [hostile] } }),
      { ...letter({ duplicate: true }), recipient: { lines: [hostile, '69100 LYON'] } },
    ];
    const { definition } = letterDocument(models, defaultLetterLayout, {
      images: {},
      qrMatrix: () => undefined,
    });
    const texts = textsIn(definition);
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts)
      for (const character of text.replaceAll('\n', '')) {
        const codePoint = character.codePointAt(0) ?? 0;
        for (const each of fonts)
          expect(each.hasGlyphForCodePoint(codePoint), `${character} in « ${text} »`).toBe(true);
      }
  });
});
