import { addDays, type Day } from '../dates/day.ts';
import type { Planning } from './planning.ts';
import { formatNearDay } from './reason.ts';

/**
 * What days off did to the plan: « 3 relances n’ont pas pu partir du 3 au 12 novembre : 1 message est
 * proposé. » Undefined where no step was folded into another.
 */
export const catchUpNotice = (planning: Planning, today: Day): string | undefined => {
  const folded = planning.proposals.filter(
    (proposal) =>
      // What came in already late was never missed: the application did not know of it.
      !proposal.firstTime && proposal.missedSince !== undefined && proposal.stepCount > proposal.lines.length,
  );
  let since: Day | undefined;
  let steps = 0;
  for (const { missedSince, stepCount } of folded) {
    steps += stepCount;
    if (missedSince !== undefined && (since === undefined || missedSince < since)) since = missedSince;
  }
  if (since === undefined) return undefined;
  const until = addDays(today, -1);
  const sameMonth = since.slice(0, 7) === until.slice(0, 7);
  const from = sameMonth ? formatNearDay(since, today).split(' ')[0] : formatNearDay(since, today);
  const period =
    since === until ? `le ${formatNearDay(since, today)}` : `du ${from} au ${formatNearDay(until, today)}`;
  const proposed = folded.length === 1 ? '1 message est proposé' : `${folded.length} messages sont proposés`;
  return `${steps} relances n’ont pas pu partir ${period}\u00A0: ${proposed}.`;
};
