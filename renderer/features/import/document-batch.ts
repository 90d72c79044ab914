import { type DocumentLink, documentLinker } from '../../../shared/importing/document-links.ts';
import { invoiceNumberKey } from '../../../shared/importing/import-identity.ts';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { mergeRepeatedRows } from '../../../shared/importing/repeated-rows.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { DocumentFile, ReadDocument } from './document-reader.ts';

export type InvoiceDocument = Extract<ReadDocument, { kind: 'invoice' }>;

/** A PDF without structured invoice, and the invoice whose copy it is: of the ledger, or of the batch. */
export interface LinkedDocument {
  readonly file: DocumentFile;
  readonly link:
    | { readonly kind: 'ledger'; readonly invoiceId: string }
    | { readonly kind: 'batch'; readonly line: number }
    | {
        readonly kind: 'several';
        readonly invoiceIds: readonly string[];
        readonly lines: readonly number[];
        /** What the user chose among them: « invoice <id> » or « line <number> ». */
        readonly chosen?: string | undefined;
      }
    /** It has that or another copy already, which stays. */
    | { readonly kind: 'has-copy'; readonly invoiceId: string }
    | { readonly kind: 'none' };
}

/** Files read together, before anything is written. */
export interface DocumentBatch {
  readonly invoices: readonly InvoiceDocument[];
  readonly linked: readonly LinkedDocument[];
  readonly refused: readonly { readonly name: string; readonly message: string }[];
  /** Files for other readers, one after the other, when these are done. */
  readonly others: readonly Extract<ReadDocument, { kind: 'other' }>[];
}

const ledgerKey = 'l ';
const lineKey = 'b ';

const linkOf = (ledger: Ledger, found: DocumentLink): LinkedDocument['link'] => {
  switch (found.kind) {
    case 'none':
      return { kind: 'none' };
    case 'one': {
      if (found.id.startsWith(lineKey))
        return { kind: 'batch', line: Number(found.id.slice(lineKey.length)) };
      const invoiceId = found.id.slice(ledgerKey.length);
      return ledger.invoices.get(invoiceId)?.documentHash === undefined
        ? { kind: 'ledger', invoiceId }
        : { kind: 'has-copy', invoiceId };
    }
    case 'several':
      return {
        kind: 'several',
        invoiceIds: found.ids.flatMap((id) => (id.startsWith(ledgerKey) ? [id.slice(ledgerKey.length)] : [])),
        lines: found.ids.flatMap((id) => (id.startsWith(lineKey) ? [Number(id.slice(lineKey.length))] : [])),
      };
  }
};

/** Sorts what was read: numbers the invoices, and looks for the invoice of every other PDF by its name. */
export const documentBatch = (documents: readonly ReadDocument[], ledger: Ledger): DocumentBatch => {
  const invoices = documents
    .filter((document) => document.kind === 'invoice')
    .map((document, index): InvoiceDocument => {
      const line = index + 1;
      return {
        ...document,
        row: { ...document.row, line },
        problems: document.problems.map((problem) => ({ ...problem, line })),
      };
    });
  const inBatch = new Set(invoices.map(({ row }) => invoiceNumberKey(row.number)));
  const find = documentLinker([
    // An invoice of the batch that the ledger knows is one invoice, not two that fit.
    ...[...ledger.invoices.values()]
      .filter(
        ({ number, cancelledAt }) => cancelledAt === undefined && !inBatch.has(invoiceNumberKey(number)),
      )
      .map(({ id, number }) => ({ id: `${ledgerKey}${id}`, number })),
    ...invoices.map(({ row }) => ({ id: `${lineKey}${row.line}`, number: row.number })),
  ]);
  return {
    invoices,
    linked: documents
      .filter((document) => document.kind === 'pdf')
      .map(({ file }) => ({ file, link: linkOf(ledger, find(file.name)) })),
    refused: documents.filter((document) => document.kind === 'refused'),
    others: documents.filter((document) => document.kind === 'other'),
  };
};

/** The invoices of a batch as rows of an import; the same invoice twice counts once, as in a list. */
export const batchRows = ({ invoices }: Pick<DocumentBatch, 'invoices'>): InvoiceRows => {
  const merged = mergeRepeatedRows(invoices.map(({ row }) => row));
  return {
    rows: merged.rows,
    leftOut: [],
    problems: [...invoices.flatMap(({ problems }) => problems), ...merged.problems].sort(
      (a, b) => a.line - b.line,
    ),
    repeatedLines: merged.repeatedLines,
    duplicates: merged.problems.length,
  };
};

const [chosenInvoice, chosenLine] = ['invoice ', 'line '];

/** The batch with the user's choice for a PDF that several invoices fit; undefined = none of them. */
export const withChosenLink = (
  batch: DocumentBatch,
  index: number,
  chosen: string | undefined,
): DocumentBatch => ({
  ...batch,
  linked: batch.linked.map((document, at) =>
    at === index && document.link.kind === 'several'
      ? { ...document, link: { ...document.link, chosen } }
      : document,
  ),
});

const settledLink = (link: LinkedDocument['link']): LinkedDocument['link'] => {
  if (link.kind !== 'several' || link.chosen === undefined) return link;
  return link.chosen.startsWith(chosenLine)
    ? { kind: 'batch', line: Number(link.chosen.slice(chosenLine.length)) }
    : { kind: 'ledger', invoiceId: link.chosen.slice(chosenInvoice.length) };
};

/** How many invoices of a plan and of the ledger get a copy that have none. */
export const copiesToAttach = (batch: DocumentBatch, plan: ImportPlan, ledger: Ledger): number => {
  const byLine = copiesByLine(batch);
  const lacks = (invoiceId: string): boolean => ledger.invoices.get(invoiceId)?.documentHash === undefined;
  const known = new Set(
    [
      ...plan.updatedInvoices.map(({ id, row }) => ({ id, row })),
      ...[...plan.unchanged, ...plan.closedIgnored].map(({ invoiceId, row }) => ({ id: invoiceId, row })),
    ].flatMap(({ id, row }) => (byLine.has(row.line) && lacks(id) ? [id] : [])),
  );
  for (const invoiceId of copiesByInvoice(batch).keys()) if (lacks(invoiceId)) known.add(invoiceId);
  return known.size + plan.newInvoices.filter(({ row }) => byLine.has(row.line)).length;
};

/** The PDF that becomes the copy of each row, by line: its own, else one of the batch that is named after it. */
export const copiesByLine = ({
  invoices,
  linked,
}: Pick<DocumentBatch, 'invoices' | 'linked'>): ReadonlyMap<number, DocumentFile> => {
  const copies = new Map<number, DocumentFile>();
  for (const { file, link: found } of linked) {
    const link = settledLink(found);
    if (link.kind === 'batch') copies.set(link.line, file);
  }
  for (const { row, file, form } of invoices) if (form === 'pdf') copies.set(row.line, file);
  return copies;
};

/** The PDF that becomes the copy of an invoice of the ledger, by its id; the first of several. */
export const copiesByInvoice = ({
  linked,
}: Pick<DocumentBatch, 'linked'>): ReadonlyMap<string, DocumentFile> => {
  const copies = new Map<string, DocumentFile>();
  for (const { file, link: found } of linked) {
    const link = settledLink(found);
    if (link.kind === 'ledger' && !copies.has(link.invoiceId)) copies.set(link.invoiceId, file);
  }
  return copies;
};
