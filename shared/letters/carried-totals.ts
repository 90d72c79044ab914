import { hairline, leftMarginMm, mm, ruledLayout, tableSize } from './page-measures.ts';
import type { PageNode, TableNode, TextNode } from './page-node.ts';

/** A table that may break over pages and carries its sums from one to the next. */
export interface CarriedTable {
  /** First cell of each row, whose page pdfmake writes down. */
  readonly rowStarts: readonly TextNode[];
  readonly widths: number[];
  readonly padding: { readonly x: number; readonly y: number };
  /** Cells after the first, given how many rows stand before the page break. */
  readonly sums: (rowCount: number) => readonly string[];
  /** « Report » and « À reporter » where undefined. */
  readonly labels?: { readonly carriedForward: string; readonly carriedOver: string } | undefined;
}

const pageOfRow = (row: TextNode): number => row.positions?.[0]?.pageNumber ?? 0;

/** Rows of the table that stand on earlier pages than `page`; undefined when the table does not run over that break. */
const rowsBefore = (table: CarriedTable, page: number): number | undefined => {
  const before = table.rowStarts.findIndex((row) => pageOfRow(row) >= page);
  return before > 0 && pageOfRow(table.rowStarts[before - 1] ?? { text: '' }) === page - 1
    ? before
    : undefined;
};

const carryLine = (
  table: CarriedTable,
  label: string,
  rowCount: number,
  ruledLine: number,
  topMm: number,
): TableNode => ({
  margin: [mm(leftMarginMm), mm(topMm), 0, 0],
  table: {
    widths: [...table.widths],
    body: [
      [
        { text: label, italics: true, fontSize: tableSize },
        ...table.sums(rowCount).map(
          (text): TextNode => ({
            text,
            italics: true,
            fontSize: tableSize,
            alignment: 'right',
            noWrap: true,
          }),
        ),
      ],
    ],
  },
  layout: ruledLayout(table.widths.length, (line) => (line === ruledLine ? hairline : 0), {
    x: table.padding.x,
    y: 1.5,
  }),
});

/** « Report » above the part of a table that goes on from the page before. */
export const carriedForward = (tables: readonly CarriedTable[], page: number): PageNode | undefined => {
  for (const table of tables) {
    const count = rowsBefore(table, page);
    if (count !== undefined)
      return carryLine(table, table.labels?.carriedForward ?? 'Report', count, -1, 2.5);
  }
  return undefined;
};

/** « À reporter » below the part of a table that goes on overleaf. */
export const carriedOver = (tables: readonly CarriedTable[], page: number): PageNode | undefined => {
  for (const table of tables) {
    const count = rowsBefore(table, page + 1);
    if (count !== undefined) return carryLine(table, table.labels?.carriedOver ?? 'À reporter', count, 0, 0);
  }
  return undefined;
};
