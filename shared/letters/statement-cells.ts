import { formatDay } from '../dates/format-day.ts';
import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import { formatRate } from '../law/format-rate.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { counted } from '../money/format-count.ts';
import { greyInk, smallSize, tableSize, textWidth } from './page-measures.ts';
import type { PageNode, TextNode, TextSpan } from './page-node.ts';

type PrintedLine = PrintedInvoice['lines'][number];

/** Room between the columns and above and below a line, in points. */
export const statementPadding = { x: 4, y: 1.6 };
/** Du, Au, Jours, Base, Taux, Montant: as wide as their widest figures in the letter font. */
const figureWidths = [45, 45, 26, 54, 36, 58] as const;
export const columnCount = figureWidths.length + 1;
const labelWidth =
  textWidth -
  figureWidths.reduce((sum, width) => sum + width, 0) -
  statementPadding.x * 2 * figureWidths.length;
const headings = ['Du', 'Au', 'Jours', 'Base (€)', 'Taux', 'Montant (€)'] as const;
const articleSize = 7;

/** Cells that pdfmake wants behind one that spans them. */
export const filler = (count: number): TextNode[] => Array.from({ length: count }, () => ({ text: '' }));

const heading = (text: string): TextNode => ({
  text,
  alignment: 'right',
  fontSize: smallSize,
  color: greyInk,
  verticalAlignment: 'bottom',
});

/** A figure of the table, right-aligned and never torn. */
export const figure = (text: string, bold = false): TextNode => ({
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

/** The cells of one line. */
export const lineCells = (line: PrintedLine): PageNode[] => [
  label(line),
  figure(formatDay(line.from)),
  figure(line.to === undefined ? '' : formatDay(line.to)),
  figure(line.days === undefined ? '' : String(line.days)),
  figure(line.baseCents === undefined ? '' : formatPlainAmount(line.baseCents)),
  figure(line.rateBasisPoints === undefined ? '' : formatRate(line.rateBasisPoints)),
  figure(formatPlainAmount(line.cents)),
];

/** Widths of the columns of a décompte: what is claimed and why, then its figures. */
export const statementWidths = (): number[] => [labelWidth, ...figureWidths];

/** The line of headings, repeated on every page. */
export const headingCells = (): PageNode[] => [
  { ...heading('Ligne et fondement'), alignment: 'left' },
  ...headings.map(heading),
];

/** « Facture F-102 du 01/06/2026, échéance 01/07/2026, 12 jours de retard ». */
export const invoiceTitle = ({ number, issuedOn, dueOn, daysLate }: PrintedInvoice): TextSpan[] => [
  { text: `Facture ${number}`, bold: true },
  {
    text: ` du ${formatDay(issuedOn)}, échéance ${formatDay(dueOn)}${
      daysLate > 0 ? `, ${counted(daysLate, 'jour', 'jours')} de retard` : ''
    }`,
  },
];
