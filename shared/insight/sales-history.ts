import { businessDay } from '../dates/clock.ts';
import { addDays, type Day, daysBetween, laterDay } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { paidItems } from '../ledger/paid-items.ts';
import { fail, ok, type Result } from '../result.ts';

/** The days over which all sales are known, and the part of them that figures are computed on. */
export interface SalesHistory {
  /** First day from which the ledger holds every sale. */
  readonly knownFrom: Day;
  /** First day of the period: 365 days back, or `knownFrom` where that is later. */
  readonly from: Day;
  readonly to: Day;
  /** 30 to 365, both ends counted. */
  readonly days: number;
}

export interface NoHistory {
  readonly kind: 'no-invoice' | 'short-history' | 'no-payment';
  /** French. */
  readonly message: string;
}

const longestPeriodDays = 365;
/** A shorter history says more about the day it was entered than about the clients. */
const shortestPeriodDays = 30;

/** True when the first files also brought invoices already paid: then they told all sales, not what was open. */
const hasPaidInvoicesFromFile = (ledger: Ledger): boolean => {
  for (const { source, invoiceId, cents } of ledger.allocations.values()) {
    if (source.kind !== 'payment') continue;
    const invoice = ledger.invoices.get(invoiceId);
    const importId = ledger.payments.get(source.paymentId)?.importId;
    if (importId !== undefined && importId === invoice?.importId && cents >= invoice.totalCents) return true;
  }
  return false;
};

/**
 * The period of the portfolio figures on `today`: 365 days, or as far back as all sales are known. A list of
 * open invoices does not hold the sales of its months (those that were paid are not in it), so that what was
 * issued before the ledger began counts only where paid invoices came along with it.
 */
export const salesHistory = (ledger: Ledger, today: Day): Result<SalesHistory, NoHistory> => {
  let first: Day | undefined;
  let began: string | undefined;
  for (const invoice of ledger.invoices.values()) {
    if (invoice.cancelledAt !== undefined || !isInLedgerCurrency(invoice)) continue;
    if (first === undefined || invoice.issuedOn < first) first = invoice.issuedOn;
    if (began === undefined || invoice.createdAt < began) began = invoice.createdAt;
  }
  if (first === undefined || began === undefined)
    return fail({ kind: 'no-invoice', message: 'Aucune facture pour l’instant.' });
  const knownFrom = hasPaidInvoicesFromFile(ledger) ? first : laterDay(first, businessDay(Date.parse(began)));
  const days = Math.min(longestPeriodDays, daysBetween(knownFrom, today) + 1);
  if (days < shortestPeriodDays)
    return fail({
      kind: 'short-history',
      message: `Il faut ${shortestPeriodDays}\u00A0jours de ventes\u00A0: elles sont connues depuis le ${formatDay(knownFrom)}.`,
    });
  const from = addDays(today, 1 - days);
  if (!paidItems(ledger).some(({ paidOn }) => paidOn >= from && paidOn <= today))
    return fail({ kind: 'no-payment', message: 'Aucun encaissement enregistré sur la période.' });
  return ok({ knownFrom, from, to: today, days });
};

/** « des 365 derniers jours », « du 01/08/2026 au 31/10/2026 ». */
export const periodInWords = ({ from, to, days }: SalesHistory): string =>
  days === longestPeriodDays
    ? `des ${longestPeriodDays}\u00A0derniers jours`
    : `du ${formatDay(from)} au ${formatDay(to)}`;
