import type { CanvasShape } from './page-node.ts';

/** Modules of a QR code, row by row, `true` = black, without quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/** Rows overlap by this part of a module: without it, screens show white seams between them. */
const bleed = 0.03;

/**
 * The black runs of a QR code as rectangles of a square of `sizePt` points. Rectangles and not an SVG path:
 * pdfmake's parsing of the path took longer than the rest of the letter.
 */
export const qrModules = (matrix: QrMatrix, sizePt: number): CanvasShape[] => {
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
