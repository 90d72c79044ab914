import { type Day, daysBetween } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';

/** What one payment brought to one invoice with a due date: the unit in which delays are weighted. */
export interface PaidItem {
  readonly clientId: string;
  readonly invoiceId: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly paidOn: Day;
  readonly cents: Cents;
  /** Days from the due date to the payment; negative = early. */
  readonly delayDays: number;
}

const computePaidItems = (ledger: Ledger): readonly PaidItem[] => {
  const items: PaidItem[] = [];
  for (const allocation of ledger.allocations.values()) {
    // A credit note reduces what is owed; it says nothing about how fast the client pays.
    if (allocation.source.kind !== 'payment') continue;
    const payment = ledger.payments.get(allocation.source.paymentId);
    const invoice = ledger.invoices.get(allocation.invoiceId);
    if (payment === undefined || payment.reversedAt !== undefined) continue;
    // Already paid when it was imported: the file does not say when, so it tells nothing about delays.
    if (payment.importId !== undefined && payment.importId === invoice?.importId) continue;
    if (invoice?.dueOn === undefined || invoice.cancelledAt !== undefined) continue;
    if (!isInLedgerCurrency(invoice) || allocation.cents <= 0) continue;
    items.push({
      clientId: invoice.clientId,
      invoiceId: invoice.id,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      paidOn: allocation.effectiveOn,
      cents: allocation.cents,
      delayDays: daysBetween(invoice.dueOn, allocation.effectiveOn),
    });
  }
  return items.sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
};

const known = new WeakMap<Ledger, readonly PaidItem[]>();

/** Every payment set against an invoice with a due date, oldest first; once per state of the ledger. */
export const paidItems = (ledger: Ledger): readonly PaidItem[] => {
  let items = known.get(ledger);
  if (items === undefined) {
    items = computePaidItems(ledger);
    known.set(ledger, items);
  }
  return items;
};
