import { arePaymentTerms } from '../../../shared/dates/payment-terms.ts';
import { normaliseEmailAddress } from '../../../shared/identifiers/email-address.ts';
import type { Client, Contact } from '../../../shared/ledger/client.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { fail, ok } from '../../../shared/result.ts';

/** What the user may set on a client. */
export type ClientWish = Omit<Client, 'id' | 'createdAt' | 'importId'>;

/** Terms that give no due date would silently leave invoices without one. */
const termsProblem = ({ terms }: Partial<ClientWish>) =>
  terms === undefined || arePaymentTerms(terms)
    ? undefined
    : fail({
        kind: 'invalid-terms',
        message:
          'Complétez les conditions de paiement\u00A0: un nombre de jours, et la façon de compter la fin de mois.',
      });

/** A client as it starts: a business, nothing agreed, nobody to write to. */
export const blankClient = (name: string): ClientWish => ({
  name,
  regime: 'b2b',
  segment: 'regular',
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
});

export const createClient: Command<{ readonly id: string; readonly client: ClientWish }> = (
  ledger,
  { id, client },
  context,
) => {
  const name = client.name.trim();
  if (name === '') return fail({ kind: 'no-name', message: 'Indiquez le nom du client.' });
  if (ledger.clients.has(id)) return fail({ kind: 'exists', message: 'Ce client existe déjà.' });
  const problem = termsProblem(client);
  if (problem) return problem;
  return ok({
    command: 'create-client',
    label: `Client ${name} créé`,
    clientId: id,
    undo: 'allowed',
    writes: [put('clients', { ...client, name, id, createdAt: context.now })],
  });
};

export const updateClient: Command<{ readonly id: string; readonly changes: Partial<ClientWish> }> = (
  ledger,
  { id, changes },
) => {
  const client = ledger.clients.get(id);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const next: Client = { ...client, ...changes, name: (changes.name ?? client.name).trim() };
  if (next.name === '') return fail({ kind: 'no-name', message: 'Indiquez le nom du client.' });
  const problem = termsProblem(changes);
  if (problem) return problem;
  return ok({
    command: 'update-client',
    label: `Fiche de ${next.name} modifiée`,
    clientId: id,
    undo: 'allowed',
    writes: [put('clients', next)],
  });
};

/** Never remind this client, with the reason; an empty reason lifts the exclusion. */
export const excludeClient: Command<{ readonly id: string; readonly reason: string }> = (
  ledger,
  { id, reason },
) => {
  const client = ledger.clients.get(id);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const { excludedReason: _lifted, ...kept } = client;
  return ok({
    command: 'exclude-client',
    label: reason === '' ? `${client.name} de nouveau relancé` : `${client.name} exclu des relances`,
    clientId: id,
    undo: 'allowed',
    writes: [put('clients', reason === '' ? kept : { ...client, excludedReason: reason })],
  });
};

/** Adds or replaces a contact. Its e-mail must be exactly one address: reminders go there unseen. */
export const saveContact: Command<{ readonly clientId: string; readonly contact: Contact }> = (
  ledger,
  { clientId, contact },
) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const address = contact.email === undefined ? undefined : normaliseEmailAddress(contact.email);
  if (address && !address.ok)
    return fail({
      kind: 'invalid-email',
      message: `«\u00A0${contact.email ?? ''}\u00A0» n’est pas une adresse e-mail. Corrigez-la, ou laissez le champ vide.`,
    });
  if (contact.name.trim() === '' && !address && (contact.phone ?? '').trim() === '')
    return fail({ kind: 'empty', message: 'Indiquez au moins un nom, un e-mail ou un téléphone.' });
  const known = client.contacts.find(({ id }) => id === contact.id);
  // Mail came back from the former address; whether it reaches the new one is not known.
  const isSameAddress = known?.email?.trim().toLowerCase() === address?.value.toLowerCase();
  const { bouncedOn: _bounced, ...rest } = contact;
  const saved: Contact = {
    ...rest,
    name: contact.name.trim(),
    email: address?.value,
    ...(isSameAddress && known?.bouncedOn !== undefined && { bouncedOn: known.bouncedOn }),
  };
  const contacts = known
    ? client.contacts.map((other) => (other.id === contact.id ? saved : other))
    : [...client.contacts, saved];
  return ok({
    command: 'save-contact',
    label: `Contact ${saved.name || saved.email || ''} de ${client.name} ${known ? 'modifié' : 'ajouté'}`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', { ...client, contacts })],
  });
};

export const removeContact: Command<{ readonly clientId: string; readonly contactId: string }> = (
  ledger,
  { clientId, contactId },
) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  return ok({
    command: 'remove-contact',
    label: `Contact de ${client.name} retiré`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', { ...client, contacts: client.contacts.filter(({ id }) => id !== contactId) })],
  });
};
