import type { LetterModel } from '../ipc/letter-contract.ts';
import { sumCents } from '../money/cents.ts';
import { textAdvance } from './advance-width.ts';
import { type FigureColumn, figureTable } from './figure-table.ts';
import { interestTermOf } from './interest-term.ts';
import { type LetterWording, letterWording } from './letter-wording.ts';
import { tableSize } from './page-measures.ts';

type InvoiceRow = LetterModel['table'][number];

const none = () => '';

const amountColumn =
  ({ figure }: LetterWording) =>
  (heading: string, of: (row: InvoiceRow) => number): FigureColumn<InvoiceRow> => ({
    heading,
    cell: (row) => (of(row) === 0 ? '–' : figure(of(row))),
    sum: (rows) => figure(sumCents(rows.map(of))),
  });

/** The order beside the number, what the invoice was issued for; under it where the column is too narrow. */
const numberAndOrder =
  ({ order }: LetterWording) =>
  ({ number, orderReference }: InvoiceRow, widthPt: number): string => {
    if (orderReference === undefined) return number;
    const oneLine = `${number} · ${order(orderReference)}`;
    return textAdvance(oneLine, tableSize) <= widthPt ? oneLine : `${number}\n${order(orderReference)}`;
  };

/** What is owed, invoice by invoice. Payments show only where there are some. */
export const invoiceTable = (model: LetterModel, key: string) => {
  const wording = letterWording(model);
  const heads = wording.columns;
  const amount = amountColumn(wording);
  const columns: FigureColumn<InvoiceRow>[] = [
    { heading: heads.issuedOn, cell: (row) => wording.day(row.issuedOn), sum: none },
    { heading: heads.dueOn, cell: (row) => wording.day(row.dueOn), sum: none },
    amount(heads.total, (row) => row.totalCents),
  ];
  if (model.table.some((row) => row.paidCents !== 0))
    columns.push(amount(heads.paid, (row) => row.paidCents));
  columns.push(amount(heads.remaining, (row) => row.remainingCents));
  columns.push({
    heading: heads.daysLate,
    cell: (row) => (row.daysLate > 0 ? String(row.daysLate) : '–'),
    sum: none,
  });
  if (model.showsPenalties) {
    columns.push(amount(`${interestTermOf(model).column} (€)`, (row) => row.interestCents));
    if (model.totals.indemnityCents !== 0) columns.push(amount('Indemnité (€)', (row) => row.indemnityCents));
  }
  return figureTable(
    key,
    { heading: heads.invoice, cell: numberAndOrder(wording), total: wording.tableTotal(model.table.length) },
    columns,
    model.table,
  );
};
