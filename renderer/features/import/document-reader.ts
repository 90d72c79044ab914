import { type EInvoice, frenchEInvoiceError, readEInvoice } from '../../../shared/importing/e-invoice.ts';
import {
  eInvoiceRow,
  frenchEInvoiceRowError,
  type InvoicingCompany,
} from '../../../shared/importing/e-invoice-row.ts';
import { detectContent, type FileContent } from '../../../shared/importing/file-content.ts';
import type { ImportProblem } from '../../../shared/importing/import-problem.ts';
import type { InvoiceRow } from '../../../shared/importing/invoice-row.ts';
import { frenchZipError, frenchZipProblem, readZip } from '../../../shared/importing/zip-entries.ts';

/** A file of a batch of documents; its bytes stay where it was read. */
export interface DocumentFile {
  /** With the folders of an archive. */
  readonly name: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** What one file of a batch turned out to be. */
export type ReadDocument =
  | {
      readonly kind: 'invoice';
      readonly file: DocumentFile;
      readonly form: 'pdf' | 'xml';
      readonly syntax: EInvoice['syntax'];
      readonly profile: string | undefined;
      /** Its line is set when the batch is complete. */
      readonly row: InvoiceRow;
      readonly problems: readonly ImportProblem[];
    }
  /** A PDF without a structured invoice: perhaps the copy of one that is known. */
  | { readonly kind: 'pdf'; readonly file: DocumentFile }
  /** Something that another reader takes, found in an archive. */
  | { readonly kind: 'other'; readonly file: DocumentFile; readonly content: FileContent }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string };

/** What a batch may hold: more is a mistake of folder, or an attack. */
const archiveLimits = { maxEntries: 5000, maxEntrySize: 60_000_000, maxTotalSize: 400_000_000 };

/** What systems put into archives beside the files of the user. */
const isLitter = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name) || name.endsWith('/');

const readOne = (
  file: DocumentFile,
  bytes: Uint8Array,
  form: 'pdf' | 'xml',
  company: InvoicingCompany,
): ReadDocument => {
  const invoice = readEInvoice(bytes);
  if (!invoice.ok) {
    return form === 'pdf' && invoice.error.kind === 'no-invoice-in-pdf'
      ? { kind: 'pdf', file }
      : { kind: 'refused', name: file.name, message: frenchEInvoiceError(invoice.error) };
  }
  const row = eInvoiceRow(invoice, company, 1);
  if (!row.ok) return { kind: 'refused', name: file.name, message: frenchEInvoiceRowError(row.error) };
  const { syntax, profile } = invoice;
  return { kind: 'invoice', file, form, syntax, profile, ...row.value };
};

/**
 * Reads a file of a batch, or all files of a ZIP archive. Nothing is written. Never throws but where `hashOf`
 * does.
 * @param keep is given the bytes of every file that may have to be kept or read again
 */
export const readDocuments = async (
  name: string,
  bytes: Uint8Array,
  company: InvoicingCompany,
  hashOf: (bytes: Uint8Array) => Promise<string>,
  keep: (hash: string, bytes: Uint8Array) => void,
): Promise<readonly ReadDocument[]> => {
  const read = async (
    entryName: string,
    content: FileContent,
    entryBytes: Uint8Array,
  ): Promise<ReadDocument> => {
    if (content.kind === 'refused') return { kind: 'refused', name: entryName, message: content.message };
    const file = { name: entryName, hash: await hashOf(entryBytes), size: entryBytes.length };
    if (content.kind !== 'e-invoice') {
      keep(file.hash, entryBytes);
      return { kind: 'other', file, content };
    }
    const document = readOne(file, entryBytes, content.form, company);
    if (document.kind !== 'refused' && content.form === 'pdf') keep(file.hash, entryBytes);
    return document;
  };
  const content = detectContent(bytes);
  if (content.kind !== 'zip') return [await read(name, content, bytes)];
  const archive = readZip(bytes, { ...archiveLimits, wanted: (entry) => !isLitter(entry) });
  if (!archive.ok) return [{ kind: 'refused', name, message: frenchZipError(archive.error) }];
  const documents: ReadDocument[] = [];
  for (const entry of archive.value.entries)
    documents.push(await read(entry.name, detectContent(entry.bytes), entry.bytes));
  for (const problem of archive.value.problems)
    documents.push({ kind: 'refused', name: problem.name, message: frenchZipProblem(problem) });
  return documents.length > 0
    ? documents
    : [{ kind: 'refused', name, message: 'Cette archive ne contient aucun fichier.' }];
};
