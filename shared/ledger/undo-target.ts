import type { Change } from './change.ts';

/** What undo needs to know of a change. */
export type ChangeHead = Pick<Change, 'groupSequence' | 'undo' | 'undoes'>;

/**
 * The change that Ctrl+Z takes back: the newest one that may be undone and that no later change has already
 * taken back. Undos themselves are passed over: repeated Ctrl+Z goes further into the past.
 * @param newestFirst one head per group.
 */
export const undoTarget = (newestFirst: readonly ChangeHead[]): number | undefined => {
  const reverted = new Set<number>();
  for (const head of newestFirst) {
    if (reverted.has(head.groupSequence)) continue;
    if (head.undoes !== undefined) reverted.add(head.undoes);
    else if (head.undo === 'allowed') return head.groupSequence;
  }
  return undefined;
};

/**
 * The undo that Ctrl+Y takes back, where nothing new was done since; undefined = there is nothing to redo.
 * Taking it back is an undo of the undo.
 */
export const redoTarget = (newestFirst: readonly ChangeHead[]): number | undefined => {
  const undos = new Set(
    newestFirst.filter(({ undoes }) => undoes !== undefined).map((head) => head.groupSequence),
  );
  const reverted = new Set<number>();
  for (const head of newestFirst) {
    if (reverted.has(head.groupSequence)) continue;
    if (head.undoes === undefined) {
      if (head.undo === 'allowed') return undefined;
      continue;
    }
    if (!undos.has(head.undoes)) return head.groupSequence;
    reverted.add(head.undoes);
  }
  return undefined;
};
