import { type Day, monthOf } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { currentBalances } from './balance.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import type { Payment } from './payment.ts';

/** Money received, with the invoices that it settles in whole or in part. */
export interface Receipt {
  readonly payment: Payment;
  readonly clientName: string;
  readonly invoices: readonly Invoice[];
  /** What is not yet set against an invoice; 0 for a reversed payment. */
  readonly unallocatedCents: Cents;
}

/** Receipts of one month, newest first. */
export interface ReceiptMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Sum without the reversed payments. */
  readonly totalCents: Cents;
  readonly receipts: readonly Receipt[];
}

const invoicesByPayment = (ledger: Ledger): ReadonlyMap<string, readonly Invoice[]> => {
  const found = new Map<string, Invoice[]>();
  for (const { source, invoiceId } of ledger.allocations.values()) {
    const invoice = source.kind === 'payment' ? ledger.invoices.get(invoiceId) : undefined;
    if (source.kind !== 'payment' || !invoice) continue;
    const known = found.get(source.paymentId);
    if (known) known.push(invoice);
    else found.set(source.paymentId, [invoice]);
  }
  return found;
};

/** All money received by month, newest first; reversed payments stay visible and count for nothing. */
export const receiptMonths = (ledger: Ledger): readonly ReceiptMonth[] => {
  const settled = invoicesByPayment(ledger);
  const { unallocatedBySource } = currentBalances(ledger);
  const payments = [...ledger.payments.values()].sort((a, b) =>
    a.receivedOn === b.receivedOn
      ? a.recordedAt < b.recordedAt
        ? 1
        : -1
      : a.receivedOn < b.receivedOn
        ? 1
        : -1,
  );
  const months = new Map<string, { total: number; receipts: Receipt[] }>();
  for (const payment of payments) {
    const month = monthOf(payment.receivedOn);
    let entry = months.get(month);
    if (!entry) {
      entry = { total: 0, receipts: [] };
      months.set(month, entry);
    }
    if (payment.reversedAt === undefined) entry.total += payment.cents;
    entry.receipts.push({
      payment,
      clientName: ledger.clients.get(payment.clientId)?.name ?? '',
      invoices: settled.get(payment.id) ?? [],
      unallocatedCents: cents(Math.max(0, unallocatedBySource.get(payment.id) ?? 0)),
    });
  }
  return [...months].map(([month, { total, receipts }]) => ({
    month,
    totalCents: cents(total),
    receipts,
  }));
};

/** Money or a credit note that waits on a client's account. */
export interface WaitingCredit {
  /** Payment id or credit-note id, for `allocateCredit`. */
  readonly sourceId: string;
  readonly clientId: string;
  readonly source:
    | { readonly kind: 'payment'; readonly payment: Payment }
    | { readonly kind: 'credit-note'; readonly creditNote: Invoice };
  /** Day of receipt, or of the credit note. */
  readonly on: Day;
  /** More than 0. */
  readonly leftCents: Cents;
}

/** Everything not yet set against an invoice, oldest first (« À affecter »). */
export const waitingCredits = (ledger: Ledger): readonly WaitingCredit[] => {
  const waiting: WaitingCredit[] = [];
  for (const [sourceId, leftCents] of currentBalances(ledger).unallocatedBySource) {
    if (leftCents <= 0) continue;
    const payment = ledger.payments.get(sourceId);
    const creditNote = ledger.invoices.get(sourceId);
    if (payment)
      waiting.push({
        sourceId,
        clientId: payment.clientId,
        source: { kind: 'payment', payment },
        on: payment.receivedOn,
        leftCents,
      });
    else if (creditNote)
      waiting.push({
        sourceId,
        clientId: creditNote.clientId,
        source: { kind: 'credit-note', creditNote },
        on: creditNote.issuedOn,
        leftCents,
      });
  }
  return waiting.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.sourceId < b.sourceId ? -1 : 1));
};

/** Open invoices of a client in euros, the oldest due date first: the order in which money settles them. */
export const payableInvoices = (
  ledger: Ledger,
  clientId: string,
): readonly { readonly invoice: Invoice; readonly remainingCents: Cents }[] => {
  const payable: { readonly invoice: Invoice; readonly remainingCents: Cents }[] = [];
  for (const [invoiceId, remainingCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    // Money received is in euros: it settles no invoice in another currency.
    if (!invoice || remainingCents <= 0 || invoice.clientId !== clientId || invoice.currency !== 'EUR')
      continue;
    payable.push({ invoice, remainingCents });
  }
  const age = ({ invoice }: { readonly invoice: Invoice }): string =>
    `${invoice.dueOn ?? invoice.issuedOn} ${invoice.id}`;
  return payable.sort((a, b) => (age(a) < age(b) ? -1 : 1));
};
