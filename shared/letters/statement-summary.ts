import { formatDay } from '../dates/format-day.ts';
import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { sumCents } from '../money/cents.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import type { CarriedTable } from './carried-totals.ts';
import { type FigureColumn, figureTable } from './figure-table.ts';
import { interestTerms } from './interest-term.ts';
import type { PageNode } from './page-node.ts';
import { sectionTitle } from './statement-grounds.ts';

const amount = (title: string, of: (row: PrintedInvoice) => number): FigureColumn<PrintedInvoice> => ({
  heading: title,
  cell: (row) => (of(row) === 0 ? '–' : formatPlainAmount(of(row))),
  sum: (rows) => formatPlainAmount(sumCents(rows.map(of))),
});

/** One line an invoice, where there are several. */
export const summary = (
  statement: PrintedStatement,
): { readonly nodes: PageNode[]; readonly carried: CarriedTable[] } => {
  if (statement.invoices.length < 2) return { nodes: [], carried: [] };
  const none = () => '';
  const table = figureTable<PrintedInvoice>(
    'summary',
    { heading: 'Facture', cell: (row) => row.number, total: `Total (${statement.invoices.length} factures)` },
    [
      { heading: 'Échéance', cell: (row) => formatDay(row.dueOn), sum: none },
      {
        heading: 'Jours de\u00A0retard',
        cell: (row) => (row.daysLate > 0 ? String(row.daysLate) : '–'),
        sum: none,
      },
      amount('Principal (€)', (row) => row.principalCents),
      amount(`${interestTerms[statement.interestTerm].column} (€)`, (row) => row.interestCents),
      ...(statement.totals.indemnityCents === 0
        ? []
        : [amount('Indemnité (€)', (row) => row.indemnityCents)]),
      amount('Total (€)', (row) => row.totalCents),
    ],
    statement.invoices,
  );
  return { nodes: [sectionTitle('Récapitulatif par facture'), table.node], carried: [table.carried] };
};
