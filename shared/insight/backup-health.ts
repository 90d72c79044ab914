import { businessDay } from '../dates/clock.ts';
import { formatDay } from '../dates/format-day.ts';
import type { BackupStatus } from '../ipc/scheduler-contract.ts';

/** What is wrong with the backups, worst first. */
export interface BackupWarning {
  readonly kind: 'failed' | 'none' | 'old' | 'second-unreachable' | 'second-absent' | 'rehearsal-failed';
  /** `alert`: the data are at risk now. */
  readonly tone: 'alert' | 'caution' | 'info';
  /** One French sentence. */
  readonly text: string;
}

const dayMs = 86_400_000;
/** Days after which a backup is old. */
export const oldBackupDays = 7;

/** Whole days from an instant to `nowMs`; 0 for an instant to come. */
const daysSince = (instant: string, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - Date.parse(instant)) / dayMs));

/**
 * What the user has to know of his backups at `nowMs` (milliseconds): none made, the last one failed or older
 * than seven days, the second folder out of reach or never chosen, a rehearsed restore that failed. Empty where
 * all is well and a copy lies on another disk.
 */
export const backupWarnings = (status: BackupStatus, nowMs: number): readonly BackupWarning[] => {
  const { lastAt, problem, second, rehearsal, backups } = status;
  const warnings: BackupWarning[] = [];
  if (problem !== undefined) warnings.push({ kind: 'failed', tone: 'alert', text: problem });
  const days = lastAt === undefined ? undefined : daysSince(lastAt, nowMs);
  if (days !== undefined && days > oldBackupDays)
    warnings.push({
      kind: 'old',
      tone: 'alert',
      text: `La dernière sauvegarde date du ${formatDay(businessDay(Date.parse(lastAt ?? '')))}, il y a ${days}\u00A0jours.`,
    });
  if (rehearsal?.outcome.kind === 'failed')
    warnings.push({
      kind: 'rehearsal-failed',
      tone: 'alert',
      text: `La répétition du ${formatDay(businessDay(Date.parse(rehearsal.at)))} a échoué\u00A0: ${rehearsal.outcome.message}`,
    });
  if (lastAt === undefined && problem === undefined)
    warnings.push({ kind: 'none', tone: 'info', text: 'Aucune sauvegarde n’a encore été faite.' });
  if (second?.problem !== undefined)
    warnings.push({ kind: 'second-unreachable', tone: 'caution', text: second.problem });
  else if (backups.length > 0 && (second === undefined || second.isOnSameDisk))
    warnings.push({
      kind: 'second-absent',
      tone: 'info',
      text: second
        ? 'Le second dossier est sur le même disque que le premier\u00A0: une panne emporterait les deux. Choisissez un dossier sur une clé USB, un disque externe ou un serveur.'
        : 'Vos sauvegardes sont toutes sur ce PC. Choisissez un second dossier sur une clé USB, un disque externe ou un serveur\u00A0: une copie y sera faite à chaque fois.',
    });
  return warnings;
};

/** True where the user has to act or look: what the foot of the window marks. */
export const isBackupAtRisk = (status: BackupStatus, nowMs: number): boolean =>
  backupWarnings(status, nowMs).some(({ tone }) => tone !== 'info');
