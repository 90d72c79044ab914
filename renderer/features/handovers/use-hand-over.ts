import { useCallback } from 'react';
import { waitingReminders } from '../../../shared/claims/waiting-reminders.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { useRecallStopped } from '../../application/use-recall-stopped.ts';
import { useRun } from '../../application/use-run.tsx';
import { type HandoverWish, handOver } from '../../db/commands/handovers.ts';

/** Gives invoices to a third party and stops what waits in main's outbox about them; true when it is done. */
export const useHandOver = (): ((wish: HandoverWish) => Promise<boolean>) => {
  const open = useOpenLedger();
  const run = useRun();
  const recall = useRecallStopped();
  return useCallback(
    async (wish) => {
      const stopped = waitingReminders(open.memory.current(), wish.invoiceIds);
      if ((await run(handOver, wish)) === undefined) return false;
      await recall(stopped, 'Dossier confié à un tiers');
      return true;
    },
    [open, run, recall],
  );
};
