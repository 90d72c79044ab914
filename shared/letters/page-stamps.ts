import { greyInk, ink, letterFont, mm, pageHeightMm, rightColumnMm } from './page-measures.ts';
import type { PageDocument, PageNode } from './page-node.ts';
import { printableText } from './printable-text.ts';

/** What is put on a finished page: above the address window, where letters leave room, or at the very foot. */
export interface PageStamp {
  readonly at: 'head' | 'foot';
  readonly text: string;
}

const headNode = (text: string): PageNode => ({
  absolutePosition: { x: mm(rightColumnMm), y: mm(10) },
  columns: [{ width: mm(80), text: printableText(text), bold: true, fontSize: 9, color: ink }],
});

/** Under the legal line of a letter, on the edge that printers still reach. */
const footNode = (text: string): PageNode => ({
  absolutePosition: { x: mm(15), y: mm(pageHeightMm - 10) },
  columns: [{ width: mm(180), text: printableText(text), fontSize: 7.5, color: greyInk, alignment: 'right' }],
});

/** One transparent page a stamp, to be laid over finished pages with the letter's own font. */
export const stampDocument = (stamps: readonly PageStamp[]): PageDocument => ({
  pageSize: 'A4',
  pageMargins: [0, 0, 0, 0],
  language: 'fr-FR',
  displayTitle: false,
  info: { title: '', author: '', creator: 'Acquit', producer: 'Acquit' },
  defaultStyle: { font: letterFont, fontSize: 9, color: ink },
  images: {},
  content: stamps.map(
    (stamp, index): PageNode => ({
      stack: [{ text: ' ' }, stamp.at === 'head' ? headNode(stamp.text) : footNode(stamp.text)],
      ...(index === 0 ? {} : { pageBreak: 'before' }),
    }),
  ),
  header: () => null,
  footer: () => null,
});
