import type { Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { settledOfPlan } from '../ledger/plan-schedule.ts';

/** Working days that a client has after an instalment before the plan counts as broken. */
export const instalmentGraceDays = 3;

/** True while everything that fell due more than three working days ago was settled. */
export const isPlanUpToDate = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): boolean => {
  let expected = 0;
  for (const instalment of plan.instalments)
    if (addWorkingDays(instalment.dueOn, instalmentGraceDays, calendar) < today) expected += instalment.cents;
  return settledOfPlan(ledger, plan) >= expected;
};
