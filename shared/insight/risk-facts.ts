import { addDays, addMonths, type Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { paidItems } from '../ledger/paid-items.ts';
import { promiseTallies } from './promise-kept.ts';
import { refusedAddresses } from './refused-addresses.ts';
import type { RiskHistory } from './risk.ts';

/** What the ledger knows of a client's payments, with what the figures were made of. */
export interface RiskFacts extends RiskHistory {
  /** Weighted floored delay of the last 3 months and of the 9 before; undefined without a payment in them. */
  readonly recentDelayDays?: number | undefined;
  readonly earlierDelayDays?: number | undefined;
  /** What the delay was averaged over: the last 12 months, or everything where nothing was paid in them. */
  readonly delayBasis: '12-months' | 'all' | 'none';
  /** The invoice that is more than 90 days overdue, oldest. */
  readonly oldestAlert?: Invoice | undefined;
  /** An address of the client that the mail server refused for good. */
  readonly refusedEmail?: string | undefined;
}

/** Delays weighted by amount, early payments counting 0. */
interface Weighted {
  sum: number;
  weight: number;
}

interface Tally {
  readonly paidInvoices: Set<string>;
  readonly recent: Weighted;
  readonly earlier: Weighted;
  /** Before the last 12 months. */
  readonly older: Weighted;
  open: number;
  overdue: number;
  oldestAlert: Invoice | undefined;
}

const averageOf = ({ sum, weight }: Weighted): number | undefined => (weight > 0 ? sum / weight : undefined);

const longMonths = 12;
const recentMonths = 3;
const alertDays = 90;

const emptyTally = (): Tally => ({
  paidInvoices: new Set(),
  recent: { sum: 0, weight: 0 },
  earlier: { sum: 0, weight: 0 },
  older: { sum: 0, weight: 0 },
  open: 0,
  overdue: 0,
  oldestAlert: undefined,
});

const tallies = (ledger: Ledger, today: Day): ReadonlyMap<string, Tally> => {
  const found = new Map<string, Tally>();
  const tallyOf = (clientId: string): Tally => {
    let tally = found.get(clientId);
    if (!tally) {
      tally = emptyTally();
      found.set(clientId, tally);
    }
    return tally;
  };
  const { remainingByInvoice } = currentBalances(ledger);
  const alertBefore = addDays(today, -alertDays);
  for (const [invoiceId, left] of remainingByInvoice) {
    const invoice = left > 0 ? ledger.invoices.get(invoiceId) : undefined;
    if (!invoice || !isInLedgerCurrency(invoice)) continue;
    const tally = tallyOf(invoice.clientId);
    tally.open += left;
    const { dueOn } = invoice;
    if (dueOn === undefined || dueOn >= today) continue;
    tally.overdue += left;
    const oldest = tally.oldestAlert?.dueOn;
    if (dueOn < alertBefore && (oldest === undefined || dueOn < oldest)) tally.oldestAlert = invoice;
  }
  const since = addMonths(today, -longMonths);
  const recentSince = addMonths(today, -recentMonths);
  for (const item of paidItems(ledger)) {
    if (item.paidOn > today) continue;
    const tally = tallyOf(item.clientId);
    if ((remainingByInvoice.get(item.invoiceId) ?? 0) <= 0) tally.paidInvoices.add(item.invoiceId);
    const span = item.paidOn > recentSince ? tally.recent : item.paidOn > since ? tally.earlier : tally.older;
    span.sum += item.cents * Math.max(0, item.delayDays);
    span.weight += item.cents;
  }
  return found;
};

const compute = (ledger: Ledger, today: Day): ReadonlyMap<string, RiskFacts> => {
  const byClient = tallies(ledger, today);
  const promises = promiseTallies(ledger, today);
  const refused = refusedAddresses(ledger);
  const facts = new Map<string, RiskFacts>();
  for (const clientId of ledger.clients.keys()) {
    const { recent, earlier, older, oldestAlert, ...tally } = byClient.get(clientId) ?? emptyTally();
    const [recentDelayDays, earlierDelayDays] = [averageOf(recent), averageOf(earlier)];
    const yearDelayDays = averageOf({
      sum: recent.sum + earlier.sum,
      weight: recent.weight + earlier.weight,
    });
    // A client who paid nothing for a year has not become punctual by it.
    const olderDelayDays = yearDelayDays === undefined ? averageOf(older) : undefined;
    const refusedEmail = refused.get(clientId);
    facts.set(clientId, {
      paidInvoiceCount: tally.paidInvoices.size,
      flooredDelayDays: yearDelayDays ?? olderDelayDays ?? 0,
      overdueCents: tally.overdue,
      openCents: tally.open,
      promisesDue: promises.get(clientId)?.due ?? 0,
      promisesKept: promises.get(clientId)?.kept ?? 0,
      // One span alone shows no change.
      trendDays:
        recentDelayDays === undefined || earlierDelayDays === undefined
          ? 0
          : recentDelayDays - earlierDelayDays,
      hasAlert: oldestAlert !== undefined || refusedEmail !== undefined,
      recentDelayDays,
      earlierDelayDays,
      delayBasis: yearDelayDays !== undefined ? '12-months' : olderDelayDays !== undefined ? 'all' : 'none',
      oldestAlert,
      refusedEmail,
    });
  }
  return facts;
};

const known = new WeakMap<Ledger, { readonly today: Day; readonly facts: ReadonlyMap<string, RiskFacts> }>();

/** Payment history of every client on `today` (law-and-formats.md 7.1), once per state of the ledger. */
export const riskFacts = (ledger: Ledger, today: Day): ReadonlyMap<string, RiskFacts> => {
  const present = known.get(ledger);
  if (present?.today === today) return present.facts;
  const facts = compute(ledger, today);
  known.set(ledger, { today, facts });
  return facts;
};
