import { addDays, type Day, daysBetween, endOfMonth, laterDay, monthOf, startOfMonth } from '../dates/day.ts';
import { type Balances, balancesAsOf, currentBalances } from '../ledger/balance.ts';
import { currentInstalmentShares } from '../ledger/instalment-shares.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { type Cents, cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SalesMonth } from './dso.ts';
import { type NoHistory, type SalesHistory, salesHistory } from './sales-history.ts';

/** A calendar month of sales; the first and the last one may be cut short by the history and by today. */
export interface MonthOfSales extends SalesMonth {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** What the portfolio figures are made of. Amounts with VAT, in the ledger's currency. */
export interface Receivables {
  readonly history: SalesHistory;
  /** Open invoices less credit notes not yet set against one. */
  readonly closingCents: Cents;
  /** What of it is not overdue, due today included. */
  readonly closingNotDueCents: Cents;
  /** The same as `closingCents` on the evening before the period. */
  readonly openingCents: Cents;
  /** Invoices issued in the period less credit notes. */
  readonly salesCents: Cents;
  /** The sales of the whole history. */
  readonly monthsNewestFirst: readonly MonthOfSales[];
}

export type NoReceivables = NoHistory | { readonly kind: 'no-sales' | 'credit'; readonly message: string };

const signOf = (invoice: Invoice): 1 | -1 => (invoice.kind === 'invoice' ? 1 : -1);

const openCents = (invoice: Invoice, balances: Balances): number =>
  Math.max(
    0,
    (invoice.kind === 'invoice' ? balances.remainingByInvoice : balances.unallocatedBySource).get(
      invoice.id,
    ) ?? 0,
  );

const receivablesOn = (invoices: readonly Invoice[], balances: Balances): number => {
  let sum = 0;
  for (const invoice of invoices) sum += signOf(invoice) * openCents(invoice, balances);
  return sum;
};

const salesByMonth = (
  invoices: readonly Invoice[],
  { knownFrom, to }: SalesHistory,
): readonly MonthOfSales[] => {
  const sums = new Map<string, number>();
  for (const invoice of invoices) {
    if (invoice.issuedOn < knownFrom) continue;
    const month = monthOf(invoice.issuedOn);
    sums.set(month, (sums.get(month) ?? 0) + signOf(invoice) * invoice.totalCents);
  }
  const months: MonthOfSales[] = [];
  let last = to;
  while (last >= knownFrom) {
    const first = laterDay(startOfMonth(last), knownFrom);
    const month = monthOf(last);
    months.push({ month, salesCents: sums.get(month) ?? 0, days: daysBetween(first, last) + 1 });
    last = endOfMonth(addDays(startOfMonth(last), -1));
  }
  return months;
};

const compute = (ledger: Ledger, today: Day): Result<Receivables, NoReceivables> => {
  const history = salesHistory(ledger, today);
  if (!history.ok) return history;
  const { from } = history.value;
  const invoices = [...ledger.invoices.values()].filter(
    (invoice) =>
      invoice.cancelledAt === undefined && isInLedgerCurrency(invoice) && invoice.issuedOn <= today,
  );
  const balances = currentBalances(ledger);
  const closing = receivablesOn(invoices, balances);
  if (closing < 0)
    return fail({
      kind: 'credit',
      message: 'Les avoirs à imputer dépassent ce que vos clients vous doivent.',
    });
  const shares = currentInstalmentShares(ledger, today);
  let [notDue, sales] = [0, 0];
  for (const invoice of invoices) {
    if (invoice.issuedOn >= from) sales += signOf(invoice) * invoice.totalCents;
    if (invoice.kind !== 'invoice') continue;
    const planned = shares.get(invoice.id);
    if (planned !== undefined) {
      for (const { dueOn, cents: part } of planned) if (dueOn >= today) notDue += part;
    } else if (invoice.dueOn === undefined || invoice.dueOn >= today) notDue += openCents(invoice, balances);
  }
  if (sales <= 0) return fail({ kind: 'no-sales', message: 'Aucune vente sur la période.' });
  const before = addDays(from, -1);
  return ok({
    history: history.value,
    closingCents: cents(closing),
    // Credit notes that wait may be more than what is overdue: nothing then comes from lateness.
    closingNotDueCents: cents(Math.min(notDue, closing)),
    openingCents: cents(
      receivablesOn(
        invoices.filter(({ issuedOn }) => issuedOn <= before),
        balancesAsOf(ledger, before),
      ),
    ),
    salesCents: cents(sales),
    monthsNewestFirst: salesByMonth(invoices, history.value),
  });
};

const known = new WeakMap<
  Ledger,
  { readonly today: Day; readonly value: Result<Receivables, NoReceivables> }
>();

/**
 * Receivables and sales of the portfolio on `today` (law-and-formats.md 7: both with VAT, credit notes taken
 * off, deposits left out), once per state of the ledger. The failure says in French what is missing.
 */
export const receivables = (ledger: Ledger, today: Day): Result<Receivables, NoReceivables> => {
  const present = known.get(ledger);
  if (present?.today === today) return present.value;
  const value = compute(ledger, today);
  known.set(ledger, { today, value });
  return value;
};
