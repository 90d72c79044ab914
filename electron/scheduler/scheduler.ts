import { join } from 'node:path';
import { businessTime, type Clock, type Instant, instantOf } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { SchedulerReport, SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { clockWarning } from '../../shared/reminders/clock-guard.ts';
import { morningDigest } from '../../shared/reminders/morning-digest.ts';
import { readSchedulerState, type SchedulerState, writeSchedulerState } from './scheduler-state.ts';

export type PokeReason = 'start' | 'resume' | 'unlock' | 'date-change' | 'focus';

export interface SchedulerOptions {
  /** Folder of the ledger: holds `scheduler.json`. */
  readonly folder: string;
  readonly clock: Clock;
  /** Asks the renderer what is due; its answer comes back through `report`. */
  readonly tick: (day: Day, at: Instant) => void | Promise<void>;
  /** Shows the morning notification (French). */
  readonly notify: (text: string) => void;
  /** Working days of the sender. */
  readonly isWorkingDay: (day: Day) => boolean;
}

export interface Scheduler {
  /** Ticks now and then each minute. */
  start(): void;
  /** Ends the ticks and waits for the one under way. */
  stop(): Promise<void>;
  /** Ticks at once: the timers stood still while the PC slept. Focus does so at most every ten seconds. */
  poke(reason: PokeReason): Promise<void>;
  /** The renderer's answer to a tick: decides on the morning notification. */
  report(report: SchedulerReport): Promise<void>;
  status(): SchedulerStatus;
  /** The user says that the PC's date is right: the warning goes and the clock is believed from here on. */
  confirmClock(): Promise<void>;
}

const minuteMs = 60_000;
const focusPauseMs = 10_000;

/**
 * Tells the time to the planner. It holds no plan: each tick only asks, so a missed one costs nothing.
 * It knows the latest instant it ever saw and warns when the clock is not to be believed.
 */
export const openScheduler = async (options: SchedulerOptions): Promise<Scheduler> => {
  const { clock } = options;
  const path = join(options.folder, 'scheduler.json');
  let state = await readSchedulerState(path);
  let lastTickMs: number | undefined;
  let nextTickMs = clock.nowMs();
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;
  let work: Promise<unknown> = Promise.resolve();

  /** One after the other: a poke during a tick waits for it. */
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const done = work.then(task);
    work = done.catch(() => undefined);
    return done;
  };

  const keep = async (next: SchedulerState): Promise<void> => {
    state = next;
    await writeSchedulerState(path, next);
  };

  const latestMs = (): number | undefined =>
    state.latestTickAt === undefined ? undefined : Date.parse(state.latestTickAt);

  const tickNow = async (): Promise<void> => {
    const nowMs = clock.nowMs();
    const seen = clockWarning(latestMs(), nowMs);
    const latestTickAt = seen === 'went-back' ? state.latestTickAt : instantOf(nowMs);
    // A clock that was set right again ends `went-back`; a leap stands until the user has spoken.
    const warning = seen ?? (state.warning === 'leapt-forward' ? state.warning : undefined);
    lastTickMs = nowMs;
    await keep({
      version: 1,
      ...(latestTickAt === undefined ? {} : { latestTickAt }),
      ...(warning === undefined ? {} : { warning }),
      ...(state.lastDigestOn === undefined ? {} : { lastDigestOn: state.lastDigestOn }),
    });
    try {
      await options.tick(businessTime(nowMs).day, instantOf(nowMs));
    } catch {
      // A renderer that is gone or loading answers nothing: the next tick asks again.
    }
  };

  const plan = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    const nowMs = clock.nowMs();
    nextTickMs = (Math.floor(nowMs / minuteMs) + 1) * minuteMs;
    timer = setTimeout(() => void tickAndPlan(), nextTickMs - nowMs);
  };

  const tickAndPlan = async (): Promise<void> => {
    try {
      await inTurn(tickNow);
    } finally {
      plan();
    }
  };

  return {
    start: () => {
      if (!stopped) return;
      stopped = false;
      void tickAndPlan();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await work;
    },
    poke: async (reason) => {
      if (stopped) return;
      const sinceMs = lastTickMs === undefined ? Number.POSITIVE_INFINITY : clock.nowMs() - lastTickMs;
      if (reason === 'focus' && sinceMs >= 0 && sinceMs < focusPauseMs) return;
      await tickAndPlan();
    },
    report: (report) =>
      inTurn(async () => {
        const { day, hour } = businessTime(clock.nowMs());
        const digest = morningDigest({
          report,
          day,
          hour,
          isWorkingDay: options.isWorkingDay(day),
          lastDigestOn: state.lastDigestOn,
        });
        if (digest.kind === 'wait') return;
        // First remembered, then shown: a crash in between costs one notification, not one a minute.
        await keep({ ...state, lastDigestOn: day });
        if (digest.kind === 'notify') options.notify(digest.text);
      }),
    status: () => ({
      ...(state.latestTickAt === undefined ? {} : { lastTickAt: state.latestTickAt }),
      nextTickAt: instantOf(nextTickMs),
      ...(state.warning === undefined ? {} : { clockWarning: state.warning }),
    }),
    confirmClock: () =>
      inTurn(() => {
        const { warning: _settled, ...rest } = state;
        return keep({ ...rest, latestTickAt: instantOf(clock.nowMs()) });
      }),
  };
};
