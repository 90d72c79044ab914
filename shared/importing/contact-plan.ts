import type { Client, Contact, DebtorRegime, PostalAddress } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ContactAddition, mergeContact } from './contact-merge.ts';
import type { ContactRow } from './contact-row.ts';
import { bareClientName, clientCodeKey, clientNameKey } from './import-identity.ts';
import { likelyRegime } from './likely-regime.ts';

/** What the user decided about a row that several clients could be, or that is new: a client, a new one, or nothing. */
export type ContactChoice =
  | { readonly kind: 'client'; readonly clientId: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'skip' };

/** A client of the ledger that rows of the list complete. */
export interface CompletedClient {
  readonly clientId: string;
  readonly lines: readonly number[];
  readonly added: readonly ContactAddition[];
  /** As it would be; nothing that was there is changed. */
  readonly client: Client;
}

/** A client that the ledger does not know. */
export interface NewContactClient {
  readonly id: string;
  readonly lines: readonly number[];
  readonly name: string;
  readonly regime: DebtorRegime;
  readonly code?: string | undefined;
  readonly siren?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly address?: PostalAddress | undefined;
  readonly contacts: readonly Contact[];
}

/** A row that could mean several clients; nothing is done with it until the user says which. */
export interface AmbiguousContact {
  readonly row: ContactRow;
  readonly candidateIds: readonly string[];
  readonly reason: 'same-name' | 'similar-name' | 'same-email' | 'contradicts';
}

/** What a contact list would do to a ledger; nothing is written. */
export interface ContactPlan {
  readonly completed: readonly CompletedClient[];
  readonly newClients: readonly NewContactClient[];
  readonly ambiguous: readonly AmbiguousContact[];
  /** Rows that tell nothing new. */
  readonly unchanged: readonly ContactRow[];
  /** Rows the user said to leave out. */
  readonly skipped: readonly ContactRow[];
}

type Found =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[]; readonly reason: AmbiguousContact['reason'] }
  | { readonly kind: 'none' };

const add = (index: Map<string, Set<string>>, key: string | undefined, id: string): void => {
  if (key === undefined || key === '') return;
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
};

/** A row whose name is the client's own: a contact of the same name would say it twice. */
const withoutName = ({ name: _sameAsClient, ...row }: ContactRow): ContactRow => row;

/** Clients by code, SIREN, e-mail and name; new ones of the list join in. */
class ClientFinder {
  readonly #byCode = new Map<string, Set<string>>();
  readonly #bySiren = new Map<string, Set<string>>();
  readonly #byEmail = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byBareName = new Map<string, Set<string>>();
  readonly #clients = new Map<string, Pick<Client, 'code' | 'siren'>>();

  put({
    id,
    name,
    code,
    siren,
    contacts,
  }: Pick<Client, 'id' | 'name' | 'code' | 'siren' | 'contacts'>): void {
    this.#clients.set(id, { code, siren });
    add(this.#byCode, code === undefined ? undefined : clientCodeKey(code), id);
    add(this.#bySiren, siren?.replace(/\s/g, ''), id);
    add(this.#byName, clientNameKey(name), id);
    add(this.#byBareName, bareClientName(name), id);
    for (const contact of contacts) add(this.#byEmail, contact.email?.trim().toLowerCase(), id);
  }

  /** What a row added to a client that is known already. */
  learn({ id, code, siren }: Pick<Client, 'id' | 'code' | 'siren'>, email: string | undefined): void {
    this.#clients.set(id, { code, siren });
    add(this.#byCode, code === undefined ? undefined : clientCodeKey(code), id);
    add(this.#bySiren, siren?.replace(/\s/g, ''), id);
    add(this.#byEmail, email?.trim().toLowerCase(), id);
  }

  #contradicts(id: string, row: ContactRow): boolean {
    const client = this.#clients.get(id);
    const differs = (known: string | undefined, stated: string | undefined): boolean =>
      known !== undefined &&
      known.trim() !== '' &&
      stated !== undefined &&
      clientCodeKey(known) !== clientCodeKey(stated);
    return client !== undefined && (differs(client.code, row.code) || differs(client.siren, row.siren));
  }

  find(row: ContactRow): Found {
    const several = (ids: ReadonlySet<string>, reason: AmbiguousContact['reason']): Found => ({
      kind: 'several',
      ids: [...ids],
      reason,
    });
    const byCode = row.code === undefined ? undefined : this.#byCode.get(clientCodeKey(row.code));
    const [coded] = byCode ?? [];
    if (byCode?.size === 1 && coded !== undefined) return { kind: 'one', id: coded };
    const sure = [
      [row.siren === undefined ? undefined : this.#bySiren.get(row.siren), 'same-name'],
      [this.#byName.get(clientNameKey(row.organisation ?? row.name ?? '')), 'same-name'],
      [row.email === undefined ? undefined : this.#byEmail.get(row.email.toLowerCase()), 'same-email'],
    ] as const;
    for (const [ids, reason] of sure) {
      if (ids === undefined) continue;
      // « Boulangerie Martin » with two codes is two bakeries.
      const fitting = new Set([...ids].filter((id) => !this.#contradicts(id, row)));
      const [first] = fitting;
      // One accountant's address may serve several companies: beside another name it only hints.
      const isHint = reason === 'same-email' && row.organisation !== undefined;
      if (fitting.size === 1 && first !== undefined && !isHint) return { kind: 'one', id: first };
      if (fitting.size > 0) return several(fitting, reason);
      if (reason === 'same-email') return several(ids, 'contradicts');
    }
    if (row.organisation === undefined) return { kind: 'none' };
    const similar = this.#byBareName.get(bareClientName(row.organisation));
    const fitting = new Set([...(similar ?? [])].filter((id) => !this.#contradicts(id, row)));
    return fitting.size > 0 ? several(fitting, 'similar-name') : { kind: 'none' };
  }
}

/**
 * Compares a contact list with the ledger. A client is found by code, SIREN, exact name (case, accents and
 * punctuation aside) or e-mail; a likeness of names alone is asked, never decided. Rows of one company make
 * one client with several contacts. Planning the same list again after its import changes nothing.
 * @param choices what the user decided, by line of the file.
 */
export const planContacts = (
  ledger: Pick<Ledger, 'clients'>,
  rows: readonly ContactRow[],
  newId: () => string,
  choices: ReadonlyMap<number, ContactChoice> = new Map(),
): ContactPlan => {
  const finder = new ClientFinder();
  for (const client of ledger.clients.values()) finder.put(client);
  const completed = new Map<string, CompletedClient>();
  const created = new Map<string, NewContactClient>();
  const ambiguous: AmbiguousContact[] = [];
  const unchanged: ContactRow[] = [];
  const skipped: ContactRow[] = [];

  const create = (row: ContactRow): void => {
    const name = row.organisation ?? row.name ?? '';
    const draft = {
      id: newId(),
      lines: [row.line],
      name,
      regime: likelyRegime(name, row.siren),
      contacts: [],
    };
    const { client } = mergeContact<NewContactClient>(
      draft,
      row.organisation === undefined ? withoutName(row) : row,
      newId,
    );
    created.set(client.id, client);
    finder.put(client);
  };

  const complete = (id: string, row: ContactRow): void => {
    const draft = created.get(id);
    if (draft) {
      const { client } = mergeContact(draft, row, newId);
      created.set(id, { ...client, lines: [...draft.lines, row.line] });
      finder.learn(client, row.email);
      return;
    }
    const before = completed.get(id);
    const known = before?.client ?? ledger.clients.get(id);
    if (!known) {
      create(row);
      return;
    }
    const isItself =
      row.organisation === undefined && clientNameKey(row.name ?? '') === clientNameKey(known.name);
    const plain = isItself ? withoutName(row) : row;
    const { client, added } = mergeContact(known, plain, newId);
    if (added.length === 0) {
      unchanged.push(row);
      return;
    }
    completed.set(id, {
      clientId: id,
      lines: [...(before?.lines ?? []), row.line],
      added: [...new Set([...(before?.added ?? []), ...added])],
      client,
    });
    finder.learn(client, row.email);
  };

  for (const row of rows) {
    const choice = choices.get(row.line);
    if (choice?.kind === 'skip') {
      skipped.push(row);
      continue;
    }
    if (choice?.kind === 'client') {
      complete(choice.clientId, row);
      continue;
    }
    const found = finder.find(row);
    if (found.kind === 'one') complete(found.id, row);
    else if (found.kind === 'none' || choice?.kind === 'new') create(row);
    else {
      // Two new clients of the list with like names are two clients: nobody is there to be mistaken for.
      const candidateIds = found.ids.filter((id) => ledger.clients.has(id));
      if (candidateIds.length === 0) create(row);
      else ambiguous.push({ row, candidateIds, reason: found.reason });
    }
  }
  return {
    completed: [...completed.values()],
    newClients: [...created.values()],
    ambiguous,
    unchanged,
    skipped,
  };
};

/** True when a list would change nothing. */
export const isNoNewContact = (plan: ContactPlan): boolean =>
  plan.completed.length === 0 && plan.newClients.length === 0;
