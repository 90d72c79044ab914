import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { businessTime } from '../../shared/dates/clock.ts';
import { daysBetween } from '../../shared/dates/day.ts';
import type { BackupStatus, SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
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
  if (days === undefined) return 'Aucun encaissement saisi';
  if (days <= 0) return 'Encaissements à jour aujourd’hui';
  return days === 1 ? 'Dernier encaissement hier' : `Dernier encaissement il y a ${days} jours`;
};

/** Bank freshness, scheduler and backup: what the user must be able to trust at a glance. */
export const StatusFooter = () => {
  const ledger = useLedger();
  const today = useToday();
  const { scheduler, backup } = useSystemStatus();
  const lastRecorded = [...ledger.payments.values()].reduce<string | undefined>(
    (latest, { recordedAt }) => (latest === undefined || recordedAt > latest ? recordedAt : latest),
    undefined,
  );
  const freshDays =
    lastRecorded === undefined ? undefined : daysBetween(businessTime(Date.parse(lastRecorded)).day, today);
  const stale = freshDays !== undefined && freshDays > 7;
  return (
    <dl className={classes.status}>
      <div data-tone={stale ? 'caution' : undefined}>
        <dt>Banque</dt>
        <dd>{freshnessText(freshDays)}</dd>
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
