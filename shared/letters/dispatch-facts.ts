import { formalNoticePresentedOn } from '../claims/formal-notice.ts';
import type { Day } from '../dates/day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { firstPresentedOn } from './dispatch-clocks.ts';
import type { MeaningFacts } from './dispatch-meaning.ts';
import { modeOf } from './dispatch-mode.ts';
import { letterGrantedUntil } from './granted-until.ts';
import { invoiceIdsOf, isNotice, type PaperLetter, proofsOf } from './paper-letter.ts';

/**
 * True where a consumer owes interest from this very letter: a formal notice, and the first that was presented
 * to him for at least one of its invoices. The décompte counts from the same day.
 */
const startsInterest = (ledger: Ledger, letter: PaperLetter, dispatch: Dispatch): boolean => {
  const on = firstPresentedOn(dispatch);
  if (letter.table !== 'reminders' || letter.row.level !== 'formal-notice' || on === undefined) return false;
  if (ledger.clients.get(letter.row.clientId)?.regime !== 'b2c') return false;
  return invoiceIdsOf(letter).some((id) => formalNoticePresentedOn(ledger, id) === on);
};

/** What the meaning of a posted letter depends on, as the ledger says it on a day. */
export const meaningFacts = (
  ledger: Ledger,
  letter: PaperLetter,
  dispatch: Dispatch,
  today: Day,
): MeaningFacts => ({
  mode: modeOf(letter, dispatch),
  isNotice: isNotice(letter),
  startsInterest: startsInterest(ledger, letter, dispatch),
  grantsTime: letter.row.deadlineOn !== undefined,
  grantedUntil: letterGrantedUntil(ledger, letter, dispatch),
  proofs: proofsOf(letter),
  calendar: settingsOf(ledger, 'reminders').calendar,
  today,
});
