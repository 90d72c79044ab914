import { describe, expect, it } from 'vitest';
import { fittingColumns, leastWidth } from '../../../../../renderer/ui/data-grid/fitting-columns.ts';
import type { GridColumn } from '../../../../../renderer/ui/data-grid/grid-column.ts';

const column = (id: string, size: Partial<GridColumn<string>>): GridColumn<string> => ({
  id,
  header: id,
  kind: 'text',
  value: (row) => row,
  ...size,
});

const columns = [
  column('client', { minWidth: 120 }),
  column('stage', { width: 150 }),
  column('on', { width: 100, givesWay: true }),
  column('number', { width: 160, givesWay: true }),
];

const shown = (widthPx: number | undefined, choice: Record<string, boolean> = {}): readonly string[] =>
  fittingColumns(columns, choice, widthPx).map(({ id }) => id);

describe('the columns of a table that has little room', () => {
  it('all stand where they fit to the pixel, and while nobody knows the room', () => {
    expect(shown(530)).toEqual(['client', 'stage', 'on', 'number']);
    expect(shown(undefined)).toEqual(['client', 'stage', 'on', 'number']);
  });

  it('leave from the last that gives way until the others fit', () => {
    expect(shown(529)).toEqual(['client', 'stage', 'on']);
    expect(shown(369)).toEqual(['client', 'stage']);
  });

  it('stay where they do not give way, however small the table', () => {
    expect(shown(50)).toEqual(['client', 'stage']);
  });

  it('stay where the user asked for them', () => {
    expect(shown(400, { number: true })).toEqual(['client', 'stage', 'number']);
  });

  it('are 200 pixels wide at least where nothing is said', () => {
    expect(leastWidth([column('note', {}), ...columns])).toBe(730);
  });
});
