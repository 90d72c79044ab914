import { businessTime } from '../dates/clock.ts';
import { isWorkingDay } from '../dates/working-days.ts';
import type { SchedulerStatus } from '../ipc/scheduler-contract.ts';
import { bankFreshness } from '../ledger/bank-freshness.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { bankFreshDaysOf } from './bank-interlock.ts';
import { sendHoursOf } from './send-window.ts';

/** What keeps the automatic mode from sending at this moment. */
export type AutomaticHold =
  /** The PC's clock is in question. */
  | { readonly kind: 'clock' }
  /** Payments may be missing: `days` since the bank was looked at, undefined = never. */
  | { readonly kind: 'bank'; readonly days: number | undefined }
  | { readonly kind: 'day-off' }
  /** Outside the hours, which are those of Europe/Paris: from `from` on and before `until`. */
  | { readonly kind: 'hours'; readonly from: number; readonly until: number };

/**
 * Everything that keeps the automatic mode from sending now; empty where it may. What the user approves
 * himself is held by the clock alone.
 * @param nowMs milliseconds since 1970 UTC.
 */
export const automaticHolds = (
  ledger: Ledger,
  nowMs: number,
  clockWarning: SchedulerStatus['clockWarning'],
): readonly AutomaticHold[] => {
  const settings = settingsOf(ledger, 'reminders');
  const { day, hour } = businessTime(nowMs);
  const { from, until } = sendHoursOf(settings);
  const { days } = bankFreshness(ledger, day);
  const isBankStale = days === undefined || days > bankFreshDaysOf(settings);
  return [
    ...(clockWarning === undefined ? [] : [{ kind: 'clock' } as const]),
    ...(isBankStale ? [{ kind: 'bank', days } as const] : []),
    ...(isWorkingDay(day, settings.calendar) ? [] : [{ kind: 'day-off' } as const]),
    ...(hour >= from && hour < until ? [] : [{ kind: 'hours', from, until } as const]),
  ];
};
