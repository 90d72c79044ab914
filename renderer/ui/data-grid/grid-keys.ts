import type { KeyboardEvent } from 'react';

/** What the keyboard does in the body of a grid, by the index of a row. */
export interface GridKeyActions {
  readonly count: number;
  readonly active: number;
  readonly pageRows: number;
  readonly activate: (index: number) => void;
  readonly open: (index: number) => void;
  readonly toggle: (index: number, expanded: boolean) => void;
  readonly select: (index: number) => void;
  readonly copy: () => void;
  readonly focusFilter: () => void;
  /** Keys of the screen itself; true = handled. */
  readonly other: (event: KeyboardEvent, index: number) => boolean;
}

/** Arrows, J and K, Home, End, page keys; Enter opens, Space selects, `/` filters, Ctrl+C copies. */
export const handleGridKey = (event: KeyboardEvent, actions: GridKeyActions): void => {
  const { active, count, pageRows } = actions;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    j: active + 1,
    ArrowUp: active - 1,
    k: active - 1,
    Home: 0,
    End: count - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
  };
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const target = plain ? moves[event.key] : undefined;
  if (target !== undefined) {
    event.preventDefault();
    actions.activate(Math.max(0, Math.min(count - 1, target)));
    return;
  }
  const handled = ((): boolean => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      if (window.getSelection()?.toString()) return false;
      actions.copy();
      return true;
    }
    if (!plain || active < 0) return false;
    switch (event.key) {
      case 'Enter':
        actions.open(active);
        return true;
      case 'ArrowRight':
        actions.toggle(active, true);
        return true;
      case 'ArrowLeft':
        actions.toggle(active, false);
        return true;
      case ' ':
        actions.select(active);
        return true;
      case '/':
        actions.focusFilter();
        return true;
      default:
        return actions.other(event, active);
    }
  })();
  if (handled) event.preventDefault();
};
