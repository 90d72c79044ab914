import { CloseButton, Group, TextInput } from '@mantine/core';
import { createColumnHelper, type RowData, type Row as TableRow, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { Amount } from '../amount.tsx';
import { DayText } from '../day-text.tsx';
import { ColumnMenu } from './column-menu.tsx';
import classes from './data-grid.module.css';
import { foldSearch } from './fold-search.ts';
import type { CellValue, GridColumn } from './grid-column.ts';
import { gridFeatures } from './grid-features.ts';
import { cellText, tabSeparated } from './grid-text.ts';
import { StatusLine } from './status-line.tsx';
import { useColumnChoice } from './use-column-choice.ts';
import { handleGridKey } from './use-grid-keys.ts';

const rowHeightPx = 36;
/** Below this every row is in the page: search in the page and screen readers see all of them. */
const virtualFrom = 200;
const pageRows = 15;
/** A column without a width of its own never gets narrower; the table scrolls sideways instead. */
const flexibleWidthPx = 200;

type Features = typeof gridFeatures;

const defaultCell = (kind: GridColumn<never>['kind'], value: CellValue): ReactNode => {
  if (kind === 'amount') return value === undefined ? null : <Amount cents={value as Cents} dashForZero />;
  if (kind === 'day') return <DayText day={value as Day | undefined} />;
  return value;
};

const isRight = (kind: GridColumn<never>['kind']): boolean => kind === 'amount' || kind === 'number';

const compare = (a: CellValue, b: CellValue): number => {
  if (a === undefined) return b === undefined ? 0 : 1;
  if (b === undefined) return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
};
const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/**
 * A table of the application: sort, search, hidden columns, expandable rows, selection, keyboard, copy as
 * tab-separated text, a totals row, and a status line with the sum of what is selected. Rows beyond two
 * hundred are virtual, inside a real table. Keep `columns` and `rows` stable (useMemo).
 */
export const DataGrid = <Row extends RowData>({
  name,
  caption,
  columns,
  rows,
  rowId,
  subRows,
  onOpen,
  onKey,
  copyText,
  toolbar,
  empty,
  initialSort,
  searchLabel = 'Rechercher',
  rowTone,
}: {
  /** Names the remembered choice of columns. */
  readonly name: string;
  /** What the table shows, for screen readers. */
  readonly caption: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly subRows?: ((row: Row) => readonly Row[] | undefined) | undefined;
  /** Enter or double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Single letters of the screen while the table has the focus; true = handled. */
  readonly onKey?: ((key: string, row: Row) => boolean) | undefined;
  readonly copyText: (text: string) => void;
  /** Beside the search field. */
  readonly toolbar?: ReactNode;
  readonly empty: ReactNode;
  readonly initialSort?: { readonly id: string; readonly desc: boolean } | undefined;
  readonly searchLabel?: string;
  readonly rowTone?: ((row: Row) => 'quiet' | 'alert' | undefined) | undefined;
}) => {
  const [choice, choose] = useColumnChoice(name, columns);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);

  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<Features, Row>();
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row: Row) => column.value(row), {
          id: column.id,
          header: column.header,
          enableHiding: column.hideable !== false,
          sortUndefined: false,
          sortFn: (a, b) => compare(column.value(a.original), column.value(b.original)),
        }),
      ),
    );
  }, [columns]);

  const table = useTable({
    features: gridFeatures,
    columns: tableColumns,
    data: rows as Row[],
    getRowId: (row: Row) => rowId(row),
    getSubRows: (row: Row) => subRows?.(row) as Row[] | undefined,
    initialState: { sorting: initialSort ? [{ ...initialSort }] : [] },
    state: { globalFilter: search, columnVisibility: choice },
    onGlobalFilterChange: setSearch,
    filterFromLeafRows: true,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row: TableRow<Features, Row>, columnId: string, wanted: unknown) => {
      const column = columns.find(({ id }) => id === columnId);
      if (!column) return false;
      return foldSearch(cellText(column.kind, column.value(row.original))).includes(
        foldSearch(String(wanted)),
      );
    },
    enableSubRowSelection: false,
  });

  const shown = table.getRowModel().rows;
  const visible = columns.filter(({ id }) => choice[id] !== false);
  const isVirtual = shown.length > virtualFrom;
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    enabled: isVirtual,
  });
  const items = isVirtual ? virtualizer.getVirtualItems() : undefined;
  const window = items ? items.map(({ index }) => index) : shown.map((_row, index) => index);
  const topPx = items?.[0]?.start ?? 0;
  const bottomPx = items ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  const selected = table.getSelectedRowModel().flatRows.map((row) => row.original);
  const activate = (index: number): void => {
    setActive(index);
    if (isVirtual) virtualizer.scrollToIndex(index);
    const focus = (): void =>
      scroller.current
        ?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)
        ?.focus({ preventScroll: false });
    focus();
    requestAnimationFrame(focus);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest('input, button, a')) return;
    handleGridKey(event, {
      count: shown.length,
      active,
      pageRows,
      activate,
      open: (index) => {
        const row = shown[index];
        if (row && onOpen) onOpen(row.original);
        else row?.toggleExpanded();
      },
      toggle: (index, expanded) => shown[index]?.toggleExpanded(expanded),
      select: (index) => shown[index]?.toggleSelected(),
      copy: () =>
        copyText(tabSeparated(visible, selected.length > 0 ? selected : shown.map((row) => row.original))),
      focusFilter: () => filterField.current?.focus(),
      other: (key, index) => {
        const row = shown[index];
        return row !== undefined && (onKey?.(key.key, row.original) ?? false);
      },
    });
  };

  const totals = visible.some(({ total }) => total);
  const topLevel = table.getFilteredRowModel().rows.map((row) => row.original);

  return (
    <div className={classes.grid}>
      <Group justify="space-between" gap="sm" mb="sm" wrap="nowrap" align="flex-end">
        <Group gap="sm" className={classes.tools}>
          <TextInput
            ref={filterField}
            aria-label={searchLabel}
            placeholder={`${searchLabel}…`}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setSearch('');
              if (event.key === 'ArrowDown' && shown.length > 0) activate(0);
            }}
            leftSection={<Search size={16} aria-hidden="true" />}
            rightSection={
              search === '' ? null : (
                <CloseButton size="sm" aria-label="Effacer la recherche" onClick={() => setSearch('')} />
              )
            }
            w={260}
          />
          {toolbar}
        </Group>
        <ColumnMenu columns={columns} choice={choice} onChoose={choose} />
      </Group>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows inside take the focus; keys bubble to here */}
      <div ref={scroller} className={classes.scroller} onKeyDown={onKeyDown}>
        {shown.length === 0 ? (
          empty
        ) : (
          <table
            // Rows take the focus, expand and are selected: to a screen reader that is a grid.
            role={subRows ? 'treegrid' : 'grid'}
            className={classes.table}
            style={{ minWidth: visible.reduce((sum, { width }) => sum + (width ?? flexibleWidthPx), 0) }}
            aria-rowcount={shown.length + 1}
          >
            <caption className="visually-hidden">{caption}</caption>
            <colgroup>
              {visible.map(({ id, width }) => (
                <col key={id} style={width === undefined ? undefined : { width }} />
              ))}
            </colgroup>
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
                        aria-sort={
                          sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined
                        }
                        data-right={column && isRight(column.kind) ? '' : undefined}
                      >
                        <button type="button" onClick={header.column.getToggleSortingHandler()}>
                          {column?.header}
                          <span aria-hidden="true">
                            {sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ''}
                          </span>
                        </button>
                      </th>
                    );
                  })}
                </tr>
              ))}
            </thead>
            <tbody>
              {topPx > 0 && (
                <tr>
                  <td colSpan={visible.length} style={{ height: topPx, padding: 0, border: 0 }} />
                </tr>
              )}
              {window.map((index) => {
                const row = shown[index];
                if (!row) return null;
                return (
                  <tr
                    key={row.id}
                    data-index={index}
                    data-depth={row.depth}
                    data-tone={rowTone?.(row.original)}
                    aria-rowindex={index + 2}
                    aria-level={subRows ? row.depth + 1 : undefined}
                    aria-selected={row.getIsSelected() || undefined}
                    aria-expanded={row.getCanExpand() ? row.getIsExpanded() : undefined}
                    tabIndex={index === Math.max(0, active) ? 0 : -1}
                    onFocus={() => setActive(index)}
                    onClick={(event) => {
                      setActive(index);
                      if (event.ctrlKey || event.metaKey) row.toggleSelected();
                    }}
                    onDoubleClick={() => onOpen?.(row.original)}
                  >
                    {visible.map((column, position) => (
                      <td
                        key={column.id}
                        data-right={isRight(column.kind) ? '' : undefined}
                        style={
                          position === 0 && row.depth > 0 ? { paddingLeft: 10 + 24 * row.depth } : undefined
                        }
                      >
                        {position === 0 && row.getCanExpand() && (
                          <button
                            type="button"
                            tabIndex={-1}
                            className={classes.expander}
                            data-open={row.getIsExpanded() ? '' : undefined}
                            aria-label={row.getIsExpanded() ? 'Replier' : 'Déplier'}
                            onClick={() => row.toggleExpanded()}
                          >
                            <ChevronRight size={16} aria-hidden="true" />
                          </button>
                        )}
                        {column.render?.(row.original) ??
                          defaultCell(column.kind, column.value(row.original))}
                      </td>
                    ))}
                  </tr>
                );
              })}
              {bottomPx > 0 && (
                <tr>
                  <td colSpan={visible.length} style={{ height: bottomPx, padding: 0, border: 0 }} />
                </tr>
              )}
            </tbody>
            {totals && (
              <tfoot>
                <tr>
                  {visible.map((column, position) =>
                    column.total ? (
                      <td key={column.id} data-right="">
                        <Amount cents={sumOf(column, topLevel)} strong />
                      </td>
                    ) : (
                      <td key={column.id}>{position === 0 ? 'Total' : ''}</td>
                    ),
                  )}
                </tr>
              </tfoot>
            )}
          </table>
        )}
      </div>
      <StatusLine columns={visible} rows={topLevel} selected={selected} />
    </div>
  );
};

const sumOf = <Row,>(column: GridColumn<Row>, rows: readonly Row[]): Cents =>
  cents(rows.reduce((sum, row) => sum + Number(column.value(row) ?? 0), 0));
