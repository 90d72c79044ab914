import { useCallback, useState } from 'react';
import type { GridColumn } from './grid-column.ts';

const read = (storageKey: string): Record<string, boolean> | undefined => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, boolean>) : undefined;
  } catch {
    return undefined;
  }
};

/** Which columns are shown, remembered on this PC under a name. */
export const useColumnChoice = <Row>(
  name: string,
  columns: readonly GridColumn<Row>[],
): readonly [Record<string, boolean>, (columnId: string, shown: boolean) => void] => {
  const storageKey = `grid-columns:${name}`;
  const [choice, setChoice] = useState<Record<string, boolean>>(
    () =>
      read(storageKey) ??
      Object.fromEntries(columns.filter(({ hidden }) => hidden).map(({ id }) => [id, false])),
  );
  const choose = useCallback(
    (columnId: string, shown: boolean) =>
      setChoice((known) => {
        const next = { ...known, [columnId]: shown };
        localStorage.setItem(storageKey, JSON.stringify(next));
        return next;
      }),
    [storageKey],
  );
  return [choice, choose];
};
