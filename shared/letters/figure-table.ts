import { textAdvance } from './advance-width.ts';
import type { CarriedTable } from './carried-totals.ts';
import { greyInk, hairline, ruledLayout, smallSize, tableSize, textWidth } from './page-measures.ts';
import type { PageNode, TableNode, TextNode } from './page-node.ts';

/** A column of figures: right-aligned, as wide as its widest figure. */
export interface FigureColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string;
  /** Sum over rows, for the carried and the last line; empty where a sum makes no sense. */
  readonly sum: (rows: readonly Row[]) => string;
}

const padding = { x: 4, y: 1.4 };

/** Figures are a little narrower in the estimate than in the semi-bold of the total line. */
const boldFactor = 1.06;

const widestWord = (heading: string): number =>
  Math.max(...heading.split(' ').map((word) => textAdvance(word, smallSize) * boldFactor));

const figureWidth = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textAdvance(text, tableSize) * boldFactor)) + 1;

/**
 * A table set with hairlines under its heading and above its total: the first column takes the room the
 * figures leave, the heading is repeated on every page, and sums are carried over page breaks.
 * @param key tells the table's rows from those of every other table of the document.
 */
export const figureTable = <Row>(
  key: string,
  firstColumn: {
    readonly heading: string;
    /** @param widthPt of the column, in points. */
    readonly cell: (row: Row, widthPt: number) => string;
    readonly total: string;
  },
  columns: readonly FigureColumn<Row>[],
  rows: readonly Row[],
): { readonly node: TableNode; readonly carried: CarriedTable } => {
  const figureWidths = columns.map((column) =>
    Math.max(widestWord(column.heading), figureWidth([...rows.map(column.cell), column.sum(rows)])),
  );
  const taken = figureWidths.reduce((sum, width) => sum + width, 0) + padding.x * 2 * columns.length;
  const firstWidth = textWidth - taken;
  const widths = [firstWidth, ...figureWidths];
  const heading = (text: string, alignment: 'left' | 'right'): TextNode => ({
    text,
    alignment,
    fontSize: smallSize,
    color: greyInk,
    verticalAlignment: 'bottom',
  });
  const figure = (text: string, bold: boolean): TextNode => ({
    text,
    bold,
    alignment: 'right',
    fontSize: tableSize,
    noWrap: true,
  });
  const rowStarts = rows.map(
    (row, index): TextNode => ({
      id: `${key}-${index}`,
      text: firstColumn.cell(row, firstWidth),
      fontSize: tableSize,
    }),
  );
  const body: PageNode[][] = [
    [heading(firstColumn.heading, 'left'), ...columns.map((column) => heading(column.heading, 'right'))],
    ...rows.map((row, index): PageNode[] => [
      rowStarts[index] ?? { text: '' },
      ...columns.map((column) => figure(column.cell(row), false)),
    ]),
  ];
  const hasTotal = rows.length > 1;
  if (hasTotal)
    body.push([
      { text: firstColumn.total, bold: true, fontSize: tableSize },
      ...columns.map((column) => figure(column.sum(rows), true)),
    ]);
  const lastLine = body.length;
  const isRuled = (line: number): number =>
    line === 1 || line === lastLine || (hasTotal && line === lastLine - 1) ? hairline : 0;
  return {
    node: {
      table: { body, widths, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true },
      layout: ruledLayout(widths.length, isRuled, padding),
      margin: [0, 2, 0, 2],
    },
    carried: {
      rowStarts,
      widths,
      padding,
      sums: (rowCount) => columns.map((column) => column.sum(rows.slice(0, rowCount))),
    },
  };
};
