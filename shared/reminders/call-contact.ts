import { takesTextMessages } from '../identifiers/dialled-phone.ts';
import type { Client, Contact, ContactRole } from '../ledger/client.ts';

/** Whom to fall back to when nobody with a number has the role that a step asks for. */
const fallbackOrder: readonly ContactRole[] = ['accounting', 'reminders', 'decision-maker', 'other', 'site'];

const firstWith = (
  client: Client,
  role: ContactRole,
  isReached: (contact: Contact) => boolean,
): Contact | undefined => {
  for (const wanted of [role, ...fallbackOrder]) {
    const found = client.contacts.find((contact) => contact.role === wanted && isReached(contact));
    if (found) return found;
  }
  return undefined;
};

/** The contact of a client to telephone: the role of the step first, then any with a number. */
export const callContact = (client: Client, role: ContactRole): Contact | undefined =>
  firstWith(client, role, ({ phone }) => phone !== undefined && phone.trim() !== '');

/** The contact of a client to send a text message to: the same, with a number that takes them. */
export const textContact = (client: Client, role: ContactRole): Contact | undefined =>
  firstWith(client, role, ({ phone }) => phone !== undefined && takesTextMessages(phone));
