import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { letterFont } from '../../../../shared/letters/page-measures.ts';
import type { PageNode } from '../../../../shared/letters/page-node.ts';
import { pageTexts, placedWords, plainPdf } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const page = (content: PageNode[]): Promise<Uint8Array> =>
  typeset(
    {
      pageSize: 'A4',
      pageMargins: [60, 60, 60, 60],
      language: 'fr-FR',
      displayTitle: true,
      info: { title: '', author: '', creator: 'Acquit', producer: 'Acquit' },
      defaultStyle: { font: letterFont, fontSize: 10, lineHeight: 1.2, color: '#000000' },
      images: {},
      content,
      header: () => null,
      footer: () => null,
    },
    fontsFolder,
  );

const pieces = (bytes: Uint8Array): number => plainPdf(bytes).match(/^BT$/gmu)?.length ?? 0;

describe('words of a line', { timeout: 60_000 }, () => {
  it('are written as one piece, and stand where they would stand alone', async () => {
    const words = ['Sans', 'règlement', 'de', 'votre', 'part,', 'AVANT', 'To', 'Évry'];
    const joined = await page([{ text: words.join(' ') }]);
    expect(pieces(joined)).toBe(1);
    expect(pageTexts(joined)).toEqual([words.join(' ')]);
    // A colour each, which nobody sees and which keeps words apart.
    const apart = await page([
      {
        text: words.map((word, index) => ({
          text: index < words.length - 1 ? `${word} ` : word,
          color: `#00000${index}`,
        })),
      },
    ]);
    expect(pieces(apart)).toBe(words.length);
    const places = (bytes: Uint8Array) =>
      placedWords(bytes).map(({ text, leftMm, topMm }) => [text, leftMm.toFixed(2), topMm.toFixed(2)]);
    expect(places(joined)).toEqual(places(apart));
  });

  it('keep their own weight, size and line', async () => {
    const bytes = await page([
      { text: [{ text: 'Total ' }, { text: 'dû ', bold: true }, { text: 'ce jour', fontSize: 14 }] },
      { text: 'à droite', alignment: 'right' },
    ]);
    expect(pieces(bytes)).toBe(4);
    const right = placedWords(bytes).find(({ text }) => text === 'droite');
    expect(right?.rightMm).toBeCloseTo(210 - (60 * 25.4) / 72, 1);
  });
});
