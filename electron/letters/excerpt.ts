import type { Day } from '../../shared/dates/day.ts';
import type { ExcerptPart } from '../../shared/ipc/print-contract.ts';
import type { PageStamp } from '../../shared/letters/page-stamps.ts';
import { newPdf, openPdf, pdfBytes } from './letter-pdf.ts';
import { stamperFor } from './stamp-pages.ts';

/**
 * Pages of printed documents as one PDF, in the order given: pages that the printer spoiled come as they are,
 * a second print of what was printed well is stamped on every page.
 * @returns undefined where a document has no such page.
 */
export const excerptOf = async (
  sources: readonly { readonly bytes: Uint8Array; readonly part: ExcerptPart }[],
  facts: { readonly day: Day; readonly stamp: string; readonly fontsFolder: string },
): Promise<{ readonly bytes: Uint8Array; readonly pageCount: number } | undefined> => {
  const target = await newPdf({
    title: 'Réimpression',
    author: 'Acquit',
    createdAt: new Date(`${facts.day}T12:00:00Z`),
  });
  const duplicate: PageStamp = { at: 'head', text: facts.stamp };
  const stamper = await stamperFor(
    target,
    sources.some(({ part }) => part.duplicate) ? [duplicate] : [],
    facts.fontsFolder,
  );
  for (const { bytes, part } of sources) {
    const source = await openPdf(bytes);
    const count = source.getPageCount();
    const pages = part.pages ?? Array.from({ length: count }, (_unused, index) => index + 1);
    if (pages.some((page) => page < 1 || page > count)) return undefined;
    for (const page of await target.copyPages(
      source,
      pages.map((page) => page - 1),
    )) {
      target.addPage(page);
      if (part.duplicate) stamper.stamp(page, duplicate);
    }
  }
  return target.getPageCount() === 0
    ? undefined
    : { bytes: await pdfBytes(target), pageCount: target.getPageCount() };
};
