import type { Day } from '../dates/day.ts';
import { alertsToTell, type FiredThresholds } from '../insight/alert-memory.ts';
import type { SchedulerReport } from '../ipc/scheduler-contract.ts';
import { digestText } from './morning-digest.ts';

/** What was said already. */
export interface NoticeMemory {
  /** Day of the last digest, shown or empty; undefined before the first. */
  readonly lastDigestOn: string | undefined;
  readonly firedThresholds: FiredThresholds;
}

/** What the desktop says now, and what is remembered of it. */
export interface DesktopNotice {
  /** French; undefined = nothing to say. */
  readonly text: string | undefined;
  /** The memory given where nothing changed. */
  readonly memory: NoticeMemory;
}

const isSame = (a: FiredThresholds, b: FiredThresholds): boolean =>
  a.length === b.length && a.every((threshold, index) => threshold === b[index]);

/**
 * What the desktop is told at this moment: the morning's digest, at most once a working day, and a treasury
 * threshold as soon as it is crossed, once until the balance has risen clear of it. Both wait for the hour
 * chosen and for a working day; when the application starts later they come at once. `day` and `hour` are
 * those of Europe/Paris now; a report computed for another day says nothing.
 */
export const desktopNotice = (question: {
  readonly report: SchedulerReport;
  readonly day: Day;
  readonly hour: number;
  readonly isWorkingDay: boolean;
  readonly memory: NoticeMemory;
}): DesktopNotice => {
  const { report, day, hour, isWorkingDay, memory } = question;
  if (!isWorkingDay || report.day !== day || hour < report.notifyAtHour) return { text: undefined, memory };
  // After a clock that ran ahead, the day of the last digest lies in the future: that one is not believed.
  const isDigestDue = memory.lastDigestOn !== day;
  // Without a bank balance nothing is known: what was said stays said.
  const alerts = report.treasury && alertsToTell(memory.firedThresholds, report.treasury);
  const parts = [isDigestDue ? digestText(report) : '', ...(alerts?.sentences ?? [])];
  const fired = alerts?.fired ?? memory.firedThresholds;
  return {
    text: parts.filter((part) => part !== '').join('\n') || undefined,
    memory:
      isDigestDue || !isSame(fired, memory.firedThresholds)
        ? { lastDigestOn: day, firedThresholds: fired }
        : memory,
  };
};
