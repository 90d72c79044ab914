import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { backupWarnings } from '../../shared/insight/backup-health.ts';
import { clock } from '../bridge/application-clock.ts';
import { Notice } from '../ui/notice.tsx';
import { places } from './places.ts';
import { useBackupStatus } from './use-backup-status.ts';
import { useSchedulerStatus } from './use-scheduler-status.ts';

/** The last backup failed or is old, or a rehearsed restore failed: the data are at risk now. */
export const BackupBanner = () => {
  const backup = useBackupStatus();
  // A date in question makes nothing old, and the backup of the day waits for the answer.
  const isClockAsked = useSchedulerStatus()?.clockWarning !== undefined;
  const worst =
    backup &&
    backupWarnings(backup, clock.nowMs()).find(
      ({ kind, tone }) => tone === 'alert' && !(isClockAsked && kind === 'old'),
    );
  if (!worst) return null;
  return (
    <Notice
      tone="alert"
      action={
        <Button component={Link} href={places.settingsSection('donnees')} size="compact-sm" variant="default">
          Voir les sauvegardes
        </Button>
      }
    >
      {worst.text}
    </Notice>
  );
};
