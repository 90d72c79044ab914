import {
  type ExportColumn,
  type ExportSource,
  exportSource,
} from '../../../shared/exporting/export-table.ts';
import type { GridColumn } from './grid-column.ts';

/** A grid as it is shown: the columns the user kept, all rows that answer his search, in his order. */
export interface ShownGrid<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** The top rows, each with those below it that answer the search, folded or not. */
  readonly rows: readonly { readonly row: Row; readonly children: readonly Row[] }[];
}

/** Columns of a spreadsheet for those of a grid. */
export const exportColumnsOf = <Row>(columns: readonly GridColumn<Row>[]): readonly ExportColumn<Row>[] =>
  columns
    .filter(({ exported }) => exported !== false)
    .map(({ header, kind, value }): ExportColumn<Row> => {
      if (kind === 'text' || kind === 'day')
        return {
          header,
          kind,
          value: (row) => {
            const cell = value(row);
            return cell === undefined || cell === '' ? undefined : String(cell);
          },
        };
      return {
        header,
        kind: kind === 'amount' ? 'amountCents' : 'number',
        value: (row) => {
          const cell = value(row);
          return cell === undefined ? undefined : Number(cell);
        },
      };
    });

/** The top rows of a grid as a table that leaves the application under a French name. */
export const gridSource = <Row>(name: string, { columns, rows }: ShownGrid<Row>): ExportSource =>
  exportSource(
    name,
    exportColumnsOf(columns),
    rows.map(({ row }) => row),
  );
