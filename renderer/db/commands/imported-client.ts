import type { KnownClient } from '../../../shared/importing/client-matching.ts';
import type { UpdatedClient } from '../../../shared/importing/import-plan.ts';
import { likelyRegime } from '../../../shared/importing/likely-regime.ts';
import type { Client, Contact, PostalAddress } from '../../../shared/ledger/client.ts';
import type { CommandContext } from '../../../shared/ledger/decision.ts';
import { blankClient } from './clients.ts';

type ClientFacts = Partial<Omit<KnownClient, 'id'>>;

const addressOf = (facts: ClientFacts): PostalAddress | undefined =>
  facts.addressLines === undefined && facts.postcode === undefined && facts.city === undefined
    ? undefined
    : { lines: facts.addressLines ?? [], postcode: facts.postcode ?? '', city: facts.city ?? '' };

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Adds e-mail and phone of a file: to the first contact that lacks them, else as a contact of their own. */
const withReach = (
  contacts: readonly Contact[],
  { email, phone }: ClientFacts,
  newId: () => string,
): readonly Contact[] => {
  if (email === undefined && phone === undefined) return contacts;
  const reach = { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  const lacking = contacts.find(
    (contact) =>
      (email === undefined || isBlank(contact.email)) && (phone === undefined || isBlank(contact.phone)),
  );
  return lacking
    ? contacts.map((contact) => (contact === lacking ? { ...contact, ...reach } : contact))
    : [...contacts, { id: newId(), name: '', role: 'reminders', ...reach }];
};

const identityOf = ({ code, siren, vatNumber }: ClientFacts) => ({
  ...(code !== undefined && { code }),
  ...(siren !== undefined && { siren }),
  ...(vatNumber !== undefined && { vatNumber }),
});

/** A client that a file names for the first time. */
export const importedClient = (
  facts: KnownClient,
  importId: string,
  context: Pick<CommandContext, 'now' | 'newId'>,
): Client => {
  const address = addressOf(facts);
  return {
    ...blankClient(facts.name),
    ...identityOf(facts),
    ...(address && { address }),
    id: facts.id,
    regime: likelyRegime(facts.name, facts.siren),
    contacts: withReach([], facts, context.newId),
    importId,
    createdAt: context.now,
  };
};

/** A known client with the facts that the ledger lacked; nothing the user typed is written over. */
export const completedClient = (
  client: Client,
  facts: UpdatedClient['changes'],
  newId: () => string,
): Client => {
  const address = addressOf(facts);
  return {
    ...client,
    ...(facts.name !== undefined && { name: facts.name }),
    ...identityOf(facts),
    ...(address && { address: { ...address, country: client.address?.country } }),
    contacts: withReach(client.contacts, facts, newId),
  };
};
