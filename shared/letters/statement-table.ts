import { formatDay } from '../dates/format-day.ts';
import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import { formatRate } from '../law/format-rate.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import { greyInk, hairline, ruledLayout, smallSize, tableSize, textWidth } from './page-measures.ts';
import type { PageNode, TableNode, TextNode } from './page-node.ts';

type PrintedLine = PrintedInvoice['lines'][number];

const padding = { x: 4, y: 1.6 };
/** Du, Au, Jours, Base, Taux, Montant: as wide as their widest figures in the letter font. */
const figureWidths = [45, 45, 26, 54, 36, 58] as const;
const columnCount = figureWidths.length + 1;
const labelWidth =
  textWidth - figureWidths.reduce((sum, width) => sum + width, 0) - padding.x * 2 * figureWidths.length;
const headings = ['Du', 'Au', 'Jours', 'Base (€)', 'Taux', 'Montant (€)'] as const;
const articleSize = 7;

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

/** The article beside what it grounds, on the same line where it fits. */
const label = ({ label: name, article, detail }: PrintedLine): PageNode => {
  const line: TextNode = {
    text: [
      { text: name, fontSize: tableSize },
      ...(article === '' ? [] : [{ text: `  ${article}`, fontSize: articleSize, color: greyInk }]),
    ],
  };
  return detail === undefined
    ? line
    : { stack: [line, { text: detail, fontSize: articleSize, color: greyInk }] };
};

const lineCells = (line: PrintedLine): PageNode[] => [
  label(line),
  figure(formatDay(line.from)),
  figure(line.to === undefined ? '' : formatDay(line.to)),
  figure(line.days === undefined ? '' : String(line.days)),
  figure(line.baseCents === undefined ? '' : formatPlainAmount(line.baseCents)),
  figure(line.rateBasisPoints === undefined ? '' : formatRate(line.rateBasisPoints)),
  figure(formatPlainAmount(line.cents)),
];

/** Title of an invoice with what its lines come to. */
const title = ({ number, issuedOn, dueOn, daysLate, totalCents }: PrintedInvoice): PageNode[] => [
  {
    text: [
      { text: `Facture ${number}`, bold: true },
      {
        text: ` du ${formatDay(issuedOn)}, échéance ${formatDay(dueOn)}${
          daysLate > 0 ? `, ${counted(daysLate, 'jour', 'jours')} de retard` : ''
        }`,
      },
    ],
    fontSize: tableSize,
    colSpan: columnCount - 1,
  },
  ...filler(columnCount - 2),
  figure(formatPlainAmount(totalCents), true),
];

/**
 * The lines of invoices under their titles, each invoice adding up to the figure of its title. Headings are
 * repeated on every page, no line is torn in two.
 */
export const statementTable = (invoices: readonly PrintedInvoice[]): TableNode => {
  const titleRows = new Set<number>();
  const body: PageNode[][] = [
    [{ ...heading('Ligne et fondement'), alignment: 'left' }, ...headings.map(heading)],
  ];
  for (const invoice of invoices) {
    titleRows.add(body.length);
    body.push(title(invoice), ...invoice.lines.map(lineCells));
  }
  const end = body.length;
  return {
    table: {
      body,
      widths: [labelWidth, ...figureWidths],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: ruledLayout(columnCount, (line) => (titleRows.has(line) || line === end ? hairline : 0), padding),
    margin: [0, 4, 0, 4],
  };
};
