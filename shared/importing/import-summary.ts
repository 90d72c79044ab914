import { type Cents, sumCents } from '../money/cents.ts';
import { formatAmount, formatPlainAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import type { InvoiceRow } from './invoice-row.ts';

/** The figures of a dry run. */
export interface ImportSummary {
  /** Invoices and credit notes that the file holds and the ledger will have afterwards. */
  readonly invoices: number;
  /** Those of them that are credit notes. */
  readonly creditNotes: number;
  readonly clients: number;
  /** What is still owed on the invoices in euros. */
  readonly openCents: Cents;
  /** What is not yet used of the credit notes in euros. */
  readonly creditCents: Cents;
  /** The same as `openCents` for other currencies, which are never added. */
  readonly otherCurrencies: readonly { readonly currency: string; readonly openCents: Cents }[];
  readonly duplicates: number;
}

const nbsp = '\u00a0';

/** Adds up the rows of a dry run. */
export const importSummary = (
  rows: readonly InvoiceRow[],
  clients: number,
  duplicates: number,
): ImportSummary => {
  const remainingOf = (kind: InvoiceRow['kind'], currency: string): Cents =>
    sumCents(
      rows.filter((row) => row.kind === kind && row.currency === currency).map((row) => row.remainingCents),
    );
  const others = [...new Set(rows.map(({ currency }) => currency))]
    .filter((currency) => currency !== 'EUR')
    .sort();
  return {
    invoices: rows.length,
    creditNotes: rows.filter(({ kind }) => kind === 'credit-note').length,
    clients,
    openCents: remainingOf('invoice', 'EUR'),
    creditCents: remainingOf('credit-note', 'EUR'),
    otherCurrencies: others.map((currency) => ({ currency, openCents: remainingOf('invoice', currency) })),
    duplicates,
  };
};

/** « 132 factures, 41 clients, 58 214,90 € ouverts, 3 doublons », with the credit notes counted apart. */
export const importSummaryFrench = (summary: ImportSummary): string => {
  const amounts = [
    ...(summary.otherCurrencies.length === 0 || summary.openCents !== 0
      ? [formatAmount(summary.openCents)]
      : []),
    ...summary.otherCurrencies.map(
      ({ currency, openCents }) => `${formatPlainAmount(openCents)}${nbsp}${currency}`,
    ),
  ];
  return [
    counted(summary.invoices - summary.creditNotes, 'facture', 'factures'),
    ...(summary.creditNotes > 0 ? [counted(summary.creditNotes, 'avoir', 'avoirs')] : []),
    counted(summary.clients, 'client', 'clients'),
    `${amounts.join(' + ')} ouverts`,
    ...(summary.duplicates > 0 ? [counted(summary.duplicates, 'doublon', 'doublons')] : []),
  ].join(', ');
};
