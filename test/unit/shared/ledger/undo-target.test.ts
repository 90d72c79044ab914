import { describe, expect, it } from 'vitest';
import { type ChangeHead, redoTarget, undoTarget } from '../../../../shared/ledger/undo-target.ts';

/** Heads in the order they were written; given newest first, as the journal is read. */
const written = (
  ...heads: readonly (Partial<ChangeHead> & { readonly groupSequence: number })[]
): ChangeHead[] => heads.map((head) => ({ undo: 'allowed' as const, ...head })).reverse();

describe('what Ctrl+Z takes back', () => {
  it('is the newest change, then the one before it, passing over the undos', () => {
    expect(undoTarget(written({ groupSequence: 1 }, { groupSequence: 2 }))).toBe(2);
    expect(
      undoTarget(written({ groupSequence: 1 }, { groupSequence: 2 }, { groupSequence: 3, undoes: 2 })),
    ).toBe(1);
  });

  it('is never a change that may not be undone', () => {
    expect(undoTarget(written({ groupSequence: 1 }, { groupSequence: 2, undo: 'refused' }))).toBe(1);
    expect(undoTarget(written({ groupSequence: 1, undo: 'refused' }))).toBeUndefined();
  });

  it('is again a change that was redone', () => {
    const redone = written(
      { groupSequence: 1 },
      { groupSequence: 2, undoes: 1 },
      { groupSequence: 3, undoes: 2 },
    );
    expect(undoTarget(redone)).toBe(1);
  });
});

describe('what Ctrl+Y brings back', () => {
  it('is the last undo, then the one before', () => {
    const twoUndos = [
      { groupSequence: 1 },
      { groupSequence: 2 },
      { groupSequence: 3, undoes: 2 },
      { groupSequence: 4, undoes: 1 },
    ];
    expect(redoTarget(written(...twoUndos))).toBe(4);
    expect(redoTarget(written(...twoUndos, { groupSequence: 5, undoes: 4 }))).toBe(3);
  });

  it('is nothing once something new was done', () => {
    expect(
      redoTarget(written({ groupSequence: 1 }, { groupSequence: 2, undoes: 1 }, { groupSequence: 3 })),
    ).toBeUndefined();
  });

  it('survives what the application writes by itself in between', () => {
    const folded = { groupSequence: 3, undo: 'refused' as const };
    expect(redoTarget(written({ groupSequence: 1 }, { groupSequence: 2, undoes: 1 }, folded))).toBe(2);
  });
});
