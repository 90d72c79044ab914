import { formatDay } from '../dates/format-day.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { formatRate } from '../law/format-rate.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import { greyInk, hairline, ruledLayout, smallSize, tableSize, textWidth } from './page-measures.ts';
import type { PageNode, TableNode, TextNode } from './page-node.ts';

type PrintedInvoice = PrintedStatement['invoices'][number];
type PrintedLine = PrintedInvoice['lines'][number];

const padding = { x: 4, y: 1.8 };
/** Du, Au, Jours, Base, Taux, Montant: as wide as their widest figures in the letter font. */
const figureWidths = [45, 45, 26, 58, 42, 60] as const;
const labelWidth =
  textWidth - figureWidths.reduce((sum, width) => sum + width, 0) - padding.x * 2 * figureWidths.length;
const columnCount = figureWidths.length + 1;
const headings = ['Du', 'Au', 'Jours', 'Base (€)', 'Taux', 'Montant (€)'] as const;

const filler = (count: number): TextNode[] => Array.from({ length: count }, () => ({ text: '' }));

const heading = (text: string): TextNode => ({
  text,
  alignment: 'right',
  fontSize: smallSize,
  color: greyInk,
  verticalAlignment: 'bottom',
});

const figure = (text: string, bold = false): TextNode => ({
  text,
  bold,
  alignment: 'right',
  fontSize: tableSize,
  noWrap: true,
});

/** The article under what it grounds: a column of its own would tear every line in two. */
const label = (line: PrintedLine): PageNode => ({
  stack: [
    { text: line.label, fontSize: tableSize },
    ...(line.detail === undefined
      ? []
      : [{ text: line.detail, fontSize: 7, color: greyInk } satisfies TextNode]),
    ...(line.article === '' ? [] : [{ text: line.article, fontSize: 7, color: greyInk } satisfies TextNode]),
  ],
});

const lineCells = (line: PrintedLine): PageNode[] => [
  label(line),
  figure(formatDay(line.from)),
  figure(line.to === undefined ? '' : formatDay(line.to)),
  figure(line.days === undefined ? '' : String(line.days)),
  figure(line.baseCents === undefined ? '' : formatPlainAmount(line.baseCents)),
  figure(line.rateBasisPoints === undefined ? '' : formatRate(line.rateBasisPoints)),
  figure(formatPlainAmount(line.cents)),
];

const title = ({ number, issuedOn, dueOn, daysLate }: PrintedInvoice): TextNode => ({
  text: [
    { text: `Facture ${number}`, bold: true },
    {
      text: ` du ${formatDay(issuedOn)}, échéance ${formatDay(dueOn)}${
        daysLate > 0 ? `, ${counted(daysLate, 'jour', 'jours')} de retard` : ''
      }`,
    },
  ],
  fontSize: 9.5,
  colSpan: columnCount,
});

/**
 * The lines of one invoice, adding up to what it claims. Title and headings are repeated on every page, and no
 * line is torn in two.
 */
export const statementInvoiceTable = (invoice: PrintedInvoice): TableNode => {
  const body: PageNode[][] = [
    [title(invoice), ...filler(columnCount - 1)],
    [{ ...heading('Ligne et fondement'), alignment: 'left' }, ...headings.map(heading)],
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
      widths: [labelWidth, ...figureWidths],
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: ruledLayout(
      columnCount,
      (line) => (line === 2 || line === last - 1 || line === last ? hairline : 0),
      padding,
    ),
    margin: [0, 10, 0, 2],
  };
};
