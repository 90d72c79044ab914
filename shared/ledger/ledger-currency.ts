import type { Invoice } from './invoice.ts';

/** Figures are in euros; invoices in other currencies are listed apart and never added to them. */
export const ledgerCurrency = 'EUR';

/** True when an invoice may be added to the figures of the company. */
export const isInLedgerCurrency = (invoice: Pick<Invoice, 'currency'>): boolean =>
  invoice.currency === ledgerCurrency;
