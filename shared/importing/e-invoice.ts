import { fail, type Result } from '../result.ts';
import { readCii } from './cii.ts';
import type { EInvoice, EInvoiceError } from './e-invoice-contract.ts';
import { assembleEInvoice } from './e-invoice-fields.ts';
import { isPdf, readPdfAttachments } from './pdf-attachments.ts';
import { readUbl } from './ubl.ts';
import { readXml, type XmlDocument } from './xml-document.ts';

export type {
  EInvoice,
  EInvoiceError,
  EInvoiceNote,
  EInvoiceParty,
  EInvoiceSyntax,
} from './e-invoice-contract.ts';
export { frenchEInvoiceError } from './e-invoice-contract.ts';

/** A read invoice carries `ok` beside its fields. */
export type EInvoiceReading =
  | ({ readonly ok: true } & EInvoice)
  | { readonly ok: false; readonly error: EInvoiceError };

/** Largest invoice of the European corpora: 0.2 MB; a hundred times that, for thousands of lines. */
const xmlLimits = { maxSize: 20_000_000, maxDepth: 50, maxNodes: 500_000 };

/** Names under which the standards attach an invoice (Factur-X, ZUGFeRD 1 and 2, XRechnung). */
const standardNames = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];

/** The document inside the envelope of the Peppol network, where there is one. */
const unwrapped = (document: XmlDocument): XmlDocument => {
  const inner =
    document.root.name === 'StandardBusinessDocument'
      ? document.root.children.find(({ name }) => name !== 'StandardBusinessDocumentHeader')
      : undefined;
  return inner ? { root: inner } : document;
};

const isUbl = ({ root, rootNamespace = '' }: XmlDocument): boolean =>
  (root.name === 'Invoice' || root.name === 'CreditNote') &&
  (rootNamespace.startsWith('urn:oasis:names:specification:ubl:') ||
    root.children.some(({ name }) => name === 'LegalMonetaryTotal'));

const readDocument = (bytes: Uint8Array): Result<EInvoice, EInvoiceError> => {
  const document = readXml(bytes, xmlLimits);
  if (!document.ok) return document;
  const opened = unwrapped(document.value);
  const { root } = opened;
  if (root.name === 'CrossIndustryInvoice' || root.name === 'CrossIndustryDocument') {
    return assembleEInvoice(readCii(root));
  }
  return isUbl(opened) ? assembleEInvoice(readUbl(root)) : fail({ kind: 'not-an-invoice', root: root.name });
};

const readPdf = (bytes: Uint8Array): Result<EInvoice, EInvoiceError> => {
  const names: string[] = [];
  const attachments = readPdfAttachments(bytes, (name) => {
    names.push(name);
    return /\.xml$/i.test(name);
  });
  if (!attachments.ok) return attachments;
  const rank = (name: string): number => {
    const index = standardNames.indexOf(name.toLowerCase());
    return index === -1 ? standardNames.length : index;
  };
  const candidates = [...attachments.value].sort((one, other) => rank(one.name) - rank(other.name));
  let refusal: EInvoiceError | undefined;
  for (const { name, bytes: content } of candidates) {
    const read = readDocument(content);
    if (read.ok) return { ok: true, value: { ...read.value, attachmentName: name } };
    refusal ??= read.error;
    // A broken factur-x.xml is the answer; another XML beside it is not the invoice.
    if (rank(name) < standardNames.length) break;
  }
  return fail(refusal ?? { kind: 'no-invoice-in-pdf', attachments: [...new Set(names)].slice(0, 5) });
};

/**
 * Reads an electronic invoice or credit note out of a Factur-X, ZUGFeRD or XRechnung PDF, a CII file
 * (D16B/D22B, ZUGFeRD 1) or a UBL file, told by its content. Amounts as in the file, in cents; the open amount
 * is `dueCents` (BT-115). Never throws; files of unknown origin cost a bounded amount of work.
 */
export const readEInvoice = (bytes: Uint8Array): EInvoiceReading => {
  if (bytes.length === 0) return fail({ kind: 'empty-file' });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    return fail({ kind: 'zip-archive' });
  }
  const read = isPdf(bytes) ? readPdf(bytes) : readDocument(bytes);
  return read.ok ? { ok: true, ...read.value } : read;
};
