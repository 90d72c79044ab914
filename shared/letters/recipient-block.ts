import { textAdvance } from './advance-width.ts';
import { mm } from './page-measures.ts';
import type { ColumnsNode } from './page-node.ts';
import { type AddressModel, addressAreaOf } from './window-geometry.ts';

/** 4.2 mm of pitch at 10 pt (law-and-formats.md 2.4); the font's own line is 1.371 of the size. */
const lineHeight = 0.87;
const fontLine = 1.371;
const largestSize = 10.5;
const smallestUnwrapped = 8;
const smallestSize = 4;

/** Largest size at which the lines fit the area: unwrapped if 8 pt can do it, else wrapped. */
export const addressSize = (lines: readonly string[], widthPt: number, heightPt: number): number => {
  const fits = (size: number, wrapped: boolean): boolean => {
    let count = 0;
    for (const line of lines) {
      const advance = textAdvance(line, size);
      if (advance > widthPt && !wrapped) return false;
      // Words do not fill their line: a tenth is lost in breaking.
      count += advance <= widthPt ? 1 : Math.ceil((advance * 1.1) / widthPt);
    }
    return count * size * fontLine * lineHeight <= heightPt;
  };
  for (let size = largestSize; size >= smallestUnwrapped; size -= 0.5) if (fits(size, false)) return size;
  for (let size = smallestUnwrapped; size > smallestSize; size -= 0.5) if (fits(size, true)) return size;
  return smallestSize;
};

/** The addressee, fixed on the sheet where the window of the envelope shows it. Offsets in millimetres. */
export const recipientBlock = (
  lines: readonly string[],
  model: AddressModel,
  offset: { readonly xMm: number; readonly yMm: number },
): ColumnsNode => {
  const area = addressAreaOf(model);
  const width = mm(area.rightMm - area.leftMm);
  const fontSize = addressSize(lines, width, mm(area.bottomMm - area.topMm));
  return {
    absolutePosition: { x: mm(area.leftMm + offset.xMm), y: mm(area.topMm + offset.yMm) },
    columns: [{ width, fontSize, lineHeight, stack: lines.map((text) => ({ text })) }],
  };
};
