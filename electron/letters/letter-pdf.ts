import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { PageRange } from '../../shared/letters/letter-document.ts';
import { packNatively } from './native-deflate.ts';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  /** Written into the file; the same facts and pages give the same bytes. */
  readonly createdAt: Date;
  /** French where undefined. */
  readonly language?: 'en' | undefined;
}

/** Language of a file as its catalogue names it. */
export const pdfLanguage = ({ language }: Pick<PdfFacts, 'language'>): string =>
  language === 'en' ? 'en-GB' : 'fr-FR';

/** In points. */
export const a4: readonly [width: number, height: number] = [595.28, 841.89];

/** An empty document with the metadata every letter carries. */
export const newPdf = async (facts: PdfFacts): Promise<PDFDocument> => {
  const { title, author, createdAt } = facts;
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setCreator('Acquit');
  document.setProducer('Acquit');
  document.setLanguage(pdfLanguage(facts));
  document.setCreationDate(createdAt);
  document.setModificationDate(createdAt);
  return document;
};

/** Copies pages of one document to the end of another; a range is 1-based and inclusive. */
export const appendPages = async (
  target: PDFDocument,
  source: PDFDocument,
  range: PageRange,
): Promise<void> => {
  const indices = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first - 1 + index);
  for (const page of await target.copyPages(source, indices)) target.addPage(page);
};

/** An empty sheet at the end. */
export const newPage = (document: PDFDocument): PDFPage => document.addPage([...a4]);

/** Makes the next page a front page when the document is printed on both sides. */
export const startOnFront = (document: PDFDocument): void => {
  if (document.getPageCount() % 2 === 1) newPage(document);
};

export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** The finished file. */
export const pdfBytes = (document: PDFDocument): Promise<Uint8Array> => {
  packNatively();
  return document.save({
    useObjectStreams: true,
    objectsPerTick: Number.POSITIVE_INFINITY,
    updateFieldAppearances: false,
  });
};
