import type { Client, Contact } from '../ledger/client.ts';
import type { ContactRow } from './contact-row.ts';
import { foldText } from './fold-text.ts';

/** What a contact list adds to a client. */
export type ContactAddition = 'code' | 'siren' | 'vat-number' | 'address' | 'contact' | 'contact-details';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const emailKey = (email: string | undefined): string => (email ?? '').trim().toLowerCase();
const phoneDigits = (phone: string | undefined): string =>
  (phone ?? '').replace(/^\s*(?:\+|00)33\s*(?:\(0\))?/, '0').replace(/\D/g, '');

/** The contacts of one client by what they are recognised by; of several alike the first. */
interface ContactIndex {
  readonly byEmail: Map<string, Contact>;
  readonly byName: Map<string, Contact>;
  /** Contacts that are nothing but a telephone number. */
  readonly byPhone: Map<string, Contact>;
}

const putFirst = (map: Map<string, Contact>, key: string, contact: Contact): void => {
  if (key !== '' && !map.has(key)) map.set(key, contact);
};

const enter = (index: ContactIndex, contact: Contact): void => {
  putFirst(index.byEmail, emailKey(contact.email), contact);
  putFirst(index.byName, foldText(contact.name), contact);
  if (isBlank(contact.name) && isBlank(contact.email))
    putFirst(index.byPhone, phoneDigits(contact.phone), contact);
};

/** An index goes from a list of contacts to the one that has one more: a company may fill a whole file. */
const indexes = new WeakMap<readonly Contact[], ContactIndex>();

const indexOf = (contacts: readonly Contact[]): ContactIndex => {
  const known = indexes.get(contacts);
  if (known) return known;
  const index: ContactIndex = { byEmail: new Map(), byName: new Map(), byPhone: new Map() };
  for (const contact of contacts) enter(index, contact);
  indexes.set(contacts, index);
  return index;
};

const appended = (contacts: readonly Contact[], contact: Contact): readonly Contact[] => {
  const index = indexOf(contacts);
  indexes.delete(contacts);
  enter(index, contact);
  const longer = [...contacts, contact];
  indexes.set(longer, index);
  return longer;
};

/** The contact of a client that a row speaks of: same address, else same name, else the same phone alone. */
const contactOf = (contacts: readonly Contact[], row: ContactRow): Contact | undefined => {
  const { byEmail, byName, byPhone } = indexOf(contacts);
  return (
    byEmail.get(emailKey(row.email)) ??
    byName.get(foldText(row.name ?? '')) ??
    byPhone.get(phoneDigits(row.phone))
  );
};

const withContact = (
  contacts: readonly Contact[],
  row: ContactRow,
  newId: () => string,
): { readonly contacts: readonly Contact[]; readonly added: ContactAddition | undefined } => {
  if (row.name === undefined && row.email === undefined && row.phone === undefined)
    return { contacts, added: undefined };
  const known = contactOf(contacts, row);
  // A second address of a known person is a contact of its own: the first one stays where reminders go.
  const isOther =
    known !== undefined &&
    row.email !== undefined &&
    !isBlank(known.email) &&
    emailKey(known.email) !== emailKey(row.email);
  if (known === undefined || isOther) {
    const added: Contact = {
      id: newId(),
      name: row.name ?? '',
      role: row.role ?? (contacts.length === 0 ? 'reminders' : 'other'),
      ...(row.email !== undefined && { email: row.email }),
      ...(row.phone !== undefined && { phone: row.phone }),
    };
    return { contacts: appended(contacts, added), added: 'contact' };
  }
  const completed: Contact = {
    ...known,
    ...(isBlank(known.name) && row.name !== undefined && { name: row.name }),
    ...(isBlank(known.email) && row.email !== undefined && { email: row.email }),
    ...(isBlank(known.phone) && row.phone !== undefined && { phone: row.phone }),
  };
  const isSame =
    completed.name === known.name && completed.email === known.email && completed.phone === known.phone;
  return isSame
    ? { contacts, added: undefined }
    : {
        contacts: contacts.map((contact) => (contact === known ? completed : contact)),
        added: 'contact-details',
      };
};

/** What a merge looks at and completes; the rest of a client is no business of a contact list. */
export type ContactHolder = Pick<Client, 'code' | 'siren' | 'vatNumber' | 'address' | 'contacts'>;

const hasAddress = ({ address }: ContactHolder): boolean =>
  address !== undefined &&
  (address.lines.some((line) => line.trim() !== '') || !isBlank(address.postcode) || !isBlank(address.city));

/**
 * A client completed with a row of a contact list. What is there already stays as it is: only what is missing
 * is added, an address as a whole (half of the file's and half of the user's would be nobody's).
 */
export const mergeContact = <Holder extends ContactHolder>(
  client: Holder,
  row: ContactRow,
  newId: () => string,
): { readonly client: Holder; readonly added: readonly ContactAddition[] } => {
  const { contacts, added } = withContact(client.contacts, row, newId);
  const takes = {
    code: isBlank(client.code) && row.code !== undefined,
    siren: isBlank(client.siren) && row.siren !== undefined,
    'vat-number': isBlank(client.vatNumber) && row.vatNumber !== undefined,
    address: !hasAddress(client) && row.address !== undefined,
  };
  const facts = (['code', 'siren', 'vat-number', 'address'] as const).filter((fact) => takes[fact]);
  const all: readonly ContactAddition[] = added === undefined ? facts : [...facts, added];
  if (all.length === 0) return { client, added: [] };
  return {
    client: {
      ...client,
      ...(takes.code && { code: row.code }),
      ...(takes.siren && { siren: row.siren }),
      ...(takes['vat-number'] && { vatNumber: row.vatNumber }),
      ...(takes.address && { address: row.address }),
      contacts,
    },
    added: all,
  };
};
