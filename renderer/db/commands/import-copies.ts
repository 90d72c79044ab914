import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import { put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';

/** A document in the store of main that is the copy of an invoice. */
export interface InvoiceCopy {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Size; 1 or more. */
  readonly bytes: number;
  readonly mediaType: NonNullable<Invoice['documentMediaType']>;
}

/** Copies that come with an import. */
export interface ImportCopies {
  /** By line of the row that they are the copy of. */
  readonly byLine: ReadonlyMap<number, InvoiceCopy>;
  /** By id of an invoice that the ledger has. */
  readonly byInvoice: ReadonlyMap<string, InvoiceCopy>;
}

/**
 * The writes of an import with the copies of its invoices; an invoice that has a copy keeps it.
 * @returns the writes, and how many copies are attached
 */
export const withCopies = (
  ledger: Ledger,
  plan: Pick<ImportPlan, 'newInvoices' | 'updatedInvoices' | 'unchanged' | 'closedIgnored'>,
  copies: ImportCopies,
  writes: readonly RowWrite[],
): { readonly writes: readonly RowWrite[]; readonly attached: number } => {
  const wanted = new Map(copies.byInvoice);
  for (const { id, row } of [...plan.newInvoices, ...plan.updatedInvoices]) {
    const copy = copies.byLine.get(row.line);
    if (copy) wanted.set(id, copy);
  }
  for (const { invoiceId, row } of [...plan.unchanged, ...plan.closedIgnored]) {
    const copy = copies.byLine.get(row.line);
    if (copy) wanted.set(invoiceId, copy);
  }
  let attached = 0;
  const withCopy = (invoice: Invoice): Invoice => {
    const copy = invoice.documentHash === undefined ? wanted.get(invoice.id) : undefined;
    wanted.delete(invoice.id);
    if (!copy) return invoice;
    attached += 1;
    return {
      ...invoice,
      documentHash: copy.hash,
      documentBytes: copy.bytes,
      documentMediaType: copy.mediaType,
    };
  };
  const written = writes.map((write) =>
    write.table === 'invoices' && write.after !== null ? put('invoices', withCopy(write.after)) : write,
  );
  const others = [...wanted.keys()].flatMap((id) => {
    const invoice = ledger.invoices.get(id);
    const next = invoice && withCopy(invoice);
    return next && next !== invoice ? [put('invoices', next)] : [];
  });
  return { writes: [...written, ...others], attached };
};
