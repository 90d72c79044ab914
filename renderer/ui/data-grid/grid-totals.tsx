import { type Cents, cents } from '../../../shared/money/cents.ts';
import { Amount } from '../amount.tsx';
import type { GridColumn } from './grid-column.ts';

const sumOf = <Row,>(column: GridColumn<Row>, rows: readonly Row[]): Cents =>
  cents(rows.reduce((sum, row) => sum + Number(column.value(row) ?? 0), 0));

/** Sums of the rows that are shown, under the columns that have one. */
export const GridTotals = <Row,>({
  columns,
  rows,
}: {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
}) => (
  <tfoot>
    <tr>
      {columns.map((column, position) =>
        column.total ? (
          <td key={column.id} data-right="">
            <Amount cents={sumOf(column, rows)} strong />
          </td>
        ) : (
          <td key={column.id}>{position === 0 ? 'Total' : ''}</td>
        ),
      )}
    </tr>
  </tfoot>
);
