import type { ReactNode } from 'react';
import type { Cents } from '../../../shared/money/cents.ts';

/** What a cell is worth: sorted, searched, copied and exported by this, shown by `render` where given. */
export type CellValue = string | number | Cents | undefined;

/** A column of a {@link import('./data-grid.tsx').DataGrid}. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** `amount` is in cents. Amounts and numbers are right-aligned. */
  readonly kind: 'text' | 'amount' | 'day' | 'number';
  readonly value: (row: Row) => CellValue;
  readonly render?: ((row: Row) => ReactNode) | undefined;
  /** Width in pixels; columns without one share what is left. */
  readonly width?: number | undefined;
  /** Pixels below which a column without `width` never gets narrower; 200 where undefined. */
  readonly minWidth?: number | undefined;
  /** What a search finds beside `value`. */
  readonly searched?: ((row: Row) => string) | undefined;
  /** False: the user cannot hide it. */
  readonly hideable?: boolean | undefined;
  /** Hidden until the user asks for it. */
  readonly hidden?: boolean | undefined;
  /** Not shown where the table has no room for it, unless the user asks for it. */
  readonly givesWay?: boolean | undefined;
  /** Amounts: sum of the top-level rows in the totals row. */
  readonly total?: boolean | undefined;
  /** False: it holds buttons, nothing that a spreadsheet could show. */
  readonly exported?: boolean | undefined;
}

/** Amounts and numbers stand on the right. */
export const isRight = (kind: GridColumn<never>['kind']): boolean => kind === 'amount' || kind === 'number';
