import { cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import classes from './data-grid.module.css';
import type { GridColumn } from './grid-column.ts';

/** Under the table: how many rows, and what is selected with its sum, as in a spreadsheet. */
export const StatusLine = <Row,>({
  columns,
  rows,
  selected,
}: {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly selected: readonly Row[];
}) => {
  const amount = columns.findLast(({ kind }) => kind === 'amount');
  const sum = amount
    ? cents(selected.reduce((total, row) => total + Number(amount.value(row) ?? 0), 0))
    : undefined;
  return (
    <p className={classes.status} role="status">
      {rows.length > 1 ? `${rows.length} lignes` : `${rows.length} ligne`}
      {selected.length > 0 && amount && sum !== undefined && (
        <>
          {' · '}
          {selected.length > 1 ? `${selected.length} sélectionnées` : '1 sélectionnée'}
          {` · ${amount.header} : `}
          <strong className="figures">{formatAmount(sum)}</strong>
        </>
      )}
    </p>
  );
};
