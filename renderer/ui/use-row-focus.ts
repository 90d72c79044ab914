import { type KeyboardEvent, useState } from 'react';

/** What a focusable row of a list carries. */
export interface RowProps {
  readonly 'data-row': string;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

const stepOf = (key: string): 'next' | 'previous' | 'first' | 'last' | undefined => {
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return 'next';
    case 'ArrowUp':
    case 'k':
    case 'K':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
};

/**
 * One Tab stop for a list; arrows, J/K, Home and End move between its rows. Other keys go to `onKey`, and
 * only while a row itself has the focus (WCAG 2.1.4), so that typing in a field of a row stays typing.
 * @param onKey gets the lower-case key and the row; true = handled.
 */
export const useRowFocus = (
  firstRow: string | undefined,
  onKey?: (key: string, row: string) => boolean,
): {
  readonly listProps: { readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void };
  readonly rowProps: (row: string) => RowProps;
} => {
  const [active, setActive] = useState<string>();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = target.dataset.row;
    if (row === undefined) return;
    const step = stepOf(event.key);
    if (step === undefined) {
      if (onKey?.(event.key.toLowerCase(), row)) event.preventDefault();
      return;
    }
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.indexOf(target);
    const next = step === 'first' ? 0 : step === 'last' ? rows.length - 1 : step === 'next' ? at + 1 : at - 1;
    const goal = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    goal.scrollIntoView({ block: 'nearest' });
  };
  const stop = active ?? firstRow;
  return {
    listProps: { onKeyDown },
    rowProps: (row) => ({
      'data-row': row,
      tabIndex: row === stop ? 0 : -1,
      onFocus: () => setActive(row),
    }),
  };
};
