import type { Cents } from '../money/cents.ts';
import { type Balances, currentBalances } from './balance.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';

/** An invoice with what is open on it, more than 0. */
export interface OpenInvoice {
  readonly invoice: Invoice;
  readonly openCents: Cents;
}

/** Client id → its open invoices, in the order of the ledger; clients who owe nothing are absent. */
export type OpenByClient = ReadonlyMap<string, readonly OpenInvoice[]>;

const known = new WeakMap<Balances, OpenByClient>();

/**
 * What is open, by client, read once per state of the balances: finding a hundred thousand rows by their ids
 * takes longer than all that the aged balance or the plan does with them.
 * @param balances of this ledger, on any day.
 */
export const openByClient = (ledger: Ledger, balances: Balances = currentBalances(ledger)): OpenByClient => {
  const found = known.get(balances);
  if (found) return found;
  const groups = new Map<string, OpenInvoice[]>();
  for (const [invoiceId, openCents] of balances.remainingByInvoice) {
    const invoice = openCents > 0 ? ledger.invoices.get(invoiceId) : undefined;
    if (invoice === undefined) continue;
    const group = groups.get(invoice.clientId);
    if (group) group.push({ invoice, openCents });
    else groups.set(invoice.clientId, [{ invoice, openCents }]);
  }
  known.set(balances, groups);
  return groups;
};
