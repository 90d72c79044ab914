import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** Flags of an annotation (ISO 32000-1, 12.5.3). */
const hidden = 2;
const printed = 4;
/** More than any invoice shows; each one costs a picture on the page. */
const mostAnnotations = 500;

const entry = (name: string): PDFName => PDFName.of(name);

const numbers = (object: PDFObject | undefined, length: number): readonly number[] | undefined => {
  if (!(object instanceof PDFArray) || object.size() !== length) return undefined;
  const values = Array.from({ length }, (_unused, index) => object.lookup(index));
  const read = values.map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN));
  return read.every(Number.isFinite) ? read : undefined;
};

/** The stream that an annotation shows in the state it is in. */
const appearanceOf = (annotation: PDFDict): PDFRef | undefined => {
  const appearances = annotation.lookup(entry('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.get(entry('N'));
  const context = annotation.context;
  if (normal instanceof PDFRef && context.lookup(normal) instanceof PDFStream) return normal;
  const states = context.lookup(normal);
  const state = annotation.lookup(entry('AS'));
  if (!(states instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  const chosen = states.get(state);
  return chosen instanceof PDFRef && context.lookup(chosen) instanceof PDFStream ? chosen : undefined;
};

/** Corners of a box under a matrix. */
const spread = (
  [left, bottom, right, top]: readonly [number, number, number, number],
  [a, b, c, d, e, f]: readonly [number, number, number, number, number, number],
) => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
};

const printAnnotation = (page: PDFPage, annotation: PDFDict, name: string): void => {
  const subtype = annotation.lookup(entry('Subtype'));
  if (subtype === entry('Popup') || subtype === entry('Link')) return;
  const flags = annotation.lookup(entry('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  if ((bits & hidden) !== 0 || (bits & printed) === 0) return;
  const appearance = appearanceOf(annotation);
  const rectangle = numbers(annotation.lookup(entry('Rect')), 4);
  if (!appearance || !rectangle) return;
  const stream = annotation.context.lookup(appearance);
  if (!(stream instanceof PDFStream)) return;
  const box = numbers(stream.dict.lookup(entry('BBox')), 4);
  if (!box) return;
  const matrix = numbers(stream.dict.lookup(entry('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0];
  const shown = spread(
    box as readonly [number, number, number, number],
    matrix as readonly [number, number, number, number, number, number],
  );
  if (shown.right <= shown.left || shown.top <= shown.bottom) return;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rectangle;
  const scaleX = Math.abs(x2 - x1) / (shown.right - shown.left);
  const scaleY = Math.abs(y2 - y1) / (shown.top - shown.bottom);
  // Some programs leave the type out; without it the appearance is no picture that a page can draw.
  stream.dict.set(entry('Type'), entry('XObject'));
  stream.dict.set(entry('Subtype'), entry('Form'));
  page.node.setXObject(entry(name), appearance);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(
      scaleX,
      0,
      0,
      scaleY,
      Math.min(x1, x2) - scaleX * shown.left,
      Math.min(y1, y2) - scaleY * shown.bottom,
    ),
    drawObject(name),
    popGraphicsState(),
  );
};

/**
 * Draws what annotations show on paper (filled fields, stamps such as « Payé », signatures) onto the page, by
 * ISO 32000-1, 12.5.5, so that the annotations themselves can be left out.
 */
export const printAnnotations = (page: PDFPage): void => {
  const annotations = page.node.Annots();
  if (!annotations) return;
  for (let index = 0; index < Math.min(annotations.size(), mostAnnotations); index += 1) {
    const annotation = annotations.lookup(index);
    if (annotation instanceof PDFDict) printAnnotation(page, annotation, `AcquitAnnotation${index}`);
  }
};
