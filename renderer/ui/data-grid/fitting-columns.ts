import type { GridColumn } from './grid-column.ts';

/** A column that says nothing of its width never gets narrower; the table scrolls sideways instead. */
const flexibleWidthPx = 200;

/** Width in pixels below which columns side by side no longer fit. */
export const leastWidth = <Row>(columns: readonly GridColumn<Row>[]): number =>
  columns.reduce((sum, { width, minWidth = flexibleWidthPx }) => sum + (width ?? minWidth), 0);

/**
 * The columns for which there is room: those that give way leave one by one, the last first, until the others
 * fit. One that the user asked for himself stays.
 * @param columns those that the user has not hidden, in their order.
 * @param choice what the user said of a column.
 * @param widthPx of the table; undefined while it is unknown: all of them.
 */
export const fittingColumns = <Row>(
  columns: readonly GridColumn<Row>[],
  choice: Readonly<Record<string, boolean>>,
  widthPx: number | undefined,
): readonly GridColumn<Row>[] => {
  if (widthPx === undefined || leastWidth(columns) <= widthPx) return columns;
  const last = columns.findLast(({ id, givesWay }) => givesWay === true && choice[id] !== true);
  return last === undefined
    ? columns
    : fittingColumns(
        columns.filter((column) => column !== last),
        choice,
        widthPx,
      );
};
