import { addDays, type Day, daysBetween } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { paidItems } from '../ledger/paid-items.ts';
import { type Cents, cents } from '../money/cents.ts';
import { averageDaysDelinquent, simpleDso } from './dso.ts';

/** The DSO of the portfolio with everything that it was computed from. */
export interface PortfolioDso {
  /** Receivables ÷ sales × days of the period. */
  readonly dsoDays: number;
  /** The part of it that comes from lateness (ADD). */
  readonly delinquentDays: number;
  /** Open invoices less credit notes not yet set against one, VAT included. */
  readonly receivablesCents: Cents;
  /** Invoices issued in the period less credit notes, VAT included. */
  readonly salesCents: Cents;
  /** 30 to 365: a year, or as far back as the invoices go. */
  readonly periodDays: number;
}

const longestPeriodDays = 365;
/** A shorter history says more about the day it was entered than about the clients. */
const shortestPeriodDays = 30;

/**
 * Days sales outstanding on `today` over the last 365 days, or since the first invoice where that is later
 * (law-and-formats.md 7). Undefined with less than 30 days of history, without sales, and while no payment
 * was recorded in the period: a list of open invoices alone always gives the length of its own period.
 */
export const portfolioDso = (ledger: Ledger, today: Day): PortfolioDso | undefined => {
  const { remainingByInvoice, unallocatedBySource } = currentBalances(ledger);
  let first: Day | undefined;
  for (const { cancelledAt, issuedOn } of ledger.invoices.values())
    if (cancelledAt === undefined && (first === undefined || issuedOn < first)) first = issuedOn;
  if (first === undefined) return undefined;
  const periodDays = Math.min(longestPeriodDays, daysBetween(first, today) + 1);
  if (periodDays < shortestPeriodDays) return undefined;
  const from = addDays(today, 1 - periodDays);
  if (!paidItems(ledger).some(({ paidOn }) => paidOn >= from && paidOn <= today)) return undefined;
  let [receivables, notDue, sales] = [0, 0, 0];
  for (const invoice of ledger.invoices.values()) {
    if (invoice.cancelledAt !== undefined || !isInLedgerCurrency(invoice) || invoice.issuedOn > today)
      continue;
    const sign = invoice.kind === 'invoice' ? 1 : -1;
    if (invoice.issuedOn >= from) sales += sign * invoice.totalCents;
    const open = (sign === 1 ? remainingByInvoice : unallocatedBySource).get(invoice.id) ?? 0;
    if (open <= 0) continue;
    receivables += sign * open;
    if (sign === 1 && (invoice.dueOn === undefined || invoice.dueOn >= today)) notDue += open;
  }
  const dsoDays = simpleDso(receivables, sales, periodDays);
  const delinquentDays = averageDaysDelinquent(receivables, notDue, sales, periodDays);
  if (dsoDays === undefined || delinquentDays === undefined || receivables < 0) return undefined;
  return {
    dsoDays,
    delinquentDays: Math.max(0, delinquentDays),
    receivablesCents: cents(receivables),
    salesCents: cents(sales),
    periodDays,
  };
};
