import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { unreachable } from '../result.ts';
import type { Reminder, ReminderState } from './reminder.ts';

/** What a reminder means for the plan. */
export type ReminderProgress =
  /** Approved and on its way: nothing else is proposed to the client meanwhile. */
  | { readonly kind: 'in-progress' }
  /** The steps of its lines are done, `at` an instant or `on` a day. */
  | { readonly kind: 'done'; readonly at: Instant | Day }
  /** Nothing left: the steps are due again. */
  | { readonly kind: 'undone' };

/**
 * Where a state stands for the plan. A letter is done on the day of its deposit, that of its dispatch (CPC 668,
 * law-and-formats.md 8.1); the time that it grants runs from its receipt (restraint.ts). « Peut-être parti »
 * counts as done: doubt is never a reason to send again.
 */
export const progressOf = (state: ReminderState): ReminderProgress => {
  switch (state.kind) {
    case 'approved':
    case 'to-print':
    case 'printed':
      return { kind: 'in-progress' };
    case 'accepted':
      return { kind: 'done', at: state.acceptedAt };
    case 'exported':
      return { kind: 'done', at: state.exportedAt };
    case 'unknown':
      return { kind: 'done', at: state.since };
    case 'posted':
      // It never reached the client and the user sends it again.
      if (state.resentOn !== undefined) return { kind: 'undone' };
      return { kind: 'done', at: state.depositedOn };
    case 'called':
      return { kind: 'done', at: state.calledAt };
    case 'skipped':
      return { kind: 'done', at: state.skippedAt };
    case 'rejected':
    case 'withdrawn':
      return { kind: 'undone' };
    default:
      return unreachable(state);
  }
};

/**
 * True when the client got something in writing: calls and skipped steps do not count for the minimum gap, a
 * text message sent by hand does.
 */
export const reachedInWriting = (reminder: Reminder): boolean =>
  reminder.state.kind === 'accepted' ||
  reminder.state.kind === 'exported' ||
  reminder.state.kind === 'unknown' ||
  reminder.state.kind === 'posted' ||
  (reminder.channel === 'sms' && reminder.state.kind === 'called');
