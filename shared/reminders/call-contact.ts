import type { Client, Contact, ContactRole } from '../ledger/client.ts';

/** Whom to fall back to when nobody with a number has the role that a step asks for. */
const fallbackOrder: readonly ContactRole[] = ['accounting', 'reminders', 'decision-maker', 'other', 'site'];

/** The contact of a client to telephone: the role of the step first, then any with a number. */
export const callContact = (client: Client, role: ContactRole): Contact | undefined => {
  for (const wanted of [role, ...fallbackOrder]) {
    const found = client.contacts.find((contact) => contact.role === wanted && contact.phone?.trim());
    if (found) return found;
  }
  return undefined;
};
