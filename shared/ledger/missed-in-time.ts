import type { Day } from '../dates/day.ts';
import { addDays } from '../dates/day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import { missedFrom } from '../reminders/plan-progress.ts';
import type { PaymentPlan } from './agreement.ts';
import { balancesAsOf } from './balance.ts';
import type { Ledger } from './ledger.ts';
import { type OpenInstalment, openInstalments } from './plan-schedule.ts';

/** An instalment that was not covered when its grace was over. */
export interface MissedInTime {
  /** First day on which it counted as missed. */
  readonly on: Day;
  readonly instalment: OpenInstalment;
}

/**
 * The instalments of a plan that were missed in their time, oldest first, whether or not they were paid
 * since: the facts of its history. `leftCents` is what was missing on that day.
 */
export const missedInTime = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): readonly MissedInTime[] =>
  plan.instalments.flatMap(({ dueOn }): readonly MissedInTime[] => {
    const on = missedFrom(dueOn, calendar);
    if (on > today || (plan.endedOn !== undefined && plan.endedOn < on)) return [];
    const { remainingByInvoice } = balancesAsOf(ledger, addDays(on, -1));
    const instalment = openInstalments(ledger, plan, remainingByInvoice).find((open) => open.dueOn === dueOn);
    return instalment === undefined ? [] : [{ on, instalment }];
  });
