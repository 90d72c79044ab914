import { CloseButton, Group, TextInput } from '@mantine/core';
import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { ColumnMenu } from './column-menu.tsx';
import classes from './data-grid.module.css';
import { fittingColumns, leastWidth } from './fitting-columns.ts';
import type { GridColumn } from './grid-column.ts';
import type { ShownGrid } from './grid-export.ts';
import { GridHead } from './grid-head.tsx';
import { handleGridKey } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { tabSeparated } from './grid-text.ts';
import { GridTotals } from './grid-totals.tsx';
import { StatusLine } from './status-line.tsx';
import { useColumnChoice } from './use-column-choice.ts';
import { useGridTable } from './use-grid-table.ts';
import { useWidth } from './use-width.ts';

const rowHeightPx = 36;
/** Below this every row is in the page: search in the page and screen readers see all of them. */
const virtualFrom = 200;
const pageRows = 15;

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
  onActive,
  onShown,
  onFiles,
  onKey,
  copyText,
  toolbar,
  selectionActions,
  exportMenu,
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
  /** The row under the eye, by click or arrow: what a panel beside the table shows. */
  readonly onActive?: ((row: Row) => void) | undefined;
  /** Ids of the rows that search and sorting leave, in their order, whenever they change. */
  readonly onShown?: ((ids: readonly string[]) => void) | undefined;
  /** Files dropped onto a row. */
  readonly onFiles?: ((row: Row, files: readonly File[]) => void) | undefined;
  /** Single letters of the screen while the table has the focus; true = handled. */
  readonly onKey?: ((key: string, row: Row) => boolean) | undefined;
  readonly copyText: (text: string) => void;
  /** Beside the search field. */
  readonly toolbar?: ReactNode;
  /** What can be done to the selected rows, in the same place. */
  readonly selectionActions?: ((rows: readonly Row[]) => ReactNode) | undefined;
  /** « Exporter », beside « Colonnes »: it asks for what is shown when the user chooses. */
  readonly exportMenu?: ((shown: () => ShownGrid<Row>, isEmpty: boolean) => ReactNode) | undefined;
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

  const widthPx = useWidth(scroller);
  const kept = columns.filter(({ id }) => choice[id] !== false);
  const visible = fittingColumns(kept, choice, widthPx);
  const visibility = Object.fromEntries(columns.map((column) => [column.id, visible.includes(column)]));
  const table = useGridTable({
    columns,
    rows,
    rowId,
    subRows,
    initialSort,
    search,
    setSearch,
    visibility,
  });
  const shown = table.getRowModel().rows;
  // Before the screen is painted: what is beside the table never shows a row that has left.
  useLayoutEffect(() => onShown?.(shown.map(({ id }) => id)), [shown, onShown]);
  // The last row may have left since: the table never loses its one Tab stop.
  const tabStop = Math.min(Math.max(0, active), shown.length - 1);
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
        copyText(tabSeparated(kept, selected.length > 0 ? selected : shown.map((row) => row.original))),
      focusFilter: () => filterField.current?.focus(),
      other: (key, index) => {
        const row = shown[index];
        return row !== undefined && (onKey?.(key.key, row.original) ?? false);
      },
    });
  };

  const shownGrid = (): ShownGrid<Row> => ({
    columns: kept,
    rows: table.getSortedRowModel().rows.map(({ original, subRows: below }) => ({
      row: original,
      children: below.map((row) => row.original),
    })),
  });
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
            style={{ flex: '1 1 180px', maxWidth: 260 }}
          />
          {toolbar}
          {selected.length > 0 && selectionActions?.(selected)}
        </Group>
        <Group gap="sm" wrap="nowrap" flex="none">
          <ColumnMenu columns={columns} shown={visibility} onChoose={choose} />
          {exportMenu?.(shownGrid, shown.length === 0)}
        </Group>
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
            style={{ minWidth: leastWidth(visible) }}
            aria-rowcount={shown.length + 1}
          >
            <caption className="visually-hidden">{caption}</caption>
            <colgroup>
              {visible.map(({ id, width }) => (
                <col key={id} style={width === undefined ? undefined : { width }} />
              ))}
            </colgroup>
            <GridHead table={table} columns={columns} />
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
                  <GridRow
                    key={row.id}
                    row={row}
                    index={index}
                    columns={visible}
                    isTree={subRows !== undefined}
                    isTabStop={index === tabStop}
                    tone={rowTone?.(row.original)}
                    onActivate={() => {
                      setActive(index);
                      onActive?.(row.original);
                    }}
                    onFiles={onFiles}
                    onOpen={onOpen}
                  />
                );
              })}
              {bottomPx > 0 && (
                <tr>
                  <td colSpan={visible.length} style={{ height: bottomPx, padding: 0, border: 0 }} />
                </tr>
              )}
            </tbody>
            {totals && <GridTotals columns={visible} rows={topLevel} />}
          </table>
        )}
      </div>
      <StatusLine columns={visible} rows={topLevel} selected={selected} />
    </div>
  );
};
