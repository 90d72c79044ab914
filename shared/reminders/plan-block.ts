import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openInstalments } from '../ledger/plan-schedule.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { Block } from './block.ts';
import { holdsTerm, missedFrom, missedInstalments } from './plan-progress.ts';

/**
 * Why the ordinary reminders of an invoice wait for its payment plan; undefined once the plan no longer says
 * when it is due (plan-progress.ts `holdsTerm`). The end is the day on which the next instalment would count
 * as missed; while one is missed it is reminded by itself, and there is no such day.
 */
export const planBlock = (
  ledger: Ledger,
  plan: PaymentPlan,
  today: Day,
  calendar: HolidayCalendar,
): Block | undefined => {
  if (!holdsTerm(ledger, plan, today, calendar)) return undefined;
  const [missed] = missedInstalments(ledger, plan, today, calendar);
  if (missed !== undefined)
    return {
      kind: 'plan',
      reason: `Échéance du ${formatLongDay(missed.dueOn)} manquée, ${formatAmount(missed.leftCents)}\u00A0: elle seule est relancée, le reste de l’échéancier n’est pas encore dû.`,
    };
  const [next] = openInstalments(ledger, plan);
  if (next === undefined)
    return { kind: 'plan', reason: `Échéancier du ${formatLongDay(plan.agreedOn)} respecté.` };
  return {
    kind: 'plan',
    reason: `Échéancier du ${formatLongDay(plan.agreedOn)} respecté\u00A0: ${formatAmount(next.leftCents)} le ${formatLongDay(next.dueOn)}.`,
    resumesOn: missedFrom(next.dueOn, calendar),
  };
};
