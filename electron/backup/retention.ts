import { addDays, type Day, isoWeekday, monthOf } from '../../shared/dates/day.ts';

export interface KeptBackup {
  readonly name: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  /** Business day of that instant. */
  readonly on: Day;
  readonly kind: BackupKind;
}

/** `before-restore`: the state that a restore replaced, which makes the restore undoable. */
export type BackupKind = 'regular' | 'before-restore';

const daysKept = 7;
const weeksKept = 5;
const monthsKept = 12;
const beforeRestoreKept = 3;

/** The newest backup of each of the `count` newest periods that have one. */
const newestByPeriod = (
  newestFirst: readonly KeptBackup[],
  count: number,
  periodOf: (on: Day) => string,
): readonly KeptBackup[] => {
  const periods = new Map<string, KeptBackup>();
  for (const backup of newestFirst) {
    const period = periodOf(backup.on);
    if (!periods.has(period)) periods.set(period, backup);
  }
  return [...periods.values()].slice(0, count);
};

/**
 * Which backups may go: all but the newest of each of the last 7 days, 5 weeks and 12 months that have one
 * (grandfather, father, son), all of the newest day, the 3 newest states before a restore, and `justMade`.
 * Periods without a backup do not count, so that a PC switched off for a year loses nothing.
 * @returns names, never all of them.
 */
export const backupsToDelete = (
  backups: readonly KeptBackup[],
  justMade: string | undefined,
): readonly string[] => {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const regular = newestFirst.filter(({ kind }) => kind === 'regular');
  const kept = new Set<string>(
    [
      ...regular.filter(({ on }) => on === regular[0]?.on),
      ...newestByPeriod(regular, daysKept, (on) => on),
      ...newestByPeriod(regular, weeksKept, (on) => addDays(on, 1 - isoWeekday(on))),
      ...newestByPeriod(regular, monthsKept, monthOf),
      ...newestFirst.filter(({ kind }) => kind === 'before-restore').slice(0, beforeRestoreKept),
    ].map(({ name }) => name),
  );
  return backups.map(({ name }) => name).filter((name) => name !== justMade && !kept.has(name));
};
