import { type Day, isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Client, Contact } from '../../../shared/ledger/client.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { fail, ok } from '../../../shared/result.ts';

interface Named {
  readonly client: Client;
  readonly contact: Contact & { readonly email: string };
}

const noAddress: Refusal = {
  kind: 'no-address',
  message: 'Ce contact n’a plus d’adresse e-mail.',
};

const namedIn = (ledger: Ledger, clientId: string, contactId: string): Named | undefined => {
  const client = ledger.clients.get(clientId);
  const contact = client?.contacts.find(({ id }) => id === contactId);
  return client && contact?.email !== undefined && contact.email.trim() !== ''
    ? { client, contact: { ...contact, email: contact.email } }
    : undefined;
};

const withContact = (client: Client, contact: Contact): Client => ({
  ...client,
  contacts: client.contacts.map((other) => (other.id === contact.id ? contact : other)),
});

/** « Adresse en erreur »: mail to it came back, nothing more is sent there. */
export const markBounced: Command<{
  readonly clientId: string;
  readonly contactId: string;
  readonly bouncedOn: Day;
}> = (ledger, { clientId, contactId, bouncedOn }, context) => {
  const named = namedIn(ledger, clientId, contactId);
  if (!named) return fail(noAddress);
  if (!isDay(bouncedOn)) return fail({ kind: 'invalid', message: 'Indiquez la date.' });
  if (bouncedOn > context.today)
    return fail({ kind: 'future', message: 'Cette date n’est pas encore passée.' });
  const { client, contact } = named;
  return ok({
    command: 'mark-bounced',
    label: `${contact.email}\u00A0: adresse en erreur depuis le ${formatDay(bouncedOn)}`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', withContact(client, { ...contact, bouncedOn }))],
  });
};

/** « L’adresse est bonne »: messages go there again. */
export const confirmAddress: Command<{ readonly clientId: string; readonly contactId: string }> = (
  ledger,
  { clientId, contactId },
) => {
  const named = namedIn(ledger, clientId, contactId);
  if (!named) return fail(noAddress);
  const { bouncedOn, ...kept } = named.contact;
  if (bouncedOn === undefined)
    return fail({ kind: 'not-bounced', message: 'Cette adresse n’est pas signalée en erreur.' });
  return ok({
    command: 'confirm-address',
    label: `${kept.email}\u00A0: adresse confirmée`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', withContact(named.client, kept))],
  });
};

/**
 * The client with the contacts marked to whom mail to this address came back on a day; undefined where none
 * has it, or all are marked already.
 */
export const withBounce = (client: Client, address: string, bouncedOn: Day): Client | undefined => {
  const wanted = address.trim().toLowerCase();
  const isNew = ({ email, bouncedOn: known }: Contact): boolean =>
    known === undefined && email?.trim().toLowerCase() === wanted;
  if (!client.contacts.some(isNew)) return undefined;
  return {
    ...client,
    contacts: client.contacts.map((contact) => (isNew(contact) ? { ...contact, bouncedOn } : contact)),
  };
};
