import { createColumnHelper, type RowData, type Row as TableRow, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { CellValue, GridColumn } from './grid-column.ts';
import { gridFeatures } from './grid-features.ts';
import { isFound } from './grid-text.ts';

type Features = typeof gridFeatures;

/** A row as TanStack Table gives it. */
export type GridTableRow<Row extends RowData> = TableRow<Features, Row>;

const compare = (a: CellValue, b: CellValue): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** The table model of a grid: French order, search without accents over what the cells say, parents kept for a child. */
export const useGridTable = <Row extends RowData>({
  columns,
  rows,
  rowId,
  subRows,
  initialSort,
  search,
  setSearch,
  visibility,
}: {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly subRows?: ((row: Row) => readonly Row[] | undefined) | undefined;
  readonly initialSort?: { readonly id: string; readonly desc: boolean } | undefined;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** Whether a column is shown, by its id. */
  readonly visibility: Record<string, boolean>;
}) => {
  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<Features, Row>();
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row: Row) => column.value(row), {
          id: column.id,
          header: column.header,
          enableHiding: column.hideable !== false,
          // An empty cell has nothing to be first with, whichever way the column is sorted.
          sortUndefined: 'last',
          sortFn: (a, b) => compare(column.value(a.original), column.value(b.original)),
        }),
      ),
    );
  }, [columns]);

  return useTable({
    features: gridFeatures,
    columns: tableColumns,
    data: rows as Row[],
    getRowId: (row: Row) => rowId(row),
    getSubRows: (row: Row) => subRows?.(row) as Row[] | undefined,
    initialState: { sorting: initialSort ? [{ ...initialSort }] : [] },
    state: { globalFilter: search, columnVisibility: visibility },
    onGlobalFilterChange: setSearch,
    filterFromLeafRows: true,
    // Rows that are open stay so when the data changes: the user marks one invoice paid, then the next.
    autoResetExpanded: false,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row: TableRow<Features, Row>, columnId: string, wanted: unknown) => {
      const column = columns.find(({ id }) => id === columnId);
      if (!column) return false;
      return isFound(column, row.original, String(wanted));
    },
    enableSubRowSelection: false,
  });
};
