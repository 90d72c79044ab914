import type { Day } from '../dates/day.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { allocationSourceId } from './allocation-source.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import type { Allocation, Payment } from './payment.ts';

/** What is left of every document of the ledger on a day. */
export interface Balances {
  /** Invoice id → what the client still owes on it; credit notes and cancelled invoices are absent. */
  readonly remainingByInvoice: ReadonlyMap<string, Cents>;
  /** Payment id or credit-note id → what is not yet set against an invoice. */
  readonly unallocatedBySource: ReadonlyMap<string, Cents>;
}

const countsOn = (payment: Payment | undefined, asOf: Day | undefined): payment is Payment =>
  payment !== undefined &&
  payment.reversedAt === undefined &&
  (asOf === undefined || payment.receivedOn <= asOf);

const compute = (ledger: Ledger, asOf: Day | undefined): Balances => {
  const remaining = new Map<string, number>();
  const unallocated = new Map<string, number>();
  const exists = (invoice: Invoice | undefined): invoice is Invoice =>
    invoice !== undefined &&
    invoice.cancelledAt === undefined &&
    (asOf === undefined || invoice.issuedOn <= asOf);
  for (const invoice of ledger.invoices.values()) {
    if (!exists(invoice)) continue;
    (invoice.kind === 'invoice' ? remaining : unallocated).set(invoice.id, invoice.totalCents);
  }
  for (const payment of ledger.payments.values())
    if (countsOn(payment, asOf)) unallocated.set(payment.id, payment.cents);
  for (const allocation of ledger.allocations.values()) {
    if (asOf !== undefined && allocation.effectiveOn > asOf) continue;
    const source = allocationSourceId(allocation);
    const left = unallocated.get(source);
    const owed = remaining.get(allocation.invoiceId);
    if (left === undefined || owed === undefined) continue;
    // What is let go with a payment is no money of it.
    if (allocation.source.kind !== 'concession') unallocated.set(source, left - allocation.cents);
    remaining.set(allocation.invoiceId, owed - allocation.cents);
  }
  return {
    remainingByInvoice: remaining as Map<string, Cents>,
    unallocatedBySource: unallocated as Map<string, Cents>,
  };
};

const latest = new WeakMap<Ledger, Balances>();

/** Balances now, whatever the dates; computed once per state of the ledger. */
export const currentBalances = (ledger: Ledger): Balances => {
  let balances = latest.get(ledger);
  if (!balances) {
    balances = compute(ledger, undefined);
    latest.set(ledger, balances);
  }
  return balances;
};

const latestAsOf = new WeakMap<Ledger, { readonly asOf: Day; readonly balances: Balances }>();

/**
 * Balances as they stood at the end of a day: documents issued and money received by then. Those of the day
 * last asked for are kept: a batch of letters asks for each of its clients.
 */
export const balancesAsOf = (ledger: Ledger, asOf: Day): Balances => {
  const known = latestAsOf.get(ledger);
  if (known?.asOf === asOf) return known.balances;
  const balances = compute(ledger, asOf);
  latestAsOf.set(ledger, { asOf, balances });
  return balances;
};

/** What is still owed on an invoice now; 0 for a credit note, a cancelled or an unknown one. */
export const remainingCents = (ledger: Ledger, invoiceId: string): Cents =>
  currentBalances(ledger).remainingByInvoice.get(invoiceId) ?? zeroCents;

/** Invoices on which something is still owed, in no particular order. */
export const openInvoices = (
  ledger: Ledger,
  balances: Balances = currentBalances(ledger),
): readonly Invoice[] => {
  const open: Invoice[] = [];
  for (const [invoiceId, left] of balances.remainingByInvoice) {
    const invoice = left > 0 ? ledger.invoices.get(invoiceId) : undefined;
    if (invoice) open.push(invoice);
  }
  return open;
};

/** Money and credit notes of a client that are not yet set against an invoice. Never negative. */
export const unallocatedCredits = (
  ledger: Ledger,
  balances: Balances = currentBalances(ledger),
): ReadonlyMap<string, Cents> => {
  const byClient = new Map<string, Cents>();
  for (const [source, left] of balances.unallocatedBySource) {
    if (left <= 0) continue;
    const clientId = ledger.payments.get(source)?.clientId ?? ledger.invoices.get(source)?.clientId;
    if (clientId !== undefined) byClient.set(clientId, cents((byClient.get(clientId) ?? 0) + left));
  }
  return byClient;
};

/** An allocation with the day and source it came from, oldest first. */
export const allocationsOf = (ledger: Ledger, invoiceId: string): readonly Allocation[] =>
  (allocationIndex(ledger).get(invoiceId) ?? []).filter((allocation) => {
    if (allocation.source.kind === 'credit-note') return true;
    return countsOn(ledger.payments.get(allocation.source.paymentId), undefined);
  });

const indexes = new WeakMap<ReadonlyMap<string, Allocation>, ReadonlyMap<string, readonly Allocation[]>>();

const allocationIndex = (ledger: Ledger): ReadonlyMap<string, readonly Allocation[]> => {
  const known = indexes.get(ledger.allocations);
  if (known) return known;
  const index = new Map<string, Allocation[]>();
  for (const allocation of ledger.allocations.values()) {
    const list = index.get(allocation.invoiceId);
    if (list) list.push(allocation);
    else index.set(allocation.invoiceId, [allocation]);
  }
  for (const list of index.values()) list.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  indexes.set(ledger.allocations, index);
  return index;
};
