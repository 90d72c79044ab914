import type { Margin, TableLayout } from './page-node.ts';

/** Millimetres to PDF points (72 to the inch). */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4 in millimetres. */
export const pageWidthMm = 210;
export const pageHeightMm = 297;
export const leftMarginMm = 25;
export const rightMarginMm = 20;
export const topMarginMm = 20;
export const bottomMarginMm = 16;

/** Width between the margins, in points. */
export const textWidth = mm(pageWidthMm - leftMarginMm - rightMarginMm);

export const pageMargins: Margin = [mm(leftMarginMm), mm(topMarginMm), mm(rightMarginMm), mm(bottomMarginMm)];

/** Where the right-hand column of a French letter begins: date, signature, addressee. */
export const rightColumnMm = 110;

export const letterFont = 'Source Serif 4';
export const ink = '#1a1d24';
export const greyInk = '#5a606b';
export const hairlineColor = '#9aa0aa';
export const hairline = 0.4;

export const bodySize = 10;
export const bodyLineHeight = 1;
export const tableSize = 8.5;
export const smallSize = 8;
export const paragraphGap = 5.5;

/** A table without boxes: hairlines only at the row lines told, no padding outside the first and last column. */
export const ruledLayout = (
  columnCount: number,
  isRuled: (line: number) => number,
  padding: { readonly x: number; readonly y: number },
): TableLayout => ({
  hLineWidth: isRuled,
  vLineWidth: () => 0,
  hLineColor: () => hairlineColor,
  paddingLeft: (column) => (column === 0 ? 0 : padding.x),
  paddingRight: (column) => (column === columnCount - 1 ? 0 : padding.x),
  paddingTop: () => padding.y,
  paddingBottom: () => padding.y,
});
