import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ObjectionKind, objectionsTo, objectionText } from '../reminders/objection.ts';
import { forfeitureDemand } from './kinds/forfeiture-notice.ts';
import type { PaperLetter } from './paper-letter.ts';

const forbidding: ReadonlySet<ObjectionKind> = new Set<ObjectionKind>([
  'blocked',
  'amount-changed',
  'invoice-gone',
]);

/**
 * Why a letter that is on paper must not go to the post on a day: a client that was blocked, an amount or
 * missed instalments that changed since it was printed. French, undefined where it may go.
 */
export const postingObjection = (ledger: Ledger, letter: PaperLetter, today: Day): string | undefined => {
  if (letter.table === 'reminders') {
    const objection = objectionsTo(ledger, letter.row, today).find(({ kind }) => forbidding.has(kind));
    return objection && objectionText(objection);
  }
  if (letter.row.kind !== 'forfeiture-notice') return undefined;
  const demand = forfeitureDemand(ledger, letter.row, today);
  return demand.ok ? undefined : demand.error.message;
};
