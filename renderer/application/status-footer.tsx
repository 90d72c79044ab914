import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { businessTime } from '../../shared/dates/clock.ts';
import type { BackupStatus, SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { bankFreshness } from '../../shared/ledger/bank-freshness.ts';
import { freshDays } from '../../shared/reminders/stale-receipts.ts';
import { bridge } from '../bridge/bridge.ts';
import { useLedger, useToday } from './ledger-context.tsx';
import { places } from './places.ts';
import classes from './status-footer.module.css';

const timeText = (instant: string): string => {
  const { hour, minute } = businessTime(Date.parse(instant));
  return `${hour} h ${String(minute).padStart(2, '0')}`;
};

const useSystemStatus = (): {
  readonly scheduler: SchedulerStatus | undefined;
  readonly backup: BackupStatus | undefined;
} => {
  const [scheduler, setScheduler] = useState<SchedulerStatus>();
  const [backup, setBackup] = useState<BackupStatus>();
  useEffect(() => {
    const refresh = async (): Promise<void> => {
      const [schedulerAnswer, backupAnswer] = await Promise.all([
        bridge.schedulerStatus(),
        bridge.backupStatus(),
      ]);
      if (schedulerAnswer.ok) setScheduler(schedulerAnswer.value);
      if (backupAnswer.ok) setBackup(backupAnswer.value);
    };
    void refresh();
    const stops = [
      bridge.on('schedulerTick', () => void refresh()),
      bridge.on('backupDone', () => void refresh()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { scheduler, backup };
};

const freshnessText = (days: number | undefined): string => {
  if (days === undefined) return 'Pas encore vérifiée';
  if (days <= 0) return 'Vérifiée aujourd’hui';
  return days === 1 ? 'Vérifiée hier' : `Vérifiée il y a ${days} jours`;
};

/** Bank freshness, scheduler and backup: what the user must be able to trust at a glance. */
export const StatusFooter = () => {
  const ledger = useLedger();
  const today = useToday();
  const { scheduler, backup } = useSystemStatus();
  const { days } = bankFreshness(ledger, today);
  const stale = days !== undefined && days > freshDays;
  return (
    <dl className={classes.status}>
      <div data-tone={stale ? 'caution' : undefined}>
        <dt>Banque</dt>
        <dd>{freshnessText(days)}</dd>
      </div>
      <div data-tone={scheduler?.clockWarning ? 'caution' : undefined}>
        <dt>Planificateur</dt>
        <dd>
          {scheduler?.clockWarning
            ? 'Horloge du PC à vérifier'
            : scheduler?.lastTickAt
              ? `Passé à ${timeText(scheduler.lastTickAt)}`
              : 'Démarre…'}
        </dd>
      </div>
      <div data-tone={backup?.problem ? 'caution' : undefined}>
        <dt>Sauvegarde</dt>
        <dd>
          <Link href={places.settingsSection('donnees')}>
            {backup?.problem
              ? 'À vérifier'
              : backup?.lastAt
                ? `Vérifiée à ${timeText(backup.lastAt)}`
                : 'Pas encore faite'}
          </Link>
        </dd>
      </div>
    </dl>
  );
};
