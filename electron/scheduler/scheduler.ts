import { join } from 'node:path';
import { businessTime, type Clock, type Instant, instantOf } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { ClockAnswer, SchedulerReport, SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { type ClockWarning, clockWarning } from '../../shared/reminders/clock-guard.ts';
import { desktopNotice } from '../../shared/reminders/desktop-notice.ts';
import {
  gapBefore,
  readSchedulerState,
  type SchedulerState,
  withAnswer,
  writeSchedulerState,
} from './scheduler-state.ts';

export type PokeReason = 'start' | 'resume' | 'unlock' | 'date-change' | 'focus' | 'user';

export interface SchedulerOptions {
  /** Folder of the ledger: holds `scheduler.json`. */
  readonly folder: string;
  readonly clock: Clock;
  /** Asks the renderer what is due; its answer comes back through `report`. */
  readonly tick: (day: Day, at: Instant) => void | Promise<void>;
  /** Shows a notification of the desktop (French). */
  readonly notify: (text: string) => void;
  /** Working days where the report does not say. */
  readonly isWorkingDay: (day: Day) => boolean;
}

export interface Scheduler {
  /** Ticks now and then each minute. */
  start(): void;
  /** Ends the ticks and waits for the one under way. */
  stop(): Promise<void>;
  /** Ticks at once: the timers stood still while the PC slept. Focus does so at most every ten seconds. */
  poke(reason: PokeReason): Promise<void>;
  /** The renderer's answer to a tick: decides on what the desktop is told. */
  report(report: SchedulerReport): Promise<void>;
  /** How it stands at this moment; a clock in question is seen before the next tick. */
  status(): SchedulerStatus;
  /**
   * What the user says of the PC's date. `right`: the clock is believed from here on. `wrong`: sending waits
   * until it is set right. Kept with its moment; without effect where nothing is in question.
   */
  answerClock(answer: ClockAnswer['answer']): Promise<void>;
}

const minuteMs = 60_000;
const focusPauseMs = 10_000;

/**
 * Tells the time to the planner. It holds no plan: each tick only asks, so a missed one costs nothing.
 * It knows the latest instant that can be believed and warns when the PC's clock does not agree with it. That
 * instant stands still while the clock is in question: a clock set right again is believed by itself.
 */
export const openScheduler = async (options: SchedulerOptions): Promise<Scheduler> => {
  const { clock } = options;
  const path = join(options.folder, 'scheduler.json');
  let state = await readSchedulerState(path);
  let lastTickMs: number | undefined;
  let nextTickMs = clock.nowMs();
  let lastReport: SchedulerStatus['lastReport'];
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

  const inQuestion = (nowMs: number): ClockWarning | undefined => clockWarning(latestMs(), nowMs);

  /** The state after a tick at `nowMs`. */
  const stateAt = (nowMs: number): SchedulerState => {
    const { refusedAt, lastGap: _former, ...rest } = state;
    const now = instantOf(nowMs);
    const isInQuestion = inQuestion(nowMs) !== undefined;
    const lastGap = gapBefore(state, nowMs, now);
    return {
      ...rest,
      lastTickAt: now,
      // A correction of minutes does not turn the latest instant back: many of them would go unseen.
      ...(isInQuestion ? {} : { latestTickAt: instantOf(Math.max(nowMs, latestMs() ?? nowMs)) }),
      ...(isInQuestion && refusedAt !== undefined ? { refusedAt } : {}),
      ...(lastGap === undefined ? {} : { lastGap }),
    };
  };

  const tickNow = async (): Promise<void> => {
    const nowMs = clock.nowMs();
    lastTickMs = nowMs;
    await keep(stateAt(nowMs));
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
        const nowMs = clock.nowMs();
        const { emails, letters, calls } = report;
        // What the automatic mode approved this morning is still told in the evening, until the next day.
        const before = lastReport && businessTime(Date.parse(lastReport.at)).day === report.day;
        const approvedByItself =
          (before ? (lastReport?.approvedByItself ?? 0) : 0) + (report.approvedByItself ?? 0);
        lastReport = { at: instantOf(nowMs), emails, letters, calls, approvedByItself };
        if (inQuestion(nowMs) === 'went-back') return;
        const { day, hour } = businessTime(nowMs);
        const memory = { lastDigestOn: state.lastDigestOn, firedThresholds: state.firedThresholds ?? [] };
        const notice = desktopNotice({
          report,
          day,
          hour,
          isWorkingDay: report.isWorkingDay ?? options.isWorkingDay(day),
          memory,
        });
        if (notice.memory === memory) return;
        // First remembered, then shown: a crash in between costs one notification, not one a minute.
        const { lastDigestOn = day, firedThresholds } = notice.memory;
        await keep({ ...state, lastDigestOn, firedThresholds: [...firedThresholds] });
        if (notice.text !== undefined) options.notify(notice.text);
      }),
    status: () => ({
      ...(state.lastTickAt === undefined ? {} : { lastTickAt: state.lastTickAt }),
      nextTickAt: instantOf(nextTickMs),
      clockWarning: inQuestion(clock.nowMs()),
      ...(state.latestTickAt === undefined ? {} : { believedAt: state.latestTickAt }),
      ...(state.refusedAt === undefined ? {} : { refusedAt: state.refusedAt }),
      lastReport,
      ...(state.lastGap === undefined ? {} : { lastGap: state.lastGap }),
      clockAnswers: state.answers ?? [],
    }),
    answerClock: (answer) =>
      inTurn(async () => {
        const nowMs = clock.nowMs();
        const warning = inQuestion(nowMs);
        if (warning === undefined || state.latestTickAt === undefined) return;
        const at = instantOf(nowMs);
        const { refusedAt: _settled, ...rest } = state;
        const answers = withAnswer(state, { at, warning, believedAt: state.latestTickAt, answer });
        await keep({
          ...rest,
          ...answers,
          ...(answer === 'right' ? { latestTickAt: at } : { refusedAt: at }),
        });
        await tickNow();
      }),
  };
};
