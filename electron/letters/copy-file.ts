import {
  EncryptedPDFError,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { isPdf } from '../../shared/importing/pdf-attachments.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { printAnnotations } from './copy-annotations.ts';
import { type UnpackedBudget, unpackedBudget, unpacksWithin } from './copy-expansion.ts';
import type { CopyFailure } from './copy-failure.ts';
import { type ImageFailure, letterImage } from './letter-image.ts';
import { openPdf } from './letter-pdf.ts';

/** A copy that can be appended to a letter. */
export type OpenCopy =
  | { readonly kind: 'pdf'; readonly document: PDFDocument; readonly pageCount: number }
  | {
      readonly kind: 'image';
      readonly bytes: Uint8Array;
      readonly type: 'png' | 'jpeg';
      readonly pageCount: 1;
    };

/** A copy beyond this is none of an invoice, and would hold the printer up. */
export const largestCopyBytes = 20 * 1024 * 1024;
export const mostCopyPages = 100;

const entry = (name: string): PDFName => PDFName.of(name);

/** Keys of streams that reach out of the page: another file, another program's picture (ISO 32000-1, 7.3.8, 8.10.4). */
const reachingOut = [
  'F',
  'FFilter',
  'FDecodeParms',
  'Ref',
  'OPI',
  'Alternates',
  'Metadata',
  'AF',
  'PieceInfo',
];
/** All that a page needs to be drawn. */
const drawn = new Set([
  'Type',
  'Parent',
  'Resources',
  'MediaBox',
  'CropBox',
  'Contents',
  'Rotate',
  'UserUnit',
]);

const filtersOf = (stream: PDFStream): readonly string[] => {
  const filter: PDFObject | undefined = stream.dict.lookup(entry('Filter'));
  if (filter instanceof PDFName) return [filter.decodeText()];
  const names: string[] = [];
  if (filter && 'asArray' in filter && typeof filter.asArray === 'function')
    for (const name of filter.asArray() as PDFObject[])
      if (name instanceof PDFName) names.push(name.decodeText());
  return names;
};

/** Contents of all pages, unpacked by whoever draws them, within the budget. */
const pagesUnpackWithin = (document: PDFDocument, budget: UnpackedBudget): boolean => {
  for (const page of document.getPages()) {
    const contents = page.node.normalizedEntries().Contents;
    for (let index = 0; contents && index < contents.size(); index += 1) {
      const stream = contents.lookup(index);
      if (stream instanceof PDFRawStream && !budget.spend(stream.contents, filtersOf(stream))) return false;
    }
  }
  return true;
};

/**
 * Leaves of a document what is drawn on its pages and nothing else: no script, no action, no link, no form, no
 * file inside it, nothing fetched from outside. What annotations show on paper becomes part of the page first.
 */
const reduceToPages = (document: PDFDocument): void => {
  for (const page of document.getPages()) {
    printAnnotations(page);
    for (const key of page.node.keys()) if (!drawn.has(key.decodeText())) page.node.delete(key);
  }
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFStream) {
      if (object.dict.lookup(entry('Subtype')) === entry('PS'))
        object.dict.set(entry('Subtype'), entry('None'));
      for (const key of reachingOut) object.dict.delete(entry(key));
    }
};

const openPdfCopy = async (bytes: Uint8Array): Promise<Result<OpenCopy, CopyFailure>> => {
  const budget = unpackedBudget();
  if (!unpacksWithin(bytes, budget)) return fail({ kind: 'too-large' });
  try {
    const document = await openPdf(bytes);
    const pageCount = document.getPageCount();
    if (pageCount === 0) return fail({ kind: 'damaged' });
    if (pageCount > mostCopyPages || !pagesUnpackWithin(document, budget)) return fail({ kind: 'too-large' });
    for (const page of document.getPages()) {
      const { width, height } = page.getCropBox();
      if (!(width > 1 && height > 1)) return fail({ kind: 'damaged' });
      const unit = page.node.lookup(entry('UserUnit'));
      if (unit instanceof PDFNumber && !(unit.asNumber() > 0)) return fail({ kind: 'damaged' });
    }
    reduceToPages(document);
    return ok({ kind: 'pdf', document, pageCount });
  } catch (error) {
    // The library throws errors of many kinds on files that are no sound PDF, among them a full stack.
    return fail({ kind: error instanceof EncryptedPDFError ? 'encrypted' : 'damaged' });
  }
};

const imageFailures: Readonly<Record<ImageFailure['kind'], CopyFailure['kind']>> = {
  'not-an-image': 'not-printable',
  'image-too-large': 'too-large',
  'image-damaged': 'damaged',
};

/**
 * Opens a copy of an invoice, a PDF or a picture, reduced to what is printed of it. Fails on what is
 * encrypted, damaged, of more than 20 MB, 100 pages or 64 MB unpacked, and on anything that is no page.
 */
export const openCopy = async (bytes: Uint8Array): Promise<Result<OpenCopy, CopyFailure>> => {
  if (bytes.byteLength > largestCopyBytes) return fail({ kind: 'too-large' });
  if (isPdf(bytes)) return openPdfCopy(bytes);
  const image = letterImage(bytes);
  if (!image.ok) return fail({ kind: imageFailures[image.error.kind] });
  return ok({
    kind: 'image',
    bytes,
    type: image.value.startsWith('data:image/png') ? 'png' : 'jpeg',
    pageCount: 1,
  });
};
