import { type Command, put } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { fail, ok } from '../../../shared/result.ts';

const noInvoice = fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });

/** Keeps a stored document as the copy of an invoice, in place of the one it had; its reminders carry it. */
export const attachInvoiceCopy: Command<{
  readonly invoiceId: string;
  readonly hash: string;
  /** 1 or more. */
  readonly bytes: number;
  readonly mediaType: NonNullable<Invoice['documentMediaType']>;
}> = (ledger, { invoiceId, hash, bytes, mediaType }) => {
  const invoice = ledger.invoices.get(invoiceId);
  if (!invoice) return noInvoice;
  if (invoice.documentHash === hash)
    return fail({ kind: 'same-copy', message: 'Cette copie est déjà jointe à la facture.' });
  return ok({
    command: 'attach-invoice-copy',
    label: `Copie jointe à la facture ${invoice.number}`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [
      put('invoices', {
        ...invoice,
        documentHash: hash,
        documentBytes: bytes,
        documentMediaType: mediaType,
      }),
    ],
  });
};

/** Lets go of the copy: reminders leave without it. The document itself stays in the store. */
export const detachInvoiceCopy: Command<{ readonly invoiceId: string }> = (ledger, { invoiceId }) => {
  const invoice = ledger.invoices.get(invoiceId);
  if (!invoice) return noInvoice;
  if (invoice.documentHash === undefined)
    return fail({ kind: 'no-copy', message: 'Cette facture n’a pas de copie jointe.' });
  const { documentHash, documentBytes, documentMediaType, ...rest } = invoice;
  return ok({
    command: 'detach-invoice-copy',
    label: `Copie de la facture ${invoice.number} retirée`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', rest)],
  });
};
