import type { Instant } from '../dates/clock.ts';
import { put, type RowWrite } from '../ledger/decision.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { progressOf } from '../reminders/reminder-progress.ts';

/**
 * Messages that have not left and that claim one of these invoices: e-mails that are approved, letters to
 * print, letters printed and not posted. One that also claims other invoices is one of them; what of it may
 * still be claimed is proposed again by the planner.
 */
export const waitingReminders = (ledger: Ledger, invoiceIds: readonly string[]): readonly Reminder[] => {
  const stopped = new Set(invoiceIds);
  return [...ledger.reminders.values()].filter(
    (reminder) =>
      progressOf(reminder.state).kind === 'in-progress' &&
      reminder.lines.some(({ invoiceId }) => stopped.has(invoiceId)),
  );
};

/** Takes messages back, in the change that stops them. @param reason French; stands in the client's history. */
export const withdrawals = (
  reminders: readonly Reminder[],
  now: Instant,
  reason: string,
): readonly RowWrite[] =>
  reminders.map((reminder) =>
    put('reminders', { ...reminder, state: { kind: 'withdrawn', withdrawnAt: now, reason } }),
  );

/** « , 2 relances en attente retirées », to follow a label; empty for none. */
export const withdrawnCount = (count: number): string =>
  count === 0
    ? ''
    : `, ${count}\u00A0${count === 1 ? 'relance en attente retirée' : 'relances en attente retirées'}`;
