import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { firstPresentedOn } from '../letters/dispatch-clocks.ts';
import { reminderHistory } from '../reminders/reminder-history.ts';

/**
 * First presentation of a formal notice that named the invoice: a consumer owes interest from the day after it
 * (C. civ. 1231-6, 1344-1). Never the day of printing, nor of posting: undefined until the user recorded
 * when the letter was presented or handed over, and for one that came back because of its address.
 */
export const formalNoticePresentedOn = (ledger: Ledger, invoiceId: string): Day | undefined => {
  let first: Day | undefined;
  for (const { reminder } of reminderHistory(ledger).doneByInvoice.get(invoiceId) ?? []) {
    if (reminder.level !== 'formal-notice' || reminder.state.kind !== 'posted') continue;
    const presentedOn = firstPresentedOn(reminder.state);
    if (presentedOn !== undefined && (first === undefined || presentedOn < first)) first = presentedOn;
  }
  return first;
};
