import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { awaitsPresentation } from '../letters/awaits-presentation.ts';
import { isUndelivered } from '../letters/dispatch-clocks.ts';
import { letterGrantedUntil } from '../letters/granted-until.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { currentBalances } from './balance.ts';
import { openServiceBlock } from './blocked-services.ts';
import type { Ledger } from './ledger.ts';

/**
 * Last day that a formal notice granted, where it was posted and may have reached the client: counted from its
 * receipt once that is known, as printed until then.
 */
const grantedUntilOf = (ledger: Ledger, reminder: Reminder): Day | undefined => {
  const { state, deadlineOn } = reminder;
  if (state.kind !== 'posted' || (state.outcome !== undefined && isUndelivered(state.outcome.kind)))
    return undefined;
  return letterGrantedUntil(ledger, { table: 'reminders', row: reminder }, state) ?? deadlineOn;
};

/**
 * Why deliveries and repairs should be blocked for a client, French, ready for the reason of the block;
 * undefined where nothing speaks for it, or where they are blocked already. A formal notice whose time has
 * run out unpaid, or a collective procedure with earlier claims open.
 */
export const serviceBlockAdvice = (ledger: Ledger, clientId: string, today: Day): string | undefined => {
  const client = ledger.clients.get(clientId);
  if (!client || openServiceBlock(client, today) !== undefined) return undefined;
  // Lifted since: the user has decided; only something newer asks again.
  const lifted = client.blockedServices?.liftedOn;
  const { remainingByInvoice } = currentBalances(ledger);
  const owes = (invoiceId: string): boolean => (remainingByInvoice.get(invoiceId) ?? 0) > 0;
  const { insolvency } = client;
  if (
    insolvency !== undefined &&
    (lifted === undefined || lifted < insolvency.judgmentOn) &&
    [...ledger.invoices.values()].some((invoice) => invoice.clientId === clientId && owes(invoice.id))
  )
    return `Procédure collective, jugement du ${formatDay(insolvency.judgmentOn)}`;
  let expired: Day | undefined;
  let doubt = '';
  for (const reminder of ledger.reminders.values()) {
    if (reminder.clientId !== clientId || reminder.level !== 'formal-notice') continue;
    const until = grantedUntilOf(ledger, reminder);
    if (until === undefined || until >= today || !reminder.lines.some(({ invoiceId }) => owes(invoiceId)))
      continue;
    if (expired !== undefined && expired >= until) continue;
    expired = until;
    doubt = awaitsPresentation(reminder) ? ' (présentation non notée)' : '';
  }
  if (expired === undefined || (lifted !== undefined && lifted >= expired)) return undefined;
  return `Mise en demeure restée sans effet, délai expiré le ${formatDay(expired)}${doubt}`;
};
