import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { hairline, ruledLayout, tableSize } from './page-measures.ts';
import type { PageNode, TableNode } from './page-node.ts';
import {
  columnCount,
  figure,
  filler,
  headingCells,
  invoiceTitle,
  lineCells,
  statementPadding,
  statementWidths,
} from './statement-cells.ts';

/**
 * The lines of one invoice, adding up to what it claims. Title and headings are repeated on every page, and no
 * line is torn in two.
 */
export const statementInvoiceTable = (invoice: PrintedInvoice): TableNode => {
  const body: PageNode[][] = [
    [{ text: invoiceTitle(invoice), fontSize: 9.5, colSpan: columnCount }, ...filler(columnCount - 1)],
    headingCells(),
    ...invoice.lines.map(lineCells),
    [
      {
        text: `Total de la facture ${invoice.number}`,
        bold: true,
        fontSize: tableSize,
        colSpan: columnCount - 1,
      },
      ...filler(columnCount - 2),
      figure(formatPlainAmount(invoice.totalCents), true),
    ],
  ];
  const last = body.length;
  return {
    table: {
      body,
      widths: statementWidths(),
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: ruledLayout(
      columnCount,
      (line) => (line === 2 || line === last - 1 || line === last ? hairline : 0),
      statementPadding,
    ),
    margin: [0, 10, 0, 2],
  };
};
