import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { showRefusal } from './use-run.tsx';

/** Kept by the window alone, and only over the reload that follows a restore. */
const restoredKey = 'acquit-restored';
const toastId = 'restored';

/** Notes what is being restored; main loads the window again when it is done. */
export const noteRestore = (what: string): void => sessionStorage.setItem(restoredKey, what);

/** Nothing was restored after all. */
export const forgetRestore = (): void => sessionStorage.removeItem(restoredKey);

/** Brings the state before the restore back: it is a backup like the others. */
const undoRestore = async (name: string): Promise<void> => {
  notifications.hide(toastId);
  noteRestore('La restauration est annulée\u00A0: vos données sont celles d’avant.');
  const answer = await bridge.backupRestore({ name });
  if (answer.ok && answer.value.restored) return;
  forgetRestore();
  if (!answer.ok) showRefusal(answer.error.message);
};

const showRestored = async (message: string): Promise<void> => {
  const status = await bridge.backupStatus();
  const kept = status.ok ? status.value.backups.find(({ kind }) => kind === 'before-restore') : undefined;
  notifications.show({
    id: toastId,
    autoClose: 30_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        {kept && (
          <Button size="compact-sm" variant="subtle" flex="none" onClick={() => void undoRestore(kept.name)}>
            Revenir en arrière
          </Button>
        )}
      </Group>
    ),
  });
};

/** Says once, after the reload, that the data are those of the backup, and offers the way back. */
export const useRestoredNotice = (): void => {
  useEffect(() => {
    const message = sessionStorage.getItem(restoredKey);
    if (message === null) return;
    forgetRestore();
    void showRestored(message);
  }, []);
};
