import type { RowData } from '@tanstack/react-table';
import { type GridColumn, isRight } from './grid-column.ts';
import type { useGridTable } from './use-grid-table.ts';

/** The line of titles; a click sorts by the column, a second one turns the order round. */
export const GridHead = <Row extends RowData>({
  table,
  columns,
}: {
  readonly table: ReturnType<typeof useGridTable<Row>>;
  readonly columns: readonly GridColumn<Row>[];
}) => (
  <thead>
    {table.getHeaderGroups().map((group) => (
      <tr key={group.id}>
        {group.headers.map((header) => {
          const column = columns.find(({ id }) => id === header.column.id);
          const sorted = header.column.getIsSorted();
          return (
            <th
              key={header.id}
              scope="col"
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              data-right={column && isRight(column.kind) ? '' : undefined}
            >
              <button type="button" onClick={header.column.getToggleSortingHandler()}>
                {column?.header}
                <span aria-hidden="true">{sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    ))}
  </thead>
);
