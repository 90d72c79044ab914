import { Link } from 'wouter';
import { formatDay } from '../../shared/dates/format-day.ts';
import { backupWarnings, isBackupAtRisk } from '../../shared/insight/backup-health.ts';
import type { BackupStatus } from '../../shared/ipc/scheduler-contract.ts';
import { bankFreshness } from '../../shared/ledger/bank-freshness.ts';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import { bankFreshDaysOf } from '../../shared/reminders/bank-interlock.ts';
import { nearMoment } from '../../shared/reminders/heartbeat.ts';
import { clock } from '../bridge/application-clock.ts';
import { useLedger, useToday } from './ledger-context.tsx';
import { places } from './places.ts';
import { SchedulerDetails } from './scheduler-details.tsx';
import classes from './status-footer.module.css';
import { useBackupStatus } from './use-backup-status.ts';
import { useHeartbeat, useSchedulerStatus } from './use-scheduler-status.ts';

const freshnessText = (days: number | undefined): string => {
  if (days === undefined) return 'Pas encore vérifiée';
  if (days <= 0) return 'Vérifiée aujourd’hui';
  return days === 1 ? 'Vérifiée hier' : `Vérifiée il y a ${days} jours`;
};

const backupText = (backup: BackupStatus | undefined, nowMs: number): string => {
  if (backup === undefined) return '…';
  const [worst] = backupWarnings(backup, nowMs);
  if (worst?.kind === 'failed') return 'La dernière a échoué';
  if (worst?.kind === 'rehearsal-failed') return 'À vérifier';
  if (backup.lastAt === undefined) return 'Pas encore faite';
  const when = nearMoment(backup.lastAt, nowMs);
  if (worst?.kind === 'second-unreachable') return 'Second dossier introuvable';
  return `Faite et vérifiée ${when.startsWith('le ') ? when : `à ${when}`}`;
};

/** Bank freshness, scheduler and backup: what the user must be able to trust at a glance. */
export const StatusFooter = () => {
  const ledger = useLedger();
  const today = useToday();
  const backup = useBackupStatus();
  const scheduler = useSchedulerStatus();
  const beat = useHeartbeat(scheduler);
  const { days, dataUntil } = bankFreshness(ledger, today);
  const stale = days !== undefined && days > bankFreshDaysOf(settingsOf(ledger, 'reminders'));
  const isLate = scheduler?.clockWarning !== undefined || beat === 'late' || beat === 'stopped';
  const nowMs = clock.nowMs();
  return (
    <dl className={classes.status}>
      <div data-tone={stale ? 'alert' : undefined}>
        <dt>Banque</dt>
        <dd>
          <Link href={dataUntil === undefined ? places.receipts : places.bankAccounts}>
            {freshnessText(days)}
            {dataUntil !== undefined && `, relevés au ${formatDay(dataUntil).slice(0, 5)}`}
          </Link>
        </dd>
      </div>
      <div data-tone={isLate ? 'caution' : undefined}>
        <dt>Planificateur</dt>
        <dd>
          <SchedulerDetails status={scheduler} beat={beat} />
        </dd>
      </div>
      <div data-tone={backup && isBackupAtRisk(backup, nowMs) ? 'caution' : undefined}>
        <dt>Sauvegarde</dt>
        <dd>
          <Link href={places.settingsSection('donnees')}>{backupText(backup, nowMs)}</Link>
        </dd>
      </div>
    </dl>
  );
};
