import { encode } from 'uqr';
import type { CanvasShape } from './page-node.ts';
import { epcSymbol } from './sepa-qr.ts';

/** Rows overlap by this part of a module: without it, screens show white seams between them. */
const bleed = 0.03;

/**
 * The black runs of a SEPA QR code as rectangles of a square of `sizePt` points, without quiet zone.
 * Level M exactly and version 13 at most, as EPC069-12 asks. Rectangles and not an SVG path: pdfmake's
 * parsing of the path took longer than the rest of the letter.
 * @returns undefined when the payload does not fit.
 */
export const qrModules = (payload: string, sizePt: number): CanvasShape[] | undefined => {
  const matrix = qrMatrix(payload);
  if (!matrix) return undefined;
  const module = sizePt / matrix.length;
  const shapes: CanvasShape[] = [];
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      shapes.push({
        type: 'rect',
        x: start * module,
        y: y * module,
        w: (x - start + 1) * module,
        h: module * (1 + (y === matrix.length - 1 ? 0 : bleed)),
        color: '#000000',
        lineWidth: 0,
      });
    }
  });
  return shapes;
};

/** Modules of the code, row by row, `true` = black; undefined when the payload does not fit. */
export const qrMatrix = (payload: string): readonly (readonly boolean[])[] | undefined => {
  if (utf8Length(payload) > mostBytes) return undefined;
  return encode(payload, {
    ecc: epcSymbol.errorCorrection,
    boostEcc: false,
    border: 0,
    maxVersion: epcSymbol.maximumVersion,
  }).data;
};

/** What version 13 holds at level M. */
const mostBytes = 331;

/** Bytes of the text in UTF-8, without TextEncoder, which the pure part does not have. */
const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
};
