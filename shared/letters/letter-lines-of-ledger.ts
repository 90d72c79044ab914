import { allocationsOf } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LetterLine } from './letter-line.ts';

/**
 * Lines of a letter from the ledger: each invoice with what settled it and what is claimed of it.
 * Invoices that are gone or cancelled are left out.
 */
export const letterLinesOf = (
  ledger: Ledger,
  claims: readonly { readonly invoiceId: string; readonly remainingCents: number }[],
): readonly LetterLine[] =>
  claims.flatMap(({ invoiceId, remainingCents }) => {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || invoice.cancelledAt !== undefined) return [];
    const settlements = allocationsOf(ledger, invoiceId).map((allocation) => ({
      on: allocation.effectiveOn,
      cents: allocation.cents,
      kind: allocation.source.kind,
    }));
    return [{ invoice, settlements, remainingCents }];
  });
