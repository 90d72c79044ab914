import type { LedgerParts } from '../../ledger/open-parts.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface SchedulerParts {
  readonly ledger: () => LedgerParts;
  readonly onReport: (waiting: number) => void;
}

/** The scheduler. */
export const schedulerHandlers = (parts: SchedulerParts) =>
  ({
    schedulerReport: async (report) => {
      await parts.ledger().scheduler.report(report);
      parts.onReport(report.emails + report.letters + report.calls);
      return done;
    },
    schedulerStatus: () => ({ ok: true, value: parts.ledger().scheduler.status() }),
    schedulerTickNow: async () => {
      const { scheduler } = parts.ledger();
      await scheduler.poke('user');
      return { ok: true, value: scheduler.status() };
    },
    schedulerAnswerClock: async (answer) => {
      const { scheduler } = parts.ledger();
      await scheduler.answerClock(answer);
      return { ok: true, value: scheduler.status() };
    },
  }) satisfies Partial<Handlers>;
