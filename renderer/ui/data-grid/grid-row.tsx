import type { RowData } from '@tanstack/react-table';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { Amount } from '../amount.tsx';
import { DayText } from '../day-text.tsx';
import { fileDrop } from '../file-drop.ts';
import classes from './data-grid.module.css';
import { type CellValue, type GridColumn, isRight } from './grid-column.ts';
import type { GridTableRow } from './use-grid-table.ts';

const defaultCell = (kind: GridColumn<never>['kind'], value: CellValue): ReactNode => {
  if (kind === 'amount') return value === undefined ? null : <Amount cents={value as Cents} dashForZero />;
  if (kind === 'day') return <DayText day={value as Day | undefined} />;
  return value;
};

/** One row: its cells, what unfolds it, and the focus of the keyboard. */
export const GridRow = <Row extends RowData>({
  row,
  index,
  columns,
  isTree,
  isTabStop,
  tone,
  onActivate,
  onOpen,
  onFiles,
}: {
  readonly row: GridTableRow<Row>;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly isTree: boolean;
  /** One row of the grid is reached by Tab; the arrows go on from it. */
  readonly isTabStop: boolean;
  readonly tone: 'quiet' | 'alert' | undefined;
  readonly onActivate: () => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onFiles?: ((row: Row, files: readonly File[]) => void) | undefined;
}) => (
  <tr
    data-index={index}
    data-depth={row.depth}
    data-tone={tone}
    aria-rowindex={index + 2}
    aria-level={isTree ? row.depth + 1 : undefined}
    aria-selected={row.getIsSelected() || undefined}
    aria-expanded={row.getCanExpand() ? row.getIsExpanded() : undefined}
    tabIndex={isTabStop ? 0 : -1}
    onFocus={onActivate}
    onClick={(event) => {
      onActivate();
      if (event.ctrlKey || event.metaKey) row.toggleSelected();
    }}
    onDoubleClick={() => onOpen?.(row.original)}
    {...(onFiles && fileDrop((files) => onFiles(row.original, files)))}
  >
    {columns.map((column, position) => (
      <td
        key={column.id}
        data-right={isRight(column.kind) ? '' : undefined}
        style={position === 0 && row.depth > 0 ? { paddingLeft: 10 + 24 * row.depth } : undefined}
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
        {column.render?.(row.original) ?? defaultCell(column.kind, column.value(row.original))}
      </td>
    ))}
  </tr>
);
