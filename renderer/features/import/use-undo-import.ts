import { useState } from 'react';
import type { Change } from '../../../shared/ledger/change.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { type ImportUndoReview, importUndoReview } from '../../db/commands/import-undo-review.ts';
import { undoImport } from '../../db/commands/undo-import.ts';

/** An import that cannot go as a whole, as the user is asked about it. */
export interface UndoQuestion {
  readonly review: ImportUndoReview;
  /** « Import de factures.csv ». */
  readonly label: string;
  readonly confirm: () => void;
}

export interface UndoImport {
  /** The import that is being looked at or taken back, by its group. */
  readonly busyOn: number | undefined;
  readonly question: UndoQuestion | undefined;
  /** Takes the import back, or asks first where rows of it were used since. */
  readonly undo: (groupSequence: number, onUndone?: () => void) => void;
  readonly close: () => void;
}

/** Taking whole imports back. */
export const useUndoImport = (): UndoImport => {
  const open = useOpenLedger();
  const run = useRun();
  const [busyOn, setBusyOn] = useState<number>();
  const [question, setQuestion] = useState<UndoQuestion>();

  const takeBack = async (
    pages: readonly Change[],
    keepUsed: boolean,
    onUndone?: () => void,
  ): Promise<void> => {
    setBusyOn(pages[0]?.groupSequence);
    const done = await run(undoImport, { pages, keepUsed });
    setBusyOn(undefined);
    setQuestion(undefined);
    if (done) onUndone?.();
  };

  const start = async (groupSequence: number, onUndone?: () => void): Promise<void> => {
    setBusyOn(groupSequence);
    const pages: Change[] = [];
    // One by one: a page holds a thousand rows.
    await open.database.changes
      .where('sequence')
      .between(groupSequence, Number.MAX_SAFE_INTEGER)
      .until((change) => change.groupSequence !== groupSequence)
      .each((change) => {
        pages.push(change);
      });
    const [first] = pages;
    setBusyOn(undefined);
    if (!first) return showRefusal('Cet import n’est plus dans le journal.');
    const review = importUndoReview(open.memory.current(), pages);
    if (review.kept.length === 0) return takeBack(pages, false, onUndone);
    setQuestion({
      review,
      label: first.label.replace(/\u00a0:.*$/su, ''),
      confirm: () => void takeBack(pages, true, onUndone),
    });
  };
  return {
    busyOn,
    question,
    undo: (groupSequence, onUndone) => void start(groupSequence, onUndone),
    close: () => setQuestion(undefined),
  };
};
