import type { Day } from '../dates/day.ts';
import { currentBalances, openInvoices, remainingCents } from '../ledger/balance.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { agreementIndex } from './agreement-index.ts';

/** How much of an invoice a message may ask for. `claimed + disputed + credited = open`, none negative. */
export interface Claim {
  readonly openCents: Cents;
  readonly claimedCents: Cents;
  readonly disputedCents: Cents;
  readonly creditedCents: Cents;
}

/** Claims of a ledger on a day, by invoice and what is open on it (0 or more). */
export type Claims = (invoiceId: string, openCents: Cents) => Claim;

/** Contested part of what is open on an invoice; all of it for a dispute without an amount. */
const disputedOf = (ledger: Ledger, invoiceId: string, openCents: number, today: Day): number => {
  let disputed = 0;
  for (const dispute of agreementIndex(ledger).disputesByInvoice.get(invoiceId) ?? []) {
    if (dispute.resolvedOn !== undefined && dispute.resolvedOn <= today) continue;
    disputed += dispute.disputedCents ?? openCents;
  }
  return Math.min(disputed, openCents);
};

const ageOf = (invoice: Invoice): string => `${invoice.dueOn ?? invoice.issuedOn} ${invoice.id}`;

/** Free credits by client and currency. Money received carries no currency of its own: it is in euros. */
const creditsByClient = (ledger: Ledger): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const credits = new Map<string, Map<string, number>>();
  for (const [source, left] of currentBalances(ledger).unallocatedBySource) {
    if (left <= 0) continue;
    const payment = ledger.payments.get(source);
    const creditNote = payment === undefined ? ledger.invoices.get(source) : undefined;
    const clientId = payment?.clientId ?? creditNote?.clientId;
    if (clientId === undefined) continue;
    const currency = creditNote?.currency ?? 'EUR';
    const ofClient = credits.get(clientId) ?? new Map<string, number>();
    ofClient.set(currency, (ofClient.get(currency) ?? 0) + left);
    credits.set(clientId, ofClient);
  }
  return credits;
};

/** Sets free credits against the uncontested parts, oldest due date first, as a debtor would. */
const creditedByInvoice = (ledger: Ledger, today: Day): ReadonlyMap<string, number> => {
  const credited = new Map<string, number>();
  const credits = creditsByClient(ledger);
  if (credits.size === 0) return credited;
  const { remainingByInvoice } = currentBalances(ledger);
  const invoices = openInvoices(ledger)
    .filter((invoice) => credits.has(invoice.clientId))
    .map((invoice) => ({ invoice, age: ageOf(invoice) }))
    .sort((a, b) => (a.age < b.age ? -1 : 1));
  const left = new Map<string, number>();
  for (const { invoice } of invoices) {
    const key = `${invoice.currency} ${invoice.clientId}`;
    const credit = left.get(key) ?? credits.get(invoice.clientId)?.get(invoice.currency) ?? 0;
    const open = remainingByInvoice.get(invoice.id) ?? 0;
    const used = Math.min(credit, open - disputedOf(ledger, invoice.id, open, today));
    left.set(key, credit - used);
    if (used > 0) credited.set(invoice.id, used);
  }
  return credited;
};

const latest = new WeakMap<Ledger, { readonly today: Day; readonly claims: Claims }>();

/** {@link claimOf} for many invoices. */
export const claimsOf = (ledger: Ledger, today: Day): Claims => {
  const cached = latest.get(ledger);
  if (cached !== undefined && cached.today === today) return cached.claims;
  const { disputesByInvoice } = agreementIndex(ledger);
  const creditedBy = creditedByInvoice(ledger, today);
  const whole = disputesByInvoice.size === 0 && creditedBy.size === 0;
  const claims: Claims = (invoiceId, openCents) => {
    if (whole)
      return { openCents, claimedCents: openCents, disputedCents: zeroCents, creditedCents: zeroCents };
    const disputed = disputesByInvoice.has(invoiceId) ? disputedOf(ledger, invoiceId, openCents, today) : 0;
    const credited = creditedBy.get(invoiceId) ?? 0;
    return {
      openCents,
      claimedCents: cents(openCents - disputed - credited),
      disputedCents: cents(disputed),
      creditedCents: cents(credited),
    };
  };
  latest.set(ledger, { today, claims });
  return claims;
};

/**
 * What a message may claim for an invoice on a day: its balance less the contested part, less money and
 * credit notes of the client that are not yet allocated. A client is never asked for more than the net.
 */
export const claimOf = (ledger: Ledger, invoiceId: string, today: Day): Claim =>
  claimsOf(ledger, today)(invoiceId, cents(Math.max(0, remainingCents(ledger, invoiceId))));
