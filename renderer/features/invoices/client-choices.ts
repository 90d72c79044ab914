import { clientNameKey } from '../../../shared/importing/import-identity.ts';
import type { Client } from '../../../shared/ledger/client.ts';

/** What a client picker offers: one distinct text a client, and the client behind a typed text. */
export interface ClientChoices {
  readonly labels: readonly string[];
  readonly labelOf: (clientId: string) => string;
  /** The client of exactly this label, or the only one of this name (case and accents apart). */
  readonly find: (text: string) => string | undefined;
}

const collator = new Intl.Collator('fr', { numeric: true });

/** Clients by name; namesakes are told apart by their code, else by a number. */
export const clientChoices = (clients: Iterable<Client>): ClientChoices => {
  const sorted = [...clients].sort((a, b) => collator.compare(a.name, b.name));
  const idByLabel = new Map<string, string>();
  const labelById = new Map<string, string>();
  const idsByKey = new Map<string, string[]>();
  for (const client of sorted) {
    let label = client.name;
    if (idByLabel.has(label) && client.code !== undefined) label = `${client.name} (${client.code})`;
    for (let number = 2; idByLabel.has(label); number += 1) label = `${client.name} (${number})`;
    idByLabel.set(label, client.id);
    labelById.set(client.id, label);
    const key = clientNameKey(client.name);
    const namesakes = idsByKey.get(key);
    if (namesakes) namesakes.push(client.id);
    else idsByKey.set(key, [client.id]);
  }
  return {
    labels: [...idByLabel.keys()],
    labelOf: (clientId) => labelById.get(clientId) ?? '',
    find: (text) => {
      const exact = idByLabel.get(text.trim());
      if (exact !== undefined) return exact;
      const namesakes = idsByKey.get(clientNameKey(text)) ?? [];
      return namesakes.length === 1 ? namesakes[0] : undefined;
    },
  };
};
