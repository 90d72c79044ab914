import type { Client } from '../ledger/client.ts';
import type { OpenInvoice } from '../ledger/open-by-client.ts';
import { bouncedSince, emailRecipient, isPostable } from './recipient.ts';
import { isOnPaper } from './reminder-names.ts';
import type { ReminderChannel, Scenario } from './scenario.ts';

/** Something missing that keeps a reminder from leaving. */
export interface DataGap {
  readonly clientId: string;
  /** The invoice without due date; undefined where the client itself lacks something. */
  readonly invoiceId?: string | undefined;
  readonly kind: 'no-due-date' | 'no-email' | 'email-bounced' | 'no-address' | 'no-contact';
}

const uses = (scenario: Scenario, isWanted: (channel: ReminderChannel) => boolean): boolean =>
  scenario.steps.some(({ channel, alsoBy }) => isWanted(channel) || (alsoBy?.some(isWanted) ?? false));

const isEmail = (channel: ReminderChannel): boolean => channel === 'email';

/**
 * What the scenarios that a client follows need and do not find: the due dates of its open invoices, an
 * e-mail address that works for the e-mails, a postal address for the letters. `no-contact` = neither, and
 * nobody to ask.
 */
export const dataGapsOf = (
  client: Client,
  scenarios: readonly Scenario[],
  openInvoices: readonly OpenInvoice[],
): readonly DataGap[] => {
  const gaps: DataGap[] = [];
  for (const { invoice } of openInvoices)
    if (invoice.dueOn === undefined)
      gaps.push({ clientId: client.id, invoiceId: invoice.id, kind: 'no-due-date' });
  // The role plays no part: any address that works will do (recipient.ts).
  const noEmail =
    emailRecipient(client, 'reminders') === undefined && scenarios.some((each) => uses(each, isEmail));
  const noAddress = !isPostable(client.address) && scenarios.some((each) => uses(each, isOnPaper));
  if (noEmail && noAddress && client.contacts.length === 0)
    gaps.push({ clientId: client.id, kind: 'no-contact' });
  else {
    if (noEmail)
      gaps.push({
        clientId: client.id,
        kind: bouncedSince(client) === undefined ? 'no-email' : 'email-bounced',
      });
    if (noAddress) gaps.push({ clientId: client.id, kind: 'no-address' });
  }
  return gaps;
};
