import type { Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Working days that a client has after an instalment before the plan counts as broken. */
export const instalmentGraceDays = 3;

/**
 * True while everything that fell due more than three working days ago was paid, counting what was allocated
 * to the invoices of the plan since the day of the agreement.
 */
export const isPlanUpToDate = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): boolean => {
  let expected = 0;
  for (const instalment of plan.instalments)
    if (addWorkingDays(instalment.dueOn, instalmentGraceDays, calendar) < today) expected += instalment.cents;
  if (expected === 0) return true;
  let paid = 0;
  for (const invoiceId of plan.invoiceIds)
    for (const allocation of allocationsOf(ledger, invoiceId))
      if (allocation.effectiveOn >= plan.agreedOn) paid += allocation.cents;
  return paid >= expected;
};
