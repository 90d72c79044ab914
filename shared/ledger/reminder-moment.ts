import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Reminder, ReminderState } from '../reminders/reminder.ts';
import { unreachable } from '../result.ts';

/** When the present state of a reminder was reached: an instant, or the day of deposit of a letter. */
export const reminderMoment = (state: ReminderState): Instant | Day => {
  switch (state.kind) {
    case 'approved':
    case 'to-print':
      return state.approvedAt;
    case 'accepted':
      return state.acceptedAt;
    case 'rejected':
      return state.rejectedAt;
    case 'unknown':
      return state.since;
    case 'exported':
      return state.exportedAt;
    case 'printed':
      return state.printedAt;
    case 'posted':
      return state.depositedOn;
    case 'called':
      return state.calledAt;
    case 'skipped':
      return state.skippedAt;
    case 'withdrawn':
      return state.withdrawnAt;
    default:
      return unreachable(state);
  }
};

/** True when the message reached the client, or may have: it counts as the last reminder of the client. */
export const hasLeft = (reminder: Reminder): boolean => {
  const { kind } = reminder.state;
  return (
    kind === 'accepted' || kind === 'exported' || kind === 'unknown' || kind === 'posted' || kind === 'called'
  );
};
