import { useCallback, useEffect, useState } from 'react';
import type { BackupStatus } from '../../../shared/ipc/scheduler-contract.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';

/** What main says of the backup, kept up to date, and the wish for one now. */
export const useBackup = (): {
  readonly backup: BackupStatus | undefined;
  readonly isRunning: boolean;
  readonly backUpNow: () => Promise<void>;
} => {
  const [backup, setBackup] = useState<BackupStatus>();
  const [isRunning, setIsRunning] = useState(false);
  useEffect(() => {
    const refresh = async (): Promise<void> => {
      const answer = await bridge.backupStatus();
      if (answer.ok) setBackup(answer.value);
    };
    void refresh();
    return bridge.on('backupDone', () => void refresh());
  }, []);
  const backUpNow = useCallback(async (): Promise<void> => {
    setIsRunning(true);
    const answer = await bridge.backupNow();
    setIsRunning(false);
    if (answer.ok) setBackup(answer.value);
    else showRefusal(answer.error.message);
  }, []);
  return { backup, isRunning, backUpNow };
};
