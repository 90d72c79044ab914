import type { Client } from '../ledger/client.ts';
import type { OpenInvoice } from './client-plan.ts';
import { emailRecipient, isPostable } from './recipient.ts';
import type { Scenario } from './scenario.ts';

/** Something missing that keeps a reminder from leaving. */
export interface DataGap {
  readonly clientId: string;
  /** The invoice without due date; undefined where the client itself lacks something. */
  readonly invoiceId?: string | undefined;
  readonly kind: 'no-due-date' | 'no-email' | 'no-address' | 'no-contact';
}

/**
 * What the scenario of a client needs and does not find: the due dates of its open invoices, an e-mail
 * address for its e-mails, a postal address for its letters. `no-contact` = neither, and nobody to ask.
 */
export const dataGapsOf = (
  client: Client,
  scenario: Scenario,
  openInvoices: readonly OpenInvoice[],
): readonly DataGap[] => {
  const gaps: DataGap[] = [];
  for (const { invoice } of openInvoices)
    if (invoice.dueOn === undefined)
      gaps.push({ clientId: client.id, invoiceId: invoice.id, kind: 'no-due-date' });
  const emailStep = scenario.steps.find((step) => step.channel === 'email');
  const noEmail = emailStep !== undefined && emailRecipient(client, emailStep.recipientRole) === undefined;
  const noAddress =
    scenario.steps.some((step) => step.channel === 'letter' || step.channel === 'registered-letter') &&
    !isPostable(client.address);
  if (noEmail && noAddress && client.contacts.length === 0)
    gaps.push({ clientId: client.id, kind: 'no-contact' });
  else {
    if (noEmail) gaps.push({ clientId: client.id, kind: 'no-email' });
    if (noAddress) gaps.push({ clientId: client.id, kind: 'no-address' });
  }
  return gaps;
};
