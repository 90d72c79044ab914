import { businessDay, type Clock } from '../../shared/dates/clock.ts';
import type { BackupStatus } from '../../shared/ipc/scheduler-contract.ts';
import type { Backups } from './backup.ts';
import type { BackupFailure } from './backup-failure.ts';

/** Between two looks while all is well: a disk that was plugged in gets its copy within this time. */
const lookEveryMs = 10 * 60_000;
/** After a backup that could not be made. */
const tryAgainMs = 60 * 60_000;
/** A restore is rehearsed by itself once in so long. */
const rehearseEveryMs = 30 * 86_400_000;

/** Keeps the backups of one ledger up to date without the user. */
export interface BackupKeeper {
  /** Looks whether something is due and does it; call it as often as you like. Never throws. */
  run(): Promise<void>;
}

const isRehearsalDue = ({ rehearsal, backups }: BackupStatus, nowMs: number): boolean =>
  backups.length > 0 &&
  (rehearsal === undefined || Math.abs(nowMs - Date.parse(rehearsal.at)) >= rehearseEveryMs);

/**
 * One verified backup a business day, its copy in the second folder, a rehearsed restore each month.
 * @param options.onChange told when something was made or found out.
 * @param options.onFailure told once a business day that no backup could be made.
 */
export const keepBackups = (options: {
  readonly backups: Pick<Backups, 'backupIfDue' | 'copyIfDue' | 'rehearse' | 'status'>;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onFailure: (failure: BackupFailure) => void;
}): BackupKeeper => {
  const { backups, clock, onChange, onFailure } = options;
  let lastLook: { readonly atMs: number; readonly waitMs: number; readonly day: string } | undefined;
  let toldOn: string | undefined;
  let running: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    const nowMs = clock.nowMs();
    const day = businessDay(nowMs);
    // A clock that was set back counts as time gone by.
    if (lastLook?.day === day && Math.abs(nowMs - lastLook.atMs) < lastLook.waitMs) return;
    const made = await backups.backupIfDue(day);
    lastLook = { atMs: nowMs, waitMs: made.ok ? lookEveryMs : tryAgainMs, day };
    if (!made.ok) {
      onChange();
      if (toldOn !== day) onFailure(made.error);
      toldOn = day;
      return;
    }
    const copied = await backups.copyIfDue();
    const rehearses = isRehearsalDue(await backups.status(), nowMs);
    if (rehearses) await backups.rehearse();
    if (made.value || copied || rehearses) onChange();
  };

  return {
    run: () => {
      running ??= look().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
