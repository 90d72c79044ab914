import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../electron/letters/excerpt.ts';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import type { BatchExtras } from '../../../../shared/ipc/print-contract.ts';
import { calibrationPage } from '../../../../shared/letters/calibration-page.ts';
import { depositListDocument } from '../../../../shared/letters/deposit-list.ts';
import { defaultLetterLayout, type LetterLayout } from '../../../../shared/letters/letter-document.ts';
import {
  type AddressModel,
  alwaysVisibleArea,
  envelopeOf,
  envelopeProblem,
  windowClearance,
} from '../../../../shared/letters/window-geometry.ts';
import { letter, letterOver } from '../../shared/letters/sample-letter.ts';
import { checkedPdf, pageImage, pageTexts, placedWords } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const own = {
  widthMm: 220,
  heightMm: 110,
  windowWidthMm: 100,
  windowHeightMm: 35,
  windowRightMm: 15,
  windowBottomMm: 25,
  panelWidthMm: 210,
  panelHeightMm: 99,
};

const render = async (
  models: readonly LetterModel[],
  layout: Partial<LetterLayout> = {},
  extras: BatchExtras = {},
) => {
  const rendered = await renderLetters({
    models,
    layout: { ...defaultLetterLayout, ...layout },
    images: new Map(),
    fontsFolder,
    extras,
  });
  if (!rendered.ok) throw new Error(rendered.error.kind);
  return rendered.value;
};

const addressLines = [
  'Menuiserie Œuvre & Façades du Rhône SAS',
  'À l’attention du service comptabilité',
  'BATIMENT C ZONE ARTISANALE',
  '124 AV DU MARECHAL DE LATTRE DE TASSIG',
  'BP 1234',
  '69100 VILLEURBANNE CEDEX 02',
];

/** Darkest points of a rectangle of a page: whether anything at all is printed there, text or line. */
const isBlank = (
  bytes: Uint8Array,
  area: { leftMm: number; rightMm: number; topMm: number; bottomMm: number },
): boolean => {
  const image = pageImage(bytes, 1, 150);
  const pixels = image.pixelsPerPoint * (72 / 25.4);
  for (let y = area.topMm * pixels; y < area.bottomMm * pixels; y += 1)
    for (let x = area.leftMm * pixels; x < area.rightMm * pixels; x += 1)
      if (image.isDark(x, y)) return false;
  return true;
};

describe('paper for envelopes', { timeout: 60_000 }, () => {
  it.each([
    ['DL', 'DL'],
    ['C5', 'C5'],
    ['an envelope of one’s own', own],
  ] as const)(
    'shows the whole address and nothing else in the window of %s',
    async (_name, addressModel: AddressModel) => {
      const base = letter({ duplicate: true });
      const model = { ...base, recipient: { lines: addressLines } };
      const { batch } = await render([model], { addressModel });
      const visible = alwaysVisibleArea(envelopeOf(addressModel));
      const clear = windowClearance(envelopeOf(addressModel));
      const inside = placedWords(batch).filter(
        (word) =>
          word.page === 1 &&
          word.rightMm > clear.leftMm &&
          word.leftMm < clear.rightMm &&
          word.bottomMm > clear.topMm &&
          word.topMm < clear.bottomMm,
      );
      expect(inside.map((word) => word.text).join(' ')).toBe(addressLines.join(' '));
      const left = Math.min(...inside.map((word) => word.leftMm));
      const bottom = Math.max(...inside.map((word) => word.bottomMm));
      expect(left).toBeGreaterThanOrEqual(visible.leftMm);
      expect(Math.max(...inside.map((word) => word.rightMm))).toBeLessThanOrEqual(visible.rightMm);
      expect(bottom).toBeLessThanOrEqual(visible.bottomMm);
      // Round the words, on the page as it is drawn: no line, no picture, no mark.
      const { topMm } = inside[0] ?? { topMm: 0 };
      expect(isBlank(batch, { ...clear, bottomMm: topMm })).toBe(true);
      expect(isBlank(batch, { ...clear, topMm: bottom + 0.5 })).toBe(true);
      expect(isBlank(batch, { ...clear, rightMm: left - 0.5 })).toBe(true);
    },
  );

  it('refuses an envelope whose window would hide the address', () => {
    expect(envelopeProblem(own)).toBeUndefined();
    expect(envelopeProblem({ ...own, windowHeightMm: 20 })).toMatch(/toujours visible/u);
    expect(envelopeProblem({ ...own, panelWidthMm: 230 })).toMatch(/plus grande que l’enveloppe/u);
    expect(envelopeProblem({ ...own, windowRightMm: 130 })).toMatch(/dépasse/u);
    expect(envelopeProblem({ ...own, windowRightMm: 100 })).toMatch(/trop à gauche/u);
    expect(envelopeProblem({ ...own, widthMm: Number.NaN })).toMatch(/mesures/u);
  });

  it('prints fold marks where the sheet is folded, or none', async () => {
    const margin = { leftMm: 3, rightMm: 9 };
    const at = (mm: number) => ({ ...margin, topMm: mm - 0.6, bottomMm: mm + 0.6 });
    const marked = (await render([letter()])).batch;
    const plain = (await render([letter()], { foldMarks: false })).batch;
    // The marks are pale hairlines: they are looked for by their colour, not as black.
    const seen = (bytes: Uint8Array, mm: number): boolean => {
      const image = pageImage(bytes, 1, 600);
      const pixels = image.pixelsPerPoint * (72 / 25.4);
      const area = at(mm);
      for (let y = area.topMm * pixels; y < area.bottomMm * pixels; y += 1)
        if (image.greyAt(6 * pixels, y) < 240) return true;
      return false;
    };
    for (const mm of [99, 198]) {
      expect(seen(marked, mm)).toBe(true);
      expect(seen(plain, mm)).toBe(false);
    }
  });

  it('sets a calibration page whose crosses lie 20 mm from the edges', async () => {
    const bytes = await typeset(
      calibrationPage({ ...defaultLetterLayout, offsetXmm: -2 }, 'Laser'),
      fontsFolder,
    );
    const [text = ''] = pageTexts(bytes);
    expect(text).toContain('Imprimante « Laser »');
    expect(text).toContain('2 mm vers la gauche');
    checkedPdf(bytes);
    const image = pageImage(bytes, 1, 150);
    const pixels = image.pixelsPerPoint * (72 / 25.4);
    for (const [x, y] of [
      [20, 20],
      [190, 20],
      [20, 277],
      [190, 277],
    ] as const) {
      const dark = [-1, 0, 1].some((dy) => image.isDark((x - 4) * pixels, y * pixels + dy));
      expect(dark, `${x} ${y}`).toBe(true);
    }
  });
});

describe('batches', { timeout: 60_000 }, () => {
  it('puts « Exemplaire dossier » behind each letter and says where each letter stands', async () => {
    const long = letterOver(40, { reminderId: 'long' });
    const { batch, letters } = await render([letter(), long], { duplex: true }, { fileCopies: true });
    checkedPdf(batch);
    const pages = pageTexts(batch);
    const copies = pages.flatMap((text, index) => (text.includes('Exemplaire dossier') ? [index] : []));
    expect(copies).toHaveLength((letters[0]?.pageCount ?? 0) + (letters[1]?.pageCount ?? 0));
    for (const { batchPages, pageCount, bytes } of letters) {
      expect(batchPages.first % 2).toBe(1);
      expect(pages.slice(batchPages.first - 1, batchPages.last)).toEqual(pageTexts(bytes));
      expect(batchPages.last - batchPages.first + 1).toBe(pageCount);
      expect(pageTexts(bytes).join(' ')).not.toContain('Exemplaire dossier');
    }
    const words = placedWords(batch).filter(({ text }) => text === 'Exemplaire');
    const clear = windowClearance(envelopeOf('DL'));
    for (const word of words) expect(word.bottomMm).toBeLessThan(clear.topMm);
  });

  it('begins the copy for the file on a front page too, where printed on both sides', async () => {
    const short = letter({ claim: { penalties: false, indemnity: false }, reminderId: 'short' });
    const { batch, letters } = await render([short, letter()], { duplex: true }, { fileCopies: true });
    expect(letters.map(({ batchPages }) => batchPages.last % 2)).toContain(1);
    const isCopy = pageTexts(batch).map((text) => text.includes('Exemplaire dossier'));
    const firsts = isCopy.flatMap((copy, index) => (copy && !isCopy[index - 1] ? [index + 1] : []));
    expect(firsts).toHaveLength(2);
    expect(firsts.map((page) => page % 2)).toEqual([1, 1]);
  });

  it('prints pages again as they are, and a letter that was printed well as a duplicate', async () => {
    const { batch } = await render([letter(), letterOver(40, { reminderId: 'long' })]);
    const facts = { day: day('2026-11-25'), stamp: 'DUPLICATA du 25/11/2026', fontsFolder };
    const again = await excerptOf(
      [{ bytes: batch, part: { hash: 'x', pages: [2, 4], duplicate: false } }],
      facts,
    );
    const pages = pageTexts(batch);
    expect(pageTexts(again?.bytes ?? new Uint8Array())).toEqual([pages[1], pages[3]]);
    const duplicate = await excerptOf([{ bytes: batch, part: { hash: 'x', duplicate: true } }], facts);
    const stamped = pageTexts(duplicate?.bytes ?? new Uint8Array());
    expect(stamped).toHaveLength(pages.length);
    for (const text of stamped) expect(text).toContain('DUPLICATA du 25/11/2026');
    checkedPdf(duplicate?.bytes ?? new Uint8Array());
    const beyond = { hash: 'x', pages: [999], duplicate: false };
    expect(await excerptOf([{ bytes: batch, part: beyond }], facts)).toBeUndefined();
  });

  it('lists what is handed to the post, with totals and room for the stamp', async () => {
    const rows = [
      { lines: [...addressLines], invoices: 'F-1, F-2', enclosures: 'Décompte annexé', registered: true },
      {
        lines: ['N'.repeat(300), '1 RUE X', '69000 LYON'],
        invoices: 'F-3',
        enclosures: '',
        registered: false,
      },
      {
        lines: ['Société\u202E Évil <b>', '2 RUE Y', '75001 PARIS'],
        invoices: '',
        enclosures: '',
        registered: true,
      },
    ];
    const bytes = await typeset(
      depositListDocument({ writtenOn: '2026-11-22', sender: letter().sender, rows }),
      fontsFolder,
    );
    checkedPdf(bytes);
    const text = pageTexts(bytes).join(' ');
    for (const part of [
      'Bordereau récapitulatif de dépôt',
      '3 plis, dont 2 lettres recommandées avec avis de réception',
      '69100 VILLEURBANNE CEDEX 02',
      'F-1, F-2',
      '☐ R1 ☐ R2 ☐ R3',
      '☐ AR',
      'Lettre simple',
      'Société Évil <b>',
      'Cachet du bureau de poste',
    ])
      expect(text).toContain(part);
    // Sides of 15 mm, so that a line of 38 characters has room.
    for (const word of placedWords(bytes)) expect(word.rightMm).toBeLessThanOrEqual(210 - 15 + 0.1);
  });
});
