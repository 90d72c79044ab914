import { degrees, type PDFDocument, type PDFEmbeddedPage } from '@cantoo/pdf-lib';
import type { PageStamp } from '../../shared/letters/page-stamps.ts';
import type { OpenCopy } from './copy-file.ts';
import { a4, newPage } from './letter-pdf.ts';
import type { Stamper } from './stamp-pages.ts';

const point = 72 / 25.4;
/** Margins of a copy on its sheet: what printers reach, and below it the room for « Annexe n ». */
const sideMargin = 5 * point;
const topMargin = 5 * point;
const bottomMargin = 14 * point;

/** « Annexe 2 : Facture FA-12 (1/3) », at the foot of each page of a copy. */
export const annexStamp = (annex: number, name: string, page: number, pageCount: number): PageStamp => ({
  at: 'foot',
  text: `Annexe ${annex}\u00A0: ${name}${pageCount > 1 ? ` (${page}/${pageCount})` : ''}`,
});

interface Drawable {
  readonly width: number;
  readonly height: number;
  /** Clockwise, as the page wants to be shown. */
  readonly turn: number;
  readonly draw: (at: { x: number; y: number; scale: number; turn: number }) => void;
}

/** Draws as large as the sheet takes it, upright, a wide page turned. */
const place = ({ width, height, turn, draw }: Drawable): void => {
  const lies = turn % 180 !== 0;
  const isWide = (lies ? height : width) > (lies ? width : height);
  const clockwise = (((turn + (isWide ? 90 : 0)) % 360) + 360) % 360;
  const [shownWidth, shownHeight] = clockwise % 180 === 0 ? [width, height] : [height, width];
  const roomWidth = a4[0] - 2 * sideMargin;
  const roomHeight = a4[1] - topMargin - bottomMargin;
  const scale = Math.min(roomWidth / shownWidth, roomHeight / shownHeight);
  const left = (a4[0] - shownWidth * scale) / 2;
  const bottom = bottomMargin + roomHeight - shownHeight * scale;
  // Turned about its own lower left corner, the page leaves its place: it is moved back.
  const [dx, dy] =
    clockwise === 90
      ? [0, width]
      : clockwise === 180
        ? [width, height]
        : clockwise === 270
          ? [height, 0]
          : [0, 0];
  draw({ x: left + dx * scale, y: bottom + dy * scale, scale, turn: -clockwise });
};

const embeddedPages = async (
  target: PDFDocument,
  copy: OpenCopy & { readonly kind: 'pdf' },
): Promise<readonly (PDFEmbeddedPage | undefined)[]> => {
  const pages = copy.document.getPages();
  const embedded: (PDFEmbeddedPage | undefined)[] = [];
  const filled = pages.filter((page) => page.node.Contents() !== undefined);
  const boxes = filled.map((page) => {
    const { x, y, width, height } = page.getCropBox();
    return { left: x, bottom: y, right: x + width, top: y + height };
  });
  const made = filled.length === 0 ? [] : await target.embedPages(filled, boxes);
  let next = 0;
  for (const page of pages) embedded.push(page.node.Contents() === undefined ? undefined : made[next++]);
  return embedded;
};

/**
 * Appends a copy to a document, each of its pages on an A4 page of its own with a running line at the foot. Pages
 * are embedded as pictures: nothing but what they show comes over.
 */
export const appendCopy = async (
  target: PDFDocument,
  copy: OpenCopy,
  stamper: Stamper,
  stampOf: (page: number) => PageStamp,
): Promise<void> => {
  if (copy.kind === 'image') {
    const image = await (copy.type === 'png' ? target.embedPng(copy.bytes) : target.embedJpg(copy.bytes));
    const page = newPage(target);
    place({
      width: image.width,
      height: image.height,
      turn: 0,
      draw: ({ x, y, scale, turn }) =>
        page.drawImage(image, {
          x,
          y,
          width: image.width * scale,
          height: image.height * scale,
          rotate: degrees(turn),
        }),
    });
    stamper.stamp(page, stampOf(1));
    return;
  }
  const turns = copy.document.getPages().map((page) => page.getRotation().angle);
  const embedded = await embeddedPages(target, copy);
  embedded.forEach((drawn, index) => {
    const page = newPage(target);
    if (drawn)
      place({
        width: drawn.width,
        height: drawn.height,
        turn: turns[index] ?? 0,
        draw: ({ x, y, scale, turn }) =>
          page.drawPage(drawn, { x, y, xScale: scale, yScale: scale, rotate: degrees(turn) }),
      });
    stamper.stamp(page, stampOf(index + 1));
  });
};
