import type { Day } from '../dates/day.ts';
import { isEmailAddress } from '../identifiers/email-address.ts';
import type { Client, Contact, ContactRole, PostalAddress } from '../ledger/client.ts';

/** Whom to fall back to when nobody has the role that a step asks for. */
const fallbackOrder: readonly ContactRole[] = ['reminders', 'accounting', 'decision-maker', 'other', 'site'];

export interface EmailRecipient {
  readonly email: string;
  /** Empty where the contact has no name. */
  readonly name: string;
}

const isAddressed = (contact: Contact): contact is Contact & { readonly email: string } =>
  contact.email !== undefined && isEmailAddress(contact.email.trim());

const usable = (contact: Contact): contact is Contact & { readonly email: string } =>
  contact.bouncedOn === undefined && isAddressed(contact);

/**
 * The contact of a client to write to: the role of the step first, then any with one valid address that no
 * message came back from.
 */
export const emailRecipient = (client: Client, role: ContactRole): EmailRecipient | undefined => {
  for (const wanted of [role, ...fallbackOrder])
    for (const contact of client.contacts)
      if (contact.role === wanted && usable(contact))
        return { email: contact.email.trim(), name: contact.name.trim() };
  return undefined;
};

/** Day from which mail to the client came back, where that is why there is nobody to write to. */
export const bouncedSince = (client: Client): Day | undefined => {
  let since: Day | undefined;
  for (const contact of client.contacts)
    if (isAddressed(contact) && contact.bouncedOn !== undefined)
      if (since === undefined || contact.bouncedOn < since) since = contact.bouncedOn;
  return since;
};

/** Name of the person a letter is for; empty where no contact has the role. */
export const letterAddressee = (client: Client, role: ContactRole): string =>
  client.contacts.find((contact) => contact.role === role)?.name.trim() ?? '';

/** True when a letter to this address can be delivered: something above the city, a city, and a postcode in France. */
export const isPostable = (address: PostalAddress | undefined): address is PostalAddress => {
  if (address === undefined) return false;
  const country = (address.country ?? '').trim().toLowerCase();
  const domestic = country === '' || country === 'france';
  return (
    address.lines.some((line) => line.trim() !== '') &&
    address.city.trim() !== '' &&
    (!domestic || /^\d{5}$/.test(address.postcode.replaceAll(' ', '')))
  );
};
