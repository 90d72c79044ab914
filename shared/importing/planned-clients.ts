import { clientIndex, type KnownClient, missingClientFacts } from './client-matching.ts';
import { bareClientName } from './import-identity.ts';
import type { ImportPlan, UpdatedClient } from './import-plan.ts';
import type { InvoiceRow } from './invoice-row.ts';

type NewClient = ImportPlan['newClients'][number];

/** The clients of the ledger, and what the rows of a file add to them while an import is being planned. */
export interface PlannedClients {
  /** The client of a row, known before or created by an earlier one. */
  readonly find: (row: InvoiceRow) => KnownClient | undefined;
  /** Name of a client that the ledger had before; empty for others. */
  readonly nameBefore: (clientId: string) => string;
  readonly create: (row: InvoiceRow) => KnownClient;
  /** Remembers the facts of a row that its client lacked. */
  readonly learn: (client: KnownClient, row: InvoiceRow) => void;
  readonly planned: () => Pick<ImportPlan, 'newClients' | 'updatedClients' | 'similarClients'>;
}

/** @param newId gives a fresh id for a new client */
export const plannedClients = (existing: readonly KnownClient[], newId: () => string): PlannedClients => {
  const known = clientIndex(existing);
  const before = new Map(existing.map((client) => [client.id, client]));
  const created = new Map<string, NewClient>();
  const completed = new Map<string, UpdatedClient>();
  return {
    find: (row) => known.find(row),
    nameBefore: (clientId) => before.get(clientId)?.name ?? '',
    create: (row) => {
      const client = {
        id: newId(),
        name: row.clientName,
        ...(row.clientCode !== undefined && { code: row.clientCode }),
        ...row.contact,
      };
      created.set(client.id, { ...client, line: row.line });
      known.put(client);
      return client;
    },
    learn: (client, row) => {
      const facts = missingClientFacts(client, row);
      if (!facts) return;
      known.put({ ...client, ...facts });
      const ownNew = created.get(client.id);
      if (ownNew) {
        created.set(client.id, { ...ownNew, ...facts });
        return;
      }
      const earlier = completed.get(client.id);
      completed.set(client.id, {
        id: client.id,
        changes: { ...earlier?.changes, ...facts },
        line: earlier?.line ?? row.line,
      });
    },
    planned: () => {
      const idsByBareName = new Map(existing.map((client) => [bareClientName(client.name), client.id]));
      return {
        newClients: [...created.values()],
        updatedClients: [...completed.values()],
        similarClients: [...created.values()].flatMap((client) => {
          const existingClientId = idsByBareName.get(bareClientName(client.name));
          return existingClientId === undefined ? [] : [{ newClientId: client.id, existingClientId }];
        }),
      };
    },
  };
};
