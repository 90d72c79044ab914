import type { Day } from '../dates/day.ts';
import { allocationsOf } from './balance.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';

/**
 * Day on which the balance of an invoice reached 0: the day of the allocation that completed it, reversed
 * payments apart. An invoice of 0,00 € is settled when issued. Undefined while something is owed, and for
 * credit notes and cancelled invoices.
 */
export const settlementOf = (ledger: Ledger, invoice: Invoice): Day | undefined => {
  if (invoice.kind !== 'invoice' || invoice.cancelledAt !== undefined) return undefined;
  if (invoice.totalCents <= 0) return invoice.issuedOn;
  let left: number = invoice.totalCents;
  for (const allocation of allocationsOf(ledger, invoice.id)) {
    left -= allocation.cents;
    if (left <= 0) return allocation.effectiveOn;
  }
  return undefined;
};
