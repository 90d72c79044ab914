import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './cursor-list.module.css';

/** Rows a page key passes over. */
const pageRows = 6;

/** Box of a row that is ticked with others. Pressed, it ticks its row and leaves the cursor where it is. */
export const RowTick = ({ isOn }: { readonly isOn: boolean }) => (
  <span className={classes.tick} data-on={isOn || undefined} data-tick aria-hidden="true">
    {isOn && <Check size={14} strokeWidth={3} />}
  </span>
);

/**
 * A list of rows of one height with a cursor, of any length. It takes the focus as a whole: arrows, J, K,
 * Home, End and the page keys move the cursor, other keys are for the row under it.
 */
export const CursorList = <Item,>({
  label,
  items,
  idOf,
  activeId,
  rowHeightPx,
  listClass = '',
  rowClass = '',
  isTicked,
  isWaiting,
  onActivate,
  onTick,
  onKey,
  children,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly activeId: string | undefined;
  readonly rowHeightPx: number;
  readonly listClass?: string | undefined;
  /** The grid of a row. */
  readonly rowClass?: string | undefined;
  /** Rows that are ticked; without it the row under the cursor is the selected one. */
  readonly isTicked?: (item: Item) => boolean;
  /** Rows that stand back, since nothing is due yet. */
  readonly isWaiting?: (item: Item) => boolean;
  readonly onActivate: (id: string) => void;
  readonly onTick?: (id: string) => void;
  /** Answers whether the key meant something. */
  readonly onKey: (key: string, event: KeyboardEvent) => boolean;
  /** What stands in a row. */
  readonly children: (item: Item) => ReactNode;
}) => {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const activeIndex = items.findIndex((item) => idOf(item) === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [activeIndex, virtualizer]);
  const moveTo = (index: number): void => {
    const goal = items[Math.max(0, Math.min(items.length - 1, index))];
    if (goal !== undefined) onActivate(idOf(goal));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: activeIndex + pageRows,
      PageUp: activeIndex - pageRows,
    };
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const goal = plain ? moves[event.key] : undefined;
    if (goal !== undefined) {
      event.preventDefault();
      moveTo(goal);
    } else if (onKey(event.key, event)) event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={`${classes.list} ${listClass}`}
      role="listbox"
      aria-label={label}
      aria-multiselectable={isTicked ? 'true' : undefined}
      aria-activedescendant={activeIndex >= 0 ? `${base}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const id = idOf(item);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names the active option
            <div
              key={id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isTicked ? isTicked(item) : index === activeIndex}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              data-waiting={isWaiting?.(item) || undefined}
              className={`${classes.row} ${rowClass}`}
              style={{ transform: `translateY(${start}px)`, height: rowHeightPx }}
              onClick={({ target }) => {
                // The tick of a row is a part of it, so that the row need not be drawn anew for its handler.
                if (onTick && target instanceof Element && target.closest('[data-tick]')) onTick(id);
                else onActivate(id);
              }}
            >
              {children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
};
