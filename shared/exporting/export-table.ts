import type { Day } from '../dates/day.ts';

/** One column of a table that leaves the application: its title and what a row has there; undefined = an empty cell. */
export type ExportColumn<Row> = { readonly header: string } & (
  | { readonly kind: 'text'; readonly value: (row: Row) => string | undefined }
  /** Whole cents, shown in units with two decimals. */
  | { readonly kind: 'amountCents'; readonly value: (row: Row) => number | undefined }
  /** `YYYY-MM-DD`, a date in a spreadsheet. */
  | { readonly kind: 'day'; readonly value: (row: Row) => string | undefined }
  /** Basis points (1 % = 100), a percentage in a spreadsheet. */
  | { readonly kind: 'percent'; readonly value: (row: Row) => number | undefined }
  | { readonly kind: 'integer'; readonly value: (row: Row) => number | undefined }
  /** Any finite number. */
  | { readonly kind: 'number'; readonly value: (row: Row) => number | undefined }
);

export type ExportKind = ExportColumn<never>['kind'];

/** What a cell holds, in the unit of its column's kind. */
export type ExportCell = string | number | undefined;

/** A column without the way to its cells. */
export interface ExportHead {
  readonly header: string;
  readonly kind: ExportKind;
}

/** A table as plain data: what a worker is given to write a file of. */
export interface ExportTable {
  /** What it is called, French: « Balance âgée ». Names the sheet and the file. */
  readonly name: string;
  /** Day that it is about; undefined = that of the export. */
  readonly on?: Day | undefined;
  readonly heads: readonly ExportHead[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/** A table whose cells are still to be worked out, some rows at a time. */
export interface ExportSource {
  readonly name: string;
  readonly on?: Day | undefined;
  readonly heads: readonly ExportHead[];
  readonly rowCount: number;
  /** Cells of the rows from `from` up to and without `to`. */
  readonly cells: (from: number, to: number) => readonly (readonly ExportCell[])[];
}

/** Throws on what no cell of its kind may hold: that is a bug of the caller, never a wrong figure in a file. */
const checkedCell = (kind: ExportKind, value: ExportCell): ExportCell => {
  if (value === undefined) return undefined;
  const isText = kind === 'text' || kind === 'day';
  if (isText !== (typeof value === 'string')) throw new TypeError(`not a ${kind} for a cell: ${value}`);
  if (typeof value !== 'number') return value;
  const isWhole = kind !== 'number';
  if (isWhole ? !Number.isSafeInteger(value) : !Number.isFinite(value))
    throw new RangeError(`not a ${kind} for a cell: ${value}`);
  return value;
};

/** The cells of one row, in the order of the columns; throws where one is not of its column's kind. */
export const exportCells = <Row>(columns: readonly ExportColumn<Row>[], row: Row): readonly ExportCell[] =>
  columns.map((column) => checkedCell(column.kind, column.value(row)));

/** A table of rows under a French name; nothing is worked out before `cells` is called. */
export const exportSource = <Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  on?: Day,
): ExportSource => ({
  name,
  on,
  heads: columns.map(({ header, kind }) => ({ header, kind })),
  rowCount: rows.length,
  cells: (from, to) => rows.slice(from, to).map((row) => exportCells(columns, row)),
});

/** The whole table at once; throws as {@link exportCells} does. */
export const exportTable = ({ name, on, heads, rowCount, cells }: ExportSource): ExportTable => ({
  name,
  on,
  heads,
  rows: cells(0, rowCount),
});
