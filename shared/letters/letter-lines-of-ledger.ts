import type { ClaimLine } from '../claims/invoice-claim.ts';
import type { ClientClaims } from '../claims/ledger-claims.ts';
import type { Ledger } from '../ledger/ledger.ts';

/**
 * Lines of a letter from the ledger: each invoice with what settled it and what is claimed of it, free credit
 * notes apart. A balance that has changed since the letter was written no longer follows from the settlements,
 * and is refused where it is computed. Invoices that are gone or cancelled are left out.
 */
export const letterLinesOf = (
  ledger: Ledger,
  claims: ClientClaims,
  asked: readonly { readonly invoiceId: string; readonly remainingCents: number }[],
): readonly ClaimLine[] =>
  asked.flatMap(({ invoiceId, remainingCents }) => {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || invoice.cancelledAt !== undefined) return [];
    const line = claims.lineOf(invoice);
    return [{ ...line, remainingCents: remainingCents + (line.creditedCents ?? 0) }];
  });
