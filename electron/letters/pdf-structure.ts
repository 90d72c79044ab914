import { inflateSync } from 'node:zlib';
import {
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** As marked-content.ts writes it; glyphs are written as hexadecimal numbers, so that no text can look like it. */
const mark = /\/(Span|P) <<\/MCID (\d+)>> BDC/gu;

const contentOf = (page: PDFPage): string => {
  const contents = page.node.Contents();
  // Packed by pdfkit; a page without content has nothing to unpack.
  return contents instanceof PDFRawStream && contents.contents.length > 0
    ? inflateSync(contents.contents).toString('latin1')
    : '';
};

/** Pieces of text of a page by paragraph; one that runs on overleaf ends with the page. */
const paragraphsOf = (page: PDFPage): readonly (readonly number[])[] => {
  const paragraphs: number[][] = [];
  let open: number[] = [];
  for (const [, role, id] of contentOf(page).matchAll(mark)) {
    open.push(Number(id));
    if (role === 'Span') continue;
    paragraphs.push(open);
    open = [];
  }
  return open.length > 0 ? [...paragraphs, open] : paragraphs;
};

/**
 * Gives a file that pdfmake set with marks its structure: a document of paragraphs in reading order, so that a
 * screen reader reads it as it is meant (ISO 32000-1, 14.7). Files without marks stay as they are.
 * @param language « fr-FR » or « en-GB ».
 */
export const addStructure = (document: PDFDocument, language: string): void => {
  const { context, catalog } = document;
  const pages = document.getPages().map((page) => ({ page, paragraphs: paragraphsOf(page) }));
  if (pages.every(({ paragraphs }) => paragraphs.length === 0)) return;
  const rootRef = context.nextRef();
  const documentRef = context.nextRef();
  const children: PDFRef[] = [];
  const parents = context.obj([]);
  pages.forEach(({ page, paragraphs }, index) => {
    const byMark: PDFRef[] = [];
    for (const marks of paragraphs) {
      const element = context.register(
        context.obj({ Type: 'StructElem', S: 'P', P: documentRef, Pg: page.ref, K: [...marks] }),
      );
      children.push(element);
      for (const id of marks) byMark[id] = element;
    }
    parents.push(context.obj(index));
    parents.push(context.register(context.obj(byMark)));
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  });
  context.assign(
    documentRef,
    context.obj({ Type: 'StructElem', S: 'Document', P: rootRef, Lang: PDFString.of(language), K: children }),
  );
  context.assign(
    rootRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: documentRef,
      ParentTree: context.register(context.obj({ Nums: parents })),
      ParentTreeNextKey: pages.length,
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), rootRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
};
