import { useMemo, useState } from 'react';
import type { Proposal } from '../../../shared/reminders/proposal.ts';

export interface QueueSelection {
  readonly active: Proposal | undefined;
  readonly activate: (id: string) => void;
  /** Ticked and still in the list. */
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly choose: (ids: readonly string[]) => void;
  readonly clear: () => void;
  /** Moves to the next one in the list. */
  readonly next: () => void;
}

/**
 * The row under the cursor and the ticked rows. When the row under the cursor is dealt with and leaves the
 * list, the one that takes its place is next.
 */
export const useSelection = (proposals: readonly Proposal[]): QueueSelection => {
  const [cursor, setCursor] = useState<{ readonly id: string; readonly index: number }>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const found = proposals.findIndex(({ id }) => id === cursor?.id);
  const index = found >= 0 ? found : Math.min(cursor?.index ?? 0, proposals.length - 1);
  const active = proposals[index];
  // Remembers the place while the row is there, so that its successor is known when it goes.
  if (active && found >= 0 && cursor && cursor.index !== found) setCursor({ id: active.id, index: found });
  const chosen = useMemo(
    () => new Set(proposals.filter(({ id }) => ticked.has(id)).map(({ id }) => id)),
    [proposals, ticked],
  );
  const activate = (id: string): void =>
    setCursor({ id, index: proposals.findIndex((proposal) => proposal.id === id) });
  return {
    active,
    activate,
    chosen,
    toggle: (id) =>
      setTicked((known) => {
        const next = new Set(known);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    choose: (ids) => setTicked((known) => new Set([...known, ...ids])),
    clear: () => setTicked(new Set()),
    next: () => {
      const following = proposals[index + 1];
      if (following) activate(following.id);
    },
  };
};
