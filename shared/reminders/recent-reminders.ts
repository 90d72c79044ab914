import { businessTime } from '../dates/clock.ts';
import { addDays, type Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';
import type { Reminder } from './reminder.ts';
import { progressOf } from './reminder-progress.ts';

const dayOf = (moment: string): Day =>
  moment.length > 10 ? businessTime(Date.parse(moment)).day : (moment as Day);

/**
 * Messages under way, and those of the last days, newest first.
 * @param days how far back, 1 or more.
 */
export const recentReminders = (ledger: Ledger, today: Day, days: number): readonly Reminder[] => {
  const from = addDays(today, -days);
  return [...ledger.reminders.values()]
    .filter(({ state }) => progressOf(state).kind === 'in-progress' || dayOf(reminderMoment(state)) >= from)
    .map((reminder) => ({ reminder, moment: reminderMoment(reminder.state) }))
    .sort((a, b) =>
      a.moment < b.moment ? 1 : a.moment > b.moment ? -1 : a.reminder.id < b.reminder.id ? -1 : 1,
    )
    .map(({ reminder }) => reminder);
};

/** E-mails that were refused for one and the same reason. */
export interface RefusedGroup {
  readonly explanation: string;
  readonly reminders: readonly Reminder[];
}

/** Refused e-mails by reason, the most frequent first: a wrong password refuses a whole batch. */
export const refusedGroups = (reminders: readonly Reminder[]): readonly RefusedGroup[] => {
  const groups = new Map<string, Reminder[]>();
  for (const reminder of reminders) {
    if (reminder.state.kind !== 'rejected') continue;
    const group = groups.get(reminder.state.explanation);
    if (group) group.push(reminder);
    else groups.set(reminder.state.explanation, [reminder]);
  }
  return [...groups]
    .map(([explanation, refused]) => ({ explanation, reminders: refused }))
    .sort((a, b) => b.reminders.length - a.reminders.length);
};
