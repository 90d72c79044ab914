import { clientCodeKey, clientNameKey } from './import-identity.ts';
import type { ImportedContact, InvoiceRow } from './invoice-row.ts';

/** What is known of a client, in the ledger or so far in the file. */
export interface KnownClient extends ImportedContact {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
}

/** What a row tells of its client's identity. */
export type RowClient = Pick<InvoiceRow, 'clientCode' | 'clientName' | 'clientNamedByCode' | 'contact'>;

/** Finds the client of a row among the known ones, and learns new ones. */
export interface ClientIndex {
  readonly find: (row: RowClient) => KnownClient | undefined;
  /** Adds a client, or replaces the one with the same id. */
  readonly put: (client: KnownClient) => void;
}

const differ = (known: string | undefined, stated: string | undefined): boolean =>
  known !== undefined && stated !== undefined && known !== stated;

/**
 * An index by code, then SIREN, then folded name. A name alone never joins two clients whose codes or SIREN
 * differ: « Boulangerie Martin » with two codes is two bakeries.
 */
export const clientIndex = (clients: readonly KnownClient[]): ClientIndex => {
  const byId = new Map<string, KnownClient>();
  const idByCode = new Map<string, string>();
  const idBySiren = new Map<string, string>();
  const idsByName = new Map<string, string[]>();

  const put = (client: KnownClient): void => {
    byId.set(client.id, client);
    const code = client.code === undefined ? undefined : clientCodeKey(client.code);
    if (code !== undefined && !idByCode.has(code)) idByCode.set(code, client.id);
    if (client.siren !== undefined && !idBySiren.has(client.siren)) idBySiren.set(client.siren, client.id);
    const name = clientNameKey(client.name);
    const namesakes = idsByName.get(name);
    if (!namesakes) idsByName.set(name, [client.id]);
    else if (!namesakes.includes(client.id)) namesakes.push(client.id);
  };

  const find = (row: RowClient): KnownClient | undefined => {
    const code = row.clientCode === undefined ? undefined : clientCodeKey(row.clientCode);
    const idOfCode = code === undefined ? undefined : idByCode.get(code);
    if (idOfCode !== undefined) return byId.get(idOfCode);
    const idOfSiren = row.contact.siren === undefined ? undefined : idBySiren.get(row.contact.siren);
    const bySiren = idOfSiren === undefined ? undefined : byId.get(idOfSiren);
    const codeOf = (client: KnownClient) =>
      client.code === undefined ? undefined : clientCodeKey(client.code);
    // One company may be invoiced under several codes (sites): the file keeps them apart, so do we.
    if (bySiren && !differ(codeOf(bySiren), code)) return bySiren;
    if (row.clientNamedByCode) return undefined;
    return (idsByName.get(clientNameKey(row.clientName)) ?? [])
      .map((id) => byId.get(id))
      .find((client) => client && !differ(codeOf(client), code) && !differ(client.siren, row.contact.siren));
  };

  for (const client of clients) put(client);
  return { find, put };
};

/** What a row tells that is not yet known of its client; undefined when there is nothing. Never overwrites. */
export const missingClientFacts = (
  client: KnownClient,
  row: InvoiceRow,
): Partial<KnownClient> | undefined => {
  const { contact } = row;
  const wasNamedByCode = client.code !== undefined && client.name === `Client ${client.code}`;
  const named = wasNamedByCode && !row.clientNamedByCode && row.clientName !== client.name;
  const hasAddress =
    client.addressLines !== undefined || client.postcode !== undefined || client.city !== undefined;
  const facts: Partial<KnownClient> = {
    ...(named && { name: row.clientName }),
    ...(client.code === undefined && row.clientCode !== undefined && { code: row.clientCode }),
    ...(client.siren === undefined && contact.siren !== undefined && { siren: contact.siren }),
    ...(client.email === undefined && contact.email !== undefined && { email: contact.email }),
    ...(client.phone === undefined && contact.phone !== undefined && { phone: contact.phone }),
    ...(client.vatNumber === undefined &&
      contact.vatNumber !== undefined && { vatNumber: contact.vatNumber }),
    // Half an address of the file and half of the user's would be nobody's address.
    ...(!hasAddress && contact.addressLines !== undefined && { addressLines: contact.addressLines }),
    ...(!hasAddress && contact.postcode !== undefined && { postcode: contact.postcode }),
    ...(!hasAddress && contact.city !== undefined && { city: contact.city }),
  };
  return Object.keys(facts).length === 0 ? undefined : facts;
};
