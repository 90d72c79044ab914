import type { Day } from '../dates/day.ts';
import { type Balances, openInvoices } from '../ledger/balance.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import { disputedPartOf } from './disputed-part.ts';

/** What of a payment or credit note that nobody set against an invoice yet counts against one. */
export interface CreditShare {
  readonly kind: 'payment' | 'credit-note';
  readonly sourceId: string;
  /** Day of receipt, or of the credit note. */
  readonly on: Day;
  readonly reference: string;
  /** More than 0. */
  readonly cents: Cents;
}

export interface CreditSharing {
  readonly byInvoice: ReadonlyMap<string, readonly CreditShare[]>;
  /** What no open invoice of the client takes up: he is ahead. */
  readonly leftByClient: ReadonlyMap<string, readonly CreditShare[]>;
}

interface Pool {
  readonly clientId: string;
  readonly currency: string;
  readonly credits: (CreditShare & { left: number })[];
}

const poolKey = (clientId: string, currency: string): string => `${currency} ${clientId}`;

/** Free credits by client and currency. Money received carries no currency of its own: it is in euros. */
const poolsOf = (ledger: Ledger, balances: Balances): ReadonlyMap<string, Pool> => {
  const pools = new Map<string, Pool>();
  const add = (owner: string, currency: string, share: CreditShare): void => {
    const key = poolKey(owner, currency);
    const pool = pools.get(key) ?? { clientId: owner, currency, credits: [] };
    pool.credits.push({ ...share, left: share.cents });
    pools.set(key, pool);
  };
  for (const [sourceId, left] of balances.unallocatedBySource) {
    if (left <= 0) continue;
    const payment = ledger.payments.get(sourceId);
    const creditNote = payment === undefined ? ledger.invoices.get(sourceId) : undefined;
    if (payment)
      add(payment.clientId, 'EUR', {
        kind: 'payment',
        sourceId,
        on: payment.receivedOn,
        reference: payment.reference ?? '',
        cents: cents(left),
      });
    else if (creditNote)
      add(creditNote.clientId, creditNote.currency, {
        kind: 'credit-note',
        sourceId,
        on: creditNote.issuedOn,
        reference: creditNote.number,
        cents: cents(left),
      });
  }
  // Money first: it is a payment on its day, while a credit note without an invoice touches no interest.
  for (const { credits } of pools.values())
    credits.sort((a, b) => (a.kind === b.kind ? (a.on < b.on ? -1 : 1) : a.kind === 'payment' ? -1 : 1));
  return pools;
};

const ageOf = (invoice: Invoice): string => `${invoice.dueOn ?? invoice.issuedOn} ${invoice.id}`;

const take = (pool: Pool, wanted: number): readonly CreditShare[] => {
  const shares: CreditShare[] = [];
  let missing = wanted;
  for (const credit of pool.credits) {
    if (missing <= 0) break;
    const used = Math.min(credit.left, missing);
    if (used <= 0) continue;
    credit.left -= used;
    missing -= used;
    const { left: _left, ...share } = credit;
    shares.push({ ...share, cents: cents(used) });
  }
  return shares;
};

const share = (ledger: Ledger, balances: Balances, asOf: Day): CreditSharing => {
  const byInvoice = new Map<string, readonly CreditShare[]>();
  const leftByClient = new Map<string, readonly CreditShare[]>();
  const pools = poolsOf(ledger, balances);
  if (pools.size === 0) return { byInvoice, leftByClient };
  const invoices = openInvoices(ledger, balances)
    .filter((invoice) => pools.has(poolKey(invoice.clientId, invoice.currency)))
    .map((invoice) => ({ invoice, age: ageOf(invoice) }))
    .sort((a, b) => (a.age < b.age ? -1 : 1));
  for (const { invoice } of invoices) {
    const pool = pools.get(poolKey(invoice.clientId, invoice.currency));
    if (!pool) continue;
    const open = balances.remainingByInvoice.get(invoice.id) ?? 0;
    const shares = take(pool, open - disputedPartOf(ledger, invoice.id, open, asOf));
    if (shares.length > 0) byInvoice.set(invoice.id, shares);
  }
  for (const pool of pools.values()) {
    const left = take(pool, Number.MAX_SAFE_INTEGER);
    if (left.length > 0)
      leftByClient.set(pool.clientId, [...(leftByClient.get(pool.clientId) ?? []), ...left]);
  }
  return { byInvoice, leftByClient };
};

const latest = new WeakMap<Balances, { readonly asOf: Day; readonly sharing: CreditSharing }>();

/**
 * Sets what clients have paid or been credited, and nobody allocated, against the uncontested parts of their
 * invoices, the oldest due date first, as the law does where the debtor says nothing (C. civ. 1342-10). The
 * answer for the balances of a ledger is kept, because every message and letter of a day asks for it.
 * @param balances of this ledger, as they stand on `asOf`.
 */
export const creditSharesOf = (ledger: Ledger, balances: Balances, asOf: Day): CreditSharing => {
  const known = latest.get(balances);
  if (known?.asOf === asOf) return known.sharing;
  const sharing = share(ledger, balances, asOf);
  latest.set(balances, { asOf, sharing });
  return sharing;
};
