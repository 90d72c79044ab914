import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { sumCents } from '../money/cents.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { type FigureColumn, figureTable } from './figure-table.ts';
import { interestTermOf } from './interest-term.ts';

type InvoiceRow = LetterModel['table'][number];

const none = () => '';

const amount = (heading: string, of: (row: InvoiceRow) => number): FigureColumn<InvoiceRow> => ({
  heading,
  cell: (row) => (of(row) === 0 ? '–' : formatPlainAmount(of(row))),
  sum: (rows) => formatPlainAmount(sumCents(rows.map(of))),
});

/** The order under the number: what the invoice was issued for. */
const numberAndOrder = ({ number, orderReference }: InvoiceRow): string =>
  orderReference === undefined ? number : `${number}\nCommande\u00A0${orderReference}`;

/** What is owed, invoice by invoice. Payments show only where there are some. */
export const invoiceTable = (model: LetterModel, key: string) => {
  const columns: FigureColumn<InvoiceRow>[] = [
    { heading: 'Émise le', cell: (row) => formatDay(row.issuedOn), sum: none },
    { heading: 'Échéance', cell: (row) => formatDay(row.dueOn), sum: none },
    amount('Montant TTC (€)', (row) => row.totalCents),
  ];
  if (model.table.some((row) => row.paidCents !== 0))
    columns.push(amount('Réglé (€)', (row) => row.paidCents));
  columns.push(amount('Reste dû (€)', (row) => row.remainingCents));
  columns.push({
    heading: 'Jours de retard',
    cell: (row) => (row.daysLate > 0 ? String(row.daysLate) : '–'),
    sum: none,
  });
  if (model.showsPenalties) {
    columns.push(amount(`${interestTermOf(model).column} (€)`, (row) => row.interestCents));
    if (model.totals.indemnityCents !== 0) columns.push(amount('Indemnité (€)', (row) => row.indemnityCents));
  }
  return figureTable(
    key,
    { heading: 'Facture', cell: numberAndOrder, total: `Total (${model.table.length} factures)` },
    columns,
    model.table,
  );
};
