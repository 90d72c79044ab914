import type { PageDocument } from '../../shared/letters/page-node.ts';
import { declareArchive } from './archive-pdf.ts';
import { appendPages, newPdf, openPdf, pdfBytes, pdfLanguage } from './letter-pdf.ts';
import { addStructure } from './pdf-structure.ts';
import { typeset } from './typeset.ts';

/** A finished file. */
export interface ArchivedDocument {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

/**
 * Sets a document of our own pages as a file for archives: tagged, with its language and title, PDF/A-2b.
 * @param definition whose `info` says when it was made, so that the same document gives the same file; one that
 * does not is set on the day of the call.
 * @param fontsFolder folder of assets/fonts.
 */
export const archivedDocument = async (
  definition: PageDocument,
  fontsFolder: string,
): Promise<ArchivedDocument> => {
  const { title, author, creationDate } = definition.info;
  const facts = {
    title,
    author,
    createdAt: creationDate ?? new Date(),
    ...(definition.language === 'en-GB' ? { language: 'en' as const } : {}),
  };
  const source = await openPdf(await typeset(definition, fontsFolder));
  const target = await newPdf(facts);
  const pageCount = source.getPageCount();
  await appendPages(target, source, { first: 1, last: pageCount });
  addStructure(target, pdfLanguage(facts));
  declareArchive(target, facts, pdfLanguage(facts));
  return { bytes: await pdfBytes(target), pageCount };
};
