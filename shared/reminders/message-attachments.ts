import type { DocumentRef } from '../ledger/history.ts';
import type { Invoice } from '../ledger/invoice.ts';

/** Mail servers refuse messages from 10 MB on (25 at most); base64 adds a third to what is attached. */
export const largestAttachmentsBytes = 8_000_000;

/** What leaves with an e-mail. `bytes` is the size of all copies together, attached or not. */
export interface MessageAttachments {
  readonly attached: readonly (DocumentRef & { readonly bytes: number })[];
  readonly bytes: number;
  /** The copies together are too large for an e-mail: none is attached. */
  readonly tooLarge: boolean;
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

// Line ends and marks of direction would forge a header or a name; the others no file system takes.
const unfit = /[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]+/gu;

/** « Facture F-2026-101.pdf », whatever the number holds; at most 120 characters. */
const fileNameOf = (invoice: Invoice, mediaType: string): string => {
  const number = invoice.number.replace(unfit, '-').trim().slice(0, 100);
  return `Facture ${number}.${extensions[mediaType] ?? 'pdf'}`;
};

/**
 * The copies of the claimed invoices that the ledger holds, in the order of the invoices and each once; none at
 * all where they are more than {@link largestAttachmentsBytes} together. A copy of unknown size is not attached.
 */
export const attachmentsOf = (invoices: readonly Invoice[]): MessageAttachments => {
  const copies = new Map<string, DocumentRef & { readonly bytes: number }>();
  for (const invoice of invoices) {
    const { documentHash: hash, documentBytes: bytes, documentMediaType: mediaType } = invoice;
    if (hash === undefined || bytes === undefined || mediaType === undefined || copies.has(hash)) continue;
    copies.set(hash, { hash, bytes, mediaType, name: fileNameOf(invoice, mediaType) });
  }
  const bytes = [...copies.values()].reduce((sum, copy) => sum + copy.bytes, 0);
  const tooLarge = bytes > largestAttachmentsBytes;
  return { attached: tooLarge ? [] : [...copies.values()], bytes, tooLarge };
};
