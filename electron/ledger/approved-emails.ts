import { outboxKey, type Reminder } from '../../shared/reminders/reminder.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { ApprovedEmail } from '../outbox/rebuild-outbox.ts';

/**
 * E-mails that the ledger holds as approved: handed over to the outbox, and without a result yet. None where the
 * mirror cannot be read.
 */
export const approvedEmails = async (mirror: Mirror): Promise<readonly ApprovedEmail[]> => {
  const emails: ApprovedEmail[] = [];
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const page = await mirror.readPage(cursor);
    if (!page.ok) return emails;
    for (const { table, row } of page.value.rows) {
      if (table !== 'reminders') continue;
      const reminder = row as unknown as Reminder;
      if (reminder.state.kind === 'approved')
        emails.push({
          key: outboxKey(reminder),
          to: reminder.recipientEmail ?? '',
          subject: reminder.subject,
        });
    }
    cursor = page.value.next;
  }
  return emails;
};
