import type { PDFDocument, PDFEmbeddedPage, PDFPage } from '@cantoo/pdf-lib';
import { type PageStamp, stampDocument } from '../../shared/letters/page-stamps.ts';
import { openPdf } from './letter-pdf.ts';
import { typeset } from './typeset.ts';

/** Lays stamps over pages of a document. */
export interface Stamper {
  readonly stamp: (page: PDFPage, stamp: PageStamp) => void;
}

const keyOf = ({ at, text }: PageStamp): string => `${at} ${text}`;

/** Stamps for one document, set once in the letter's font and embedded once each, however many pages carry them. */
export const stamperFor = async (
  target: PDFDocument,
  stamps: readonly PageStamp[],
  fontsFolder: string,
): Promise<Stamper> => {
  const wanted = [...new Map(stamps.map((stamp) => [keyOf(stamp), stamp])).values()];
  const embedded = new Map<string, PDFEmbeddedPage>();
  if (wanted.length > 0) {
    const source = await openPdf(await typeset(stampDocument(wanted), fontsFolder));
    const pages = await target.embedPages(source.getPages());
    wanted.forEach((stamp, index) => {
      const page = pages[index];
      if (page) embedded.set(keyOf(stamp), page);
    });
  }
  return {
    stamp: (page, stamp) => {
      const overlay = embedded.get(keyOf(stamp));
      if (!overlay) throw new Error('a stamp that was not set');
      page.drawPage(overlay, { x: 0, y: 0 });
    },
  };
};
