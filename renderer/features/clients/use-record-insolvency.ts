import { useCallback } from 'react';
import { withdrawableReminders } from '../../../shared/claims/withdrawable-reminders.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { useRecallStopped } from '../../application/use-recall-stopped.ts';
import { useRun } from '../../application/use-run.tsx';
import { type InsolvencyWish, recordInsolvency } from '../../db/commands/insolvency.ts';

/**
 * Records a procedure and stops what waits in main's outbox for it; true when it is recorded. What has left in
 * that very second is said.
 */
export const useRecordInsolvency = (): ((
  clientId: string,
  insolvency: InsolvencyWish,
) => Promise<boolean>) => {
  const open = useOpenLedger();
  const run = useRun();
  const recall = useRecallStopped();
  return useCallback(
    async (clientId, insolvency) => {
      const stopped = withdrawableReminders(open.memory.current(), clientId, insolvency);
      const done = await run(recordInsolvency, { clientId, insolvency });
      if (!done) return false;
      await recall(stopped, 'Procédure collective enregistrée');
      return true;
    },
    [open, run, recall],
  );
};
