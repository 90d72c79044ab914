import { isPriorClaim } from '../law/insolvency.ts';
import type { Insolvency } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { progressOf } from '../reminders/reminder-progress.ts';

/**
 * Messages to a client that have not left and that claim an invoice born before the judgment: e-mails that
 * are approved, letters to print, letters printed and not posted. A message that also claims later invoices
 * is one of them; what of it may still be claimed is proposed again by the planner.
 */
export const withdrawableReminders = (
  ledger: Ledger,
  clientId: string,
  insolvency: Pick<Insolvency, 'judgmentOn'>,
): readonly Reminder[] =>
  [...ledger.reminders.values()].filter(
    (reminder) =>
      reminder.clientId === clientId &&
      progressOf(reminder.state).kind === 'in-progress' &&
      reminder.lines.some(({ invoiceId }) => {
        const invoice = ledger.invoices.get(invoiceId);
        return invoice !== undefined && isPriorClaim(invoice, insolvency);
      }),
  );
