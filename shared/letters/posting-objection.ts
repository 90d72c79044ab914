import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ObjectionKind, objectionsTo, objectionText } from '../reminders/objection.ts';
import type { Reminder } from '../reminders/reminder.ts';

const forbidding: ReadonlySet<ObjectionKind> = new Set<ObjectionKind>([
  'blocked',
  'amount-changed',
  'invoice-gone',
]);

/**
 * Why a letter that is on paper must not go to the post on a day: a client that was blocked or an amount that
 * changed since it was printed. French, undefined where it may go.
 */
export const postingObjection = (ledger: Ledger, letter: Reminder, today: Day): string | undefined => {
  const objection = objectionsTo(ledger, letter, today).find(({ kind }) => forbidding.has(kind));
  return objection && objectionText(objection);
};
