import { addDays, type Day } from '../dates/day.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { type AgeingBucket, ageingBucket, ageingBuckets, daysLate } from './ageing.ts';
import { balancesAsOf, currentBalances, openInvoices, unallocatedCredits } from './balance.ts';
import { settingsOf } from './default-settings.ts';
import { type InstalmentShare, instalmentShares, noShares } from './instalment-shares.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';

type BucketCents = Readonly<Record<AgeingBucket, Cents>>;

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

const noCents: BucketCents = {
  notDue: zeroCents,
  d1to30: zeroCents,
  d31to60: zeroCents,
  d61to90: zeroCents,
  over90: zeroCents,
};

/** An amount in its bucket. Written out: a hundred thousand copies with a computed key are slow. */
const inBucket = (bucket: AgeingBucket, amount: Cents): BucketCents => ({
  notDue: bucket === 'notDue' ? amount : zeroCents,
  d1to30: bucket === 'd1to30' ? amount : zeroCents,
  d31to60: bucket === 'd31to60' ? amount : zeroCents,
  d61to90: bucket === 'd61to90' ? amount : zeroCents,
  over90: bucket === 'over90' ? amount : zeroCents,
});

const addBuckets = (rows: readonly { readonly buckets: BucketCents }[]): BucketCents => {
  const sums = { ...noCents } as Record<AgeingBucket, number>;
  for (const { buckets } of rows) for (const bucket of ageingBuckets) sums[bucket] += buckets[bucket];
  return sums as BucketCents;
};

const grossOf = (buckets: BucketCents): Cents =>
  cents(ageingBuckets.reduce((sum, bucket) => sum + buckets[bucket], 0));

interface Place {
  readonly bucket: AgeingBucket;
  readonly daysLate: number;
}

/** Remembers the answers: many invoices share a due date, and reckoning with dates is slow. */
const placeOn = (asOf: Day): ((agedFrom: Day) => Place) => {
  const known = new Map<Day, Place>();
  return (agedFrom) => {
    let place = known.get(agedFrom);
    if (!place) {
      place = { bucket: ageingBucket(agedFrom, asOf), daysLate: daysLate(agedFrom, asOf) };
      known.set(agedFrom, place);
    }
    return place;
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
  const { defaultTermDays } = settingsOf(ledger, 'reminders');
  const credits = unallocatedCredits(ledger, balances);
  const placeOf = placeOn(asOf);
  const shares = by === 'due-date' ? instalmentShares(ledger, balances.remainingByInvoice, asOf) : noShares;
  const byClient = new Map<string, AgeingInvoiceRow[]>();
  const foreign: { invoice: Invoice; remainingCents: Cents }[] = [];
  for (const invoice of openInvoices(ledger, balances)) {
    const remaining = balances.remainingByInvoice.get(invoice.id) ?? zeroCents;
    if (!isInLedgerCurrency(invoice)) {
      foreign.push({ invoice, remainingCents: remaining });
      continue;
    }
    const instalments = shares.get(invoice.id);
    const agedFrom =
      by === 'issue-date'
        ? invoice.issuedOn
        : (instalments?.[0]?.dueOn ?? invoice.dueOn ?? addDays(invoice.issuedOn, defaultTermDays));
    const place = placeOf(agedFrom);
    const row: AgeingInvoiceRow = {
      kind: 'invoice',
      key: `invoice:${invoice.id}`,
      clientId: invoice.clientId,
      label: invoice.number,
      invoice,
      agedFrom,
      daysLate: place.daysLate,
      buckets:
        instalments === undefined
          ? inBucket(place.bucket, remaining)
          : addBuckets(
              instalments.map((part) => ({ buckets: inBucket(placeOf(part.dueOn).bucket, part.cents) })),
            ),
      ...(instalments === undefined ? {} : { instalments }),
      creditsCents: zeroCents,
      totalCents: remaining,
    };
    const rows = byClient.get(invoice.clientId);
    if (rows) rows.push(row);
    else byClient.set(invoice.clientId, [row]);
  }
  for (const clientId of credits.keys()) if (!byClient.has(clientId)) byClient.set(clientId, []);
  const rows = [...byClient].map(([clientId, invoices]): AgeingClientRow => {
    invoices.sort((a, b) => (a.agedFrom === b.agedFrom ? 0 : a.agedFrom < b.agedFrom ? -1 : 1));
    const buckets = addBuckets(invoices);
    const creditsCents = cents(-(credits.get(clientId) ?? 0));
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
  });
  const buckets = addBuckets(rows);
  const grossCents = grossOf(buckets);
  const creditsCents = cents(rows.reduce((sum, row) => sum + row.creditsCents, 0));
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
