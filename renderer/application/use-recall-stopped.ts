import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Reminder } from '../../shared/reminders/reminder.ts';
import { useDelivery } from './services-context.tsx';

const tooLate = (count: number): string =>
  count === 1
    ? '1\u00A0e-mail partait au même moment\u00A0: voyez l’historique du client.'
    : `${count}\u00A0e-mails partaient au même moment\u00A0: voyez l’historique du client.`;

/**
 * Takes e-mails that a command has just withdrawn out of main's outbox too. What has left in that very second
 * is said. Pass the reminders as they were before the command.
 */
export const useRecallStopped = (): ((before: readonly Reminder[], reason: string) => Promise<void>) => {
  const delivery = useDelivery();
  return useCallback(
    async (before, reason) => {
      const emails = before.filter(({ state }) => state.kind === 'approved');
      if (emails.length === 0) return;
      const recalled = await delivery.recall(emails, reason);
      if (recalled !== undefined && recalled < emails.length)
        notifications.show({
          color: 'yellow',
          message: tooLate(emails.length - recalled),
          autoClose: 15_000,
        });
    },
    [delivery],
  );
};
