import { formatDay } from '../dates/format-day.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type DraftEntry, documentEntry } from './case-file-entry.ts';

/** The invoices of a case, then the credit notes set against them. */
const invoicesAndCredits = (ledger: Ledger, invoiceIds: readonly string[]): readonly Invoice[] => {
  const credits = new Set<string>();
  for (const id of invoiceIds)
    for (const { source } of allocationsOf(ledger, id))
      if (source.kind === 'credit-note') credits.add(source.creditNoteId);
  return [...invoiceIds, ...credits].flatMap((id) => ledger.invoices.get(id) ?? []);
};

const nameOf = ({ kind, number }: Invoice): string => `${kind === 'invoice' ? 'Facture' : 'Avoir'} ${number}`;

/** Copies of the invoices and credit notes, and which of them Acquit has not. French. */
export const invoiceCopies = (
  ledger: Ledger,
  invoiceIds: readonly string[],
): { readonly entries: readonly DraftEntry[]; readonly missing: readonly string[] } => {
  const wanted = invoicesAndCredits(ledger, invoiceIds);
  return {
    entries: wanted.flatMap((invoice) =>
      invoice.documentHash === undefined
        ? []
        : [
            documentEntry(
              `${nameOf(invoice)} du ${formatDay(invoice.issuedOn)}`,
              {
                hash: invoice.documentHash,
                name: nameOf(invoice),
                mediaType: invoice.documentMediaType ?? 'application/pdf',
              },
              invoice.issuedOn,
            ),
          ],
    ),
    missing: wanted
      .filter(({ documentHash }) => documentHash === undefined)
      .map((invoice) =>
        invoice.kind === 'invoice'
          ? `Copie de la facture ${invoice.number}`
          : `Copie de l’avoir ${invoice.number}`,
      ),
  };
};
