import { addDays, addMonths, type Day } from '../dates/day.ts';
import type { PlannedOutflow } from '../ledger/history.ts';
import { unreachable } from '../result.ts';

/** The `index`-th repetition, counted from the first day so that a 31st comes back after February. */
const occurrence = (outflow: PlannedOutflow, index: number): Day => {
  switch (outflow.repeats) {
    case 'once':
      return outflow.firstOn;
    case 'weekly':
      return addDays(outflow.firstOn, 7 * index);
    case 'monthly':
      return addMonths(outflow.firstOn, index);
    case 'quarterly':
      return addMonths(outflow.firstOn, 3 * index);
    default:
      return unreachable(outflow.repeats);
  }
};

/** Days between `from` and `to`, both included, on which an outflow is planned; `until` is its last day. */
export const outflowDays = (outflow: PlannedOutflow, from: Day, to: Day): readonly Day[] => {
  const last = outflow.until !== undefined && outflow.until < to ? outflow.until : to;
  const days: Day[] = [];
  for (let index = 0; index === 0 || outflow.repeats !== 'once'; index += 1) {
    const on = occurrence(outflow, index);
    if (on > last) break;
    if (on >= from) days.push(on);
  }
  return days;
};
