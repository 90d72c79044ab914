import type { SheetArea } from '../../../../shared/letters/window-geometry.ts';
import type { PlacedWord } from './pdf-page.ts';

const described = ({ text, page, leftMm, topMm, rightMm, bottomMm }: PlacedWord): string =>
  `« ${text.slice(0, 40)} » p. ${page} at ${[leftMm, topMm, rightMm, bottomMm].map((mm) => mm.toFixed(1)).join(' ')}`;

/** Papers with sides of their own, in millimetres from the left edge: the grid, and the list of whole addresses. */
const sidesOf: Readonly<Record<string, readonly [number, number]>> = {
  'calibration page': [4, 206],
  'deposit list': [14.7, 195.6],
};

/** Where the words of a paper may stand, by its name in `every-document`. */
export const textArea = (name: string): SheetArea => {
  const [leftMm, rightMm] = sidesOf[name] ?? [24.7, 190.6];
  return { leftMm, rightMm, topMm: 4, bottomMm: 293 };
};

/** Words that leave an area of their page. */
export const wordsOutside = (words: readonly PlacedWord[], area: SheetArea): readonly string[] =>
  words
    .filter(
      (word) =>
        word.leftMm < area.leftMm ||
        word.rightMm > area.rightMm ||
        word.topMm < area.topMm ||
        word.bottomMm > area.bottomMm,
    )
    .map(described);

/** Words that touch an area of a page. */
export const wordsIn = (words: readonly PlacedWord[], page: number, area: SheetArea): readonly PlacedWord[] =>
  words.filter(
    (word) =>
      word.page === page &&
      word.rightMm > area.leftMm &&
      word.leftMm < area.rightMm &&
      word.bottomMm > area.topMm &&
      word.topMm < area.bottomMm,
  );

/**
 * Pairs of words of which one is printed over the other. pdftotext gives every word the height of its font, of which
 * the letters fill the middle: only that counts, so that two lines set close do not.
 */
export const overprinted = (words: readonly PlacedWord[]): readonly string[] => {
  const cores = words.map((word) => {
    const height = word.bottomMm - word.topMm;
    return {
      word,
      leftMm: word.leftMm + 0.15,
      rightMm: word.rightMm - 0.15,
      topMm: word.topMm + 0.35 * height,
      bottomMm: word.bottomMm - 0.3 * height,
    };
  });
  const found: string[] = [];
  for (const [index, one] of cores.entries())
    for (const other of cores.slice(index + 1))
      if (
        one.word.page === other.word.page &&
        one.leftMm < other.rightMm &&
        other.leftMm < one.rightMm &&
        one.topMm < other.bottomMm &&
        other.topMm < one.bottomMm
      )
        found.push(`${described(one.word)} and ${described(other.word)}`);
  return found;
};

/** Texts of a page stream that draw glyph 0, which is the box of a missing glyph. */
export const missingGlyphs = (plainPdf: string): readonly string[] =>
  [...plainPdf.matchAll(/\[([^[\]]*)\]\s*TJ/gu)]
    .map(([, shown = '']) => shown)
    .filter((shown) =>
      [...shown.matchAll(/<([0-9a-fA-F]*)>/gu)].some(([, codes = '']) =>
        codes.match(/.{4}/gu)?.includes('0000'),
      ),
    );

/** How many texts a page stream draws: nothing is judged clean because nothing was read. */
export const drawnTexts = (plainPdf: string): number => plainPdf.match(/\]\s*TJ/gu)?.length ?? 0;

/** Entries by which a PDF does something by itself, or carries a file. */
export const deeds = (plainPdf: string): readonly string[] =>
  plainPdf.match(
    /\/(?:JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|GoToE|AcroForm|XFA)\b/gu,
  ) ?? [];

/** Addresses that a click opens. */
export const linksOf = (plainPdf: string): readonly string[] =>
  [...plainPdf.matchAll(/\/URI\s*\(((?:[^()\\]|\\.)*)\)/gu)].map(([, address = '']) => address);

/** Parts that do not follow each other in a text. */
export const outOfOrder = (text: string, parts: readonly string[]): readonly string[] => {
  let at = 0;
  const lost: string[] = [];
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) lost.push(`« ${part} » after « ${text.slice(Math.max(0, at - 40), at)} »`);
    else at = found + part.length;
  }
  return lost;
};
