import { describe, expect, it } from 'vitest';
import { qrMatrix } from '../../../../electron/letters/qr-matrix.ts';
import {
  alwaysVisibleArea,
  envelopeOf,
  foldHeightsOf,
  type SheetArea,
  windowClearance,
} from '../../../../shared/letters/window-geometry.ts';
import { everyDocument } from './every-document.ts';
import { wordsIn } from './page-findings.ts';
import { type PageImage, pageImage, placedWords } from './pdf-page.ts';
import { readQr } from './read-qr.ts';

/** One of each letter: the kind of debtor changes neither the page's head nor its code. */
const letters = (await everyDocument({ images: true })).filter(
  ({ name, model }) => model !== undefined && !/ (?:public|b2c|non-professional) /u.test(name),
);
const posted = letters.filter(({ model }) => !model?.withoutEnvelope);
const internal = letters.filter(({ model }) => model?.withoutEnvelope);
const withCode = letters.filter(
  ({ model }) => model?.payment.qrPayload !== undefined && !model.withoutPayment,
);

const pixelsPerMm = (image: PageImage): number => (image.pixelsPerPoint * 72) / 25.4;

/** Whether nothing at all is drawn in a part of the page, text, line or picture. */
const isBlank = (image: PageImage, area: SheetArea): boolean => {
  const scale = pixelsPerMm(image);
  for (let y = area.topMm * scale; y < area.bottomMm * scale; y += 1)
    for (let x = area.leftMm * scale; x < area.rightMm * scale; x += 1)
      if (image.greyAt(x, y) < 250) return false;
  return true;
};

/** The parts of an area round what stands in it. */
const round = (area: SheetArea, inner: SheetArea): readonly SheetArea[] => [
  { ...area, bottomMm: inner.topMm },
  { ...area, topMm: inner.bottomMm },
  { ...area, rightMm: inner.leftMm },
  { ...area, leftMm: inner.rightMm },
];

const isMarked = (image: PageImage, heightMm: number): boolean => {
  const scale = pixelsPerMm(image);
  for (let y = (heightMm - 0.6) * scale; y < (heightMm + 0.6) * scale; y += 1)
    if (image.greyAt(6 * scale, y) < 240) return true;
  return false;
};

/** Where the envelopes of law-and-formats.md 2.4 always show the sheet, as it says, in millimetres. */
const published = {
  DL: { leftMm: 100, rightMm: 190, topMm: 45, bottomMm: 79 },
  C5: { leftMm: 109, rightMm: 190, topMm: 57, bottomMm: 88.5 },
} as const;

describe.each(['DL', 'C5'] as const)('in the window of %s', { timeout: 120_000 }, (envelope) => {
  it.each(posted.map((paper) => [paper.name, paper] as const))('%s', async (_name, paper) => {
    const bytes = await paper.render({ addressModel: envelope });
    const visible = alwaysVisibleArea(envelopeOf(envelope));
    expect(visible.topMm).toBeCloseTo(published[envelope].topMm, 1);
    expect(visible.bottomMm).toBeCloseTo(published[envelope].bottomMm, 1);
    expect(visible.rightMm).toBeCloseTo(published[envelope].rightMm, 1);
    const clear = windowClearance(envelopeOf(envelope));
    const words = placedWords(bytes);
    const inside = wordsIn(words, 1, clear);
    expect(inside.map(({ text }) => text).join(' ')).toBe(paper.model?.recipient.lines.join(' '));
    const block: SheetArea = {
      leftMm: Math.min(...inside.map((word) => word.leftMm)),
      rightMm: Math.max(...inside.map((word) => word.rightMm)),
      topMm: Math.min(...inside.map((word) => word.topMm)),
      bottomMm: Math.max(...inside.map((word) => word.bottomMm)),
    };
    expect(block.leftMm).toBeGreaterThanOrEqual(visible.leftMm);
    expect(block.rightMm).toBeLessThanOrEqual(visible.rightMm);
    expect(block.topMm).toBeGreaterThanOrEqual(visible.topMm);
    expect(block.bottomMm).toBeLessThanOrEqual(visible.bottomMm);
    const image = pageImage(bytes, 1, 100);
    const grown = {
      leftMm: block.leftMm - 0.5,
      rightMm: block.rightMm + 0.5,
      topMm: block.topMm - 0.5,
      bottomMm: block.bottomMm + 0.5,
    };
    for (const part of round(clear, grown)) expect(isBlank(image, part)).toBe(true);
    for (const fold of foldHeightsOf(envelope)) expect(isMarked(image, fold), `${fold} mm`).toBe(true);
    expect(isMarked(image, envelope === 'DL' ? 148.5 : 99)).toBe(false);
  });
});

it.each(internal.map((paper) => [paper.name, paper] as const))(
  '%s goes in no envelope: no fold marks',
  async (_name, paper) => {
    const image = pageImage(await paper.render(), 1, 100);
    for (const fold of [99, 198, 148.5]) expect(isMarked(image, fold)).toBe(false);
  },
  60_000,
);

it.each(withCode.map((paper) => [paper.name, paper] as const))(
  'the code of %s reads as what the letter asks for',
  async (_name, paper) => {
    const payload = paper.model?.payment.qrPayload ?? '';
    const bytes = await paper.render();
    const captions = placedWords(bytes).filter(({ text }) => text === 'Virement' || text === 'Scan');
    const caption = captions.at(-1);
    if (caption === undefined) throw new Error('no code');
    const size = qrMatrix(payload)?.length ?? 0;
    const image = pageImage(bytes, caption.page, 300);
    const scale = pixelsPerMm(image);
    // 23 mm wide, at the right margin, 2 pt above its caption.
    const module = (23 * scale) / size;
    const bottom = (caption.topMm - (2 * 25.4) / 72) * scale;
    const isBlack = (row: number, column: number): boolean =>
      image.isDark(190 * scale - (size - column - 0.5) * module, bottom - (size - row - 0.5) * module);
    expect(readQr(isBlack, size)).toBe(payload);
    const asked = Math.round(Number(/\nEUR([\d.]+)\n/u.exec(payload)?.[1]) * 100);
    expect(paper.model?.kind === 'correspondence' ? asked > 0 : asked).toBe(
      paper.model?.kind === 'correspondence' ? true : paper.model?.totals.totalCents,
    );
  },
  60_000,
);
