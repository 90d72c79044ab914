import type { Ledger } from '../ledger/ledger.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { isOnPaper } from '../reminders/reminder-names.ts';

export interface LettersByState {
  /** The first approved first. */
  readonly toPrint: readonly Reminder[];
  /** The first printed first. */
  readonly printed: readonly Reminder[];
  /** The last posted first. */
  readonly posted: readonly Reminder[];
}

const by =
  (direction: 1 | -1) =>
  (a: Reminder, b: Reminder): number => {
    const [left, right] = [reminderMoment(a.state), reminderMoment(b.state)];
    if (left !== right) return left < right ? -direction : direction;
    return a.id < b.id ? -1 : 1;
  };

/** The letters of a ledger by what is to be done with them. */
export const lettersByState = (ledger: Ledger): LettersByState => {
  const letters = [...ledger.reminders.values()].filter(({ channel }) => isOnPaper(channel));
  const inState = (kind: Reminder['state']['kind']): Reminder[] =>
    letters.filter(({ state }) => state.kind === kind);
  return {
    toPrint: inState('to-print').sort(by(1)),
    printed: inState('printed').sort(by(1)),
    posted: inState('posted').sort(by(-1)),
  };
};
