import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { withdrawableReminders } from '../../../shared/claims/withdrawable-reminders.ts';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { useDelivery } from '../../application/services-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { type InsolvencyWish, recordInsolvency } from '../../db/commands/insolvency.ts';

const tooLate = (count: number): string =>
  count === 1
    ? '1\u00A0e-mail partait au même moment\u00A0: voyez l’historique du client.'
    : `${count}\u00A0e-mails partaient au même moment\u00A0: voyez l’historique du client.`;

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
  const delivery = useDelivery();
  return useCallback(
    async (clientId, insolvency) => {
      const emails = withdrawableReminders(open.memory.current(), clientId, insolvency).filter(
        ({ state }) => state.kind === 'approved',
      );
      const done = await run(recordInsolvency, { clientId, insolvency });
      if (!done) return false;
      if (emails.length === 0) return true;
      const recalled = await delivery.recall(emails, 'Procédure collective enregistrée');
      if (recalled !== undefined && recalled < emails.length)
        notifications.show({
          color: 'yellow',
          message: tooLate(emails.length - recalled),
          autoClose: 15_000,
        });
      return true;
    },
    [open, run, delivery],
  );
};
