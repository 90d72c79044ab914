import { addDays, type Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type OpenInstalment, openInstalments } from '../ledger/plan-schedule.ts';

/** Working days that a client has after an instalment before the plan counts as broken. */
export const instalmentGraceDays = 3;

/** First day on which an instalment that is not covered counts as missed. */
export const missedFrom = (dueOn: Day, calendar: HolidayCalendar): Day =>
  addDays(addWorkingDays(dueOn, instalmentGraceDays, calendar), 1);

/** True until the plan is ended, from the day on which it is. */
export const isPlanRunning = ({ endedOn }: Pick<PaymentPlan, 'endedOn'>, today: Day): boolean =>
  endedOn === undefined || endedOn > today;

/** Instalments not covered although their three working days of grace are over, oldest first. */
export const missedInstalments = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): readonly OpenInstalment[] =>
  openInstalments(ledger, plan).filter(({ dueOn }) => missedFrom(dueOn, calendar) <= today);

/** True while everything that fell due more than three working days ago was settled. */
export const isPlanUpToDate = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): boolean => missedInstalments(ledger, plan, today, calendar).length === 0;

/**
 * True while a running plan says when its invoices are due: it is up to date, or instalments are still to
 * come. What was missed is then reminded by itself (instalment-reminder.ts); the rest is not due before its
 * day, unless the term is forfeited. Once the last instalment is missed everything is due, and the ordinary
 * ladder goes on.
 */
export const holdsTerm = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): boolean => {
  if (!isPlanRunning(plan, today)) return false;
  const last = plan.instalments.at(-1);
  if (last !== undefined && today < missedFrom(last.dueOn, calendar)) return true;
  return isPlanUpToDate(ledger, plan, today, calendar);
};
