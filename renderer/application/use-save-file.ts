import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { showRefusal } from './use-run.tsx';

/** Saves bytes where the user says, and tells him how it went; nothing is said when he cancels. */
export const useSaveFile = (): ((suggestedName: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>) =>
  useCallback(async (suggestedName, bytes) => {
    const answer = await bridge.saveFile({ suggestedName, bytes });
    if (!answer.ok) showRefusal(answer.error.message);
    else if (answer.value !== null)
      notifications.show({ message: `«\u00A0${answer.value}\u00A0» enregistré`, autoClose: 5000 });
  }, []);
