import { useEffect, useState } from 'react';
import type { BackupStatus } from '../../shared/ipc/scheduler-contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { useToday } from './ledger-context.tsx';

/** What main says of the backups, kept up to date; undefined until it has answered. */
export const useBackupStatus = (): BackupStatus | undefined => {
  const [backup, setBackup] = useState<BackupStatus>();
  const today = useToday();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a backup grows old by the day alone
  useEffect(() => {
    const refresh = async (): Promise<void> => {
      const answer = await bridge.backupStatus();
      if (answer.ok) setBackup(answer.value);
    };
    void refresh();
    return bridge.on('backupDone', () => void refresh());
  }, [today]);
  return backup;
};
