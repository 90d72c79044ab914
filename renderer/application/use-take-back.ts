import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import type { Reminder } from '../../shared/reminders/reminder.ts';
import { takenBackText } from '../../shared/reminders/taken-back-text.ts';
import { useDelivery } from './services-context.tsx';

/** Takes e-mails back that have not left, and says what became of it. */
export const useTakeBack = (): {
  readonly busy: boolean;
  /** `reason` is French; it is kept with the reminders. */
  readonly takeBack: (reminders: readonly Reminder[], reason: string) => Promise<void>;
} => {
  const delivery = useDelivery();
  const [busy, setBusy] = useState(false);
  const takeBack = useCallback(
    async (reminders: readonly Reminder[], reason: string): Promise<void> => {
      setBusy(true);
      const recalled = await delivery.recall(reminders, reason);
      setBusy(false);
      // « Trop tard » would be wrong: nothing is known to have left.
      if (recalled === undefined) return;
      notifications.show({ message: takenBackText(reminders.length, recalled), autoClose: 8000 });
    },
    [delivery],
  );
  return { busy, takeBack };
};
