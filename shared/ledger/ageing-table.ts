import { addDays, type Day, daysBetween } from '../dates/day.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import { ageingBucket, bucketOfLateness } from './ageing.ts';
import { balancesAsOf, currentBalances, unallocatedCredits } from './balance.ts';
import { addBuckets, type BucketCents, grossOf, inBucket } from './bucket-cents.ts';
import { settingsOf } from './default-settings.ts';
import {
  type InstalmentShare,
  type InstalmentShares,
  instalmentShares,
  noShares,
} from './instalment-shares.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';
import { type OpenInvoice, openByClient } from './open-by-client.ts';

interface RowFigures {
  /** `client:…` or `invoice:…`. */
  readonly key: string;
  readonly clientId: string;
  readonly label: string;
  readonly buckets: BucketCents;
  /** Money and credit notes waiting on the account, zero or negative; in their own column. */
  readonly creditsCents: Cents;
  /** What is owed less what waits on the account. */
  readonly totalCents: Cents;
}

/** One open invoice of the aged balance. */
export interface AgeingInvoiceRow extends RowFigures {
  readonly kind: 'invoice';
  readonly invoice: Invoice;
  /**
   * Day by which it is aged: the due date, the oldest open instalment where a payment plan runs, else issue
   * plus the default term, or the issue day on request.
   */
  readonly agedFrom: Day;
  /** Calendar days since then; negative = not yet due. */
  readonly daysLate: number;
  /** What falls due when, where a payment plan runs; each part stands in the bucket of its own day. */
  readonly instalments?: readonly InstalmentShare[] | undefined;
}

/** One client of the aged balance with its open invoices, oldest first. */
export interface AgeingClientRow extends RowFigures {
  readonly kind: 'client';
  readonly oldestOn: Day | undefined;
  readonly invoices: readonly AgeingInvoiceRow[];
}

export type AgeingRow = AgeingClientRow | AgeingInvoiceRow;

/** The aged balance of the ledger, in its currency. Buckets of all rows add up to the open invoices. */
export interface AgeingTable {
  readonly rows: readonly AgeingClientRow[];
  readonly buckets: BucketCents;
  readonly grossCents: Cents;
  readonly overdueCents: Cents;
  /** Part of `overdueCents` that is more than sixty days late. */
  readonly overdueOver60Cents: Cents;
  readonly creditsCents: Cents;
  readonly netCents: Cents;
  /** Open invoices in other currencies: listed apart, never added. */
  readonly foreign: readonly { readonly invoice: Invoice; readonly remainingCents: Cents }[];
}

/** What the rows of all invoices share. */
interface AgeingBasis {
  readonly by: 'due-date' | 'issue-date';
  readonly defaultTermDays: number;
  readonly shares: InstalmentShares;
  readonly asOf: Day;
}

const invoiceRow = (
  { by, defaultTermDays, shares, asOf }: AgeingBasis,
  { invoice, openCents }: OpenInvoice,
): AgeingInvoiceRow => {
  const instalments = shares.size === 0 ? undefined : shares.get(invoice.id);
  const agedFrom =
    by === 'issue-date'
      ? invoice.issuedOn
      : (instalments?.[0]?.dueOn ?? invoice.dueOn ?? addDays(invoice.issuedOn, defaultTermDays));
  const daysLate = daysBetween(agedFrom, asOf);
  return {
    kind: 'invoice',
    key: `invoice:${invoice.id}`,
    clientId: invoice.clientId,
    label: invoice.number,
    invoice,
    agedFrom,
    daysLate,
    buckets:
      instalments === undefined
        ? inBucket(bucketOfLateness(daysLate), openCents)
        : addBuckets(
            instalments.map((part) => ({ buckets: inBucket(ageingBucket(part.dueOn, asOf), part.cents) })),
          ),
    instalments,
    creditsCents: zeroCents,
    totalCents: openCents,
  };
};

const clientRow = (
  ledger: Ledger,
  clientId: string,
  invoices: readonly AgeingInvoiceRow[],
  creditCents: number,
): AgeingClientRow => {
  const buckets = addBuckets(invoices);
  const creditsCents = cents(-creditCents);
  return {
    kind: 'client',
    key: `client:${clientId}`,
    clientId,
    label: ledger.clients.get(clientId)?.name ?? 'Client inconnu',
    oldestOn: invoices[0]?.agedFrom,
    invoices,
    buckets,
    creditsCents,
    totalCents: cents(grossOf(buckets) + creditsCents),
  };
};

/**
 * Ages every open invoice as of a day, by client. `asOf` today gives the present balances whatever is dated
 * later; an earlier day gives what was owed then (documents issued and money received by that day).
 */
export const ageingTable = (
  ledger: Ledger,
  options: { readonly asOf: Day; readonly today: Day; readonly by: 'due-date' | 'issue-date' },
): AgeingTable => {
  const { asOf, today, by } = options;
  const balances = asOf >= today ? currentBalances(ledger) : balancesAsOf(ledger, asOf);
  const credits = unallocatedCredits(ledger, balances);
  const open = openByClient(ledger, balances);
  const basis: AgeingBasis = {
    by,
    defaultTermDays: settingsOf(ledger, 'reminders').defaultTermDays,
    shares: by === 'due-date' ? instalmentShares(ledger, balances.remainingByInvoice, asOf) : noShares,
    asOf,
  };
  const rows: AgeingClientRow[] = [];
  const foreign: { invoice: Invoice; remainingCents: Cents }[] = [];
  for (const [clientId, items] of open) {
    const invoices: AgeingInvoiceRow[] = [];
    for (const item of items)
      if (isInLedgerCurrency(item.invoice)) invoices.push(invoiceRow(basis, item));
      else foreign.push({ invoice: item.invoice, remainingCents: item.openCents });
    const creditCents = credits.get(clientId) ?? 0;
    if (invoices.length === 0 && creditCents === 0) continue;
    invoices.sort((a, b) => b.daysLate - a.daysLate);
    rows.push(clientRow(ledger, clientId, invoices, creditCents));
  }
  for (const [clientId, creditCents] of credits)
    if (!open.has(clientId)) rows.push(clientRow(ledger, clientId, [], creditCents));
  const buckets = addBuckets(rows);
  const grossCents = grossOf(buckets);
  const creditsCents = sumCents(rows.map((row) => row.creditsCents));
  return {
    rows,
    buckets,
    grossCents,
    overdueCents: cents(grossCents - buckets.notDue),
    overdueOver60Cents: cents(buckets.d61to90 + buckets.over90),
    creditsCents,
    netCents: cents(grossCents + creditsCents),
    foreign,
  };
};
