import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PageRange } from '../../shared/letters/letter-document.ts';
import type { PageStamp } from '../../shared/letters/page-stamps.ts';
import { startOnFront } from './letter-pdf.ts';
import { type Stamper, stamperFor } from './stamp-pages.ts';

/** On each page of the creditor's own copy. */
const fileCopyStamp: PageStamp = { at: 'head', text: 'Exemplaire dossier' };

/** A letter set in a document with others, and what follows it. */
export interface BatchLetter {
  readonly range: PageRange;
  /** The letter alone with its copies appended, where it has any. */
  readonly whole?: PDFDocument | undefined;
}

/** One PDF of all letters, in order. */
export interface LetterBatch {
  /** Adds the letters of a document; answers where each of them stands in the batch, its own copy not counted. */
  readonly add: (source: PDFDocument, letters: readonly BatchLetter[]) => Promise<readonly PageRange[]>;
}

const indicesOf = ({ first, last }: PageRange): number[] =>
  Array.from({ length: last - first + 1 }, (_unused, index) => first - 1 + index);

/**
 * Puts letters one behind the other: each on a front page where printed on both sides, its appended copies
 * after it, then « Exemplaire dossier » where wanted. Pages of one document are copied in one go, since every
 * copy brings its fonts along.
 */
export const openBatch = (
  target: PDFDocument,
  options: { readonly duplex: boolean; readonly fileCopies: boolean; readonly fontsFolder: string },
): LetterBatch => {
  let stamper: Stamper | undefined;
  return {
    add: async (source, letters) => {
      const indices = letters.flatMap(({ range }) => indicesOf(range));
      const pages = await target.copyPages(source, indices);
      const copies = options.fileCopies ? await target.copyPages(source, indices) : [];
      const places: PageRange[] = [];
      let at = 0;
      for (const { range, whole } of letters) {
        const count = range.last - range.first + 1;
        if (options.duplex) startOnFront(target);
        const first = target.getPageCount() + 1;
        for (const page of pages.slice(at, at + count)) target.addPage(page);
        if (whole) {
          const appended = indicesOf({ first: count + 1, last: whole.getPageCount() });
          for (const page of await target.copyPages(whole, appended)) target.addPage(page);
        }
        places.push({ first, last: target.getPageCount() });
        if (options.fileCopies) {
          stamper ??= await stamperFor(target, [fileCopyStamp], options.fontsFolder);
          if (options.duplex) startOnFront(target);
          for (const page of copies.slice(at, at + count)) stamper.stamp(target.addPage(page), fileCopyStamp);
        }
        at += count;
      }
      return places;
    },
  };
};
