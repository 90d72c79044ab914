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

/** Title of an invoice with what its lines come to. */
const title = (invoice: PrintedInvoice): PageNode[] => [
  {
    text: invoiceTitle(invoice),
    fontSize: tableSize,
    colSpan: columnCount - 1,
  },
  ...filler(columnCount - 2),
  figure(formatPlainAmount(invoice.totalCents), true),
];

/**
 * The lines of invoices under their titles, each invoice adding up to the figure of its title. Headings are
 * repeated on every page, no line is torn in two.
 */
export const statementTable = (invoices: readonly PrintedInvoice[]): TableNode => {
  const titleRows = new Set<number>();
  const body: PageNode[][] = [headingCells()];
  for (const invoice of invoices) {
    titleRows.add(body.length);
    body.push(title(invoice), ...invoice.lines.map(lineCells));
  }
  const end = body.length;
  return {
    table: {
      body,
      widths: statementWidths(),
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: ruledLayout(
      columnCount,
      (line) => (titleRows.has(line) || line === end ? hairline : 0),
      statementPadding,
    ),
    margin: [0, 4, 0, 4],
  };
};
