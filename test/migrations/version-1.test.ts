import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateClient } from '../../renderer/db/commands/clients.ts';
import { declareDatabase, schemaVersion } from '../../renderer/db/schema.ts';
import { tableNames } from '../../shared/ledger/ledger.ts';
import { type LedgerRig, newLedgerRig, refusalOf, rowsOf } from '../unit/renderer/db/ledger-rig.ts';

let rig: LedgerRig;

beforeEach(async () => {
  rig = await newLedgerRig();
});
afterEach(() => rig.end());

/** Key path of every store as version 1 was released; native versions of Dexie are ten times its own. */
const storesOfVersion1: Readonly<Record<string, string>> = {
  facts: 'id',
  changes: 'sequence',
  clients: 'id',
  invoices: 'id',
  payments: 'id',
  allocations: 'id',
  disputes: 'id',
  promises: 'id',
  plans: 'id',
  pauses: 'id',
  reminders: 'id',
  notes: 'id',
  imports: 'id',
  importProfiles: 'id',
  scenarios: 'id',
  templates: 'id',
  settings: 'id',
  outflows: 'id',
  bankBalances: 'id',
  documents: 'hash',
};

const client = {
  id: 'c1',
  name: 'Ets Façades',
  regime: 'b2b',
  segment: 'regular',
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: '2026-11-20T08:00:00.000Z',
};
const firstChange = {
  sequence: 1,
  groupSequence: 1,
  pages: 1,
  at: '2026-11-20T08:00:00.000Z',
  command: 'create-client',
  label: 'Client Ets Façades créé',
  clientId: 'c1',
  undo: 'allowed',
  images: [{ table: 'clients', key: 'c1', before: null, after: client }],
};
const identity = {
  id: 'identity',
  databaseId: 'database-by-hand',
  generation: '',
  schemaVersion: 1,
  mirroredSequence: 0,
};

/** Writes a database with the browser's own means, as an application of that time left it. */
const writeByHand = (
  nativeVersion: number,
  stores: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, readonly object[]>>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open('acquit-main', nativeVersion);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores))
        request.result.createObjectStore(name, { keyPath });
      for (const [name, all] of Object.entries(rows))
        for (const row of all) request.transaction?.objectStore(name).put(row);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });

/** Version, stores and rows as they are, opened with the browser's own means. */
const readByHand = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open('acquit-main');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const names = [...database.objectStoreNames];
      const reading = database.transaction(names);
      const found: Record<string, { keyPath: unknown; rows: unknown }> = {};
      for (const name of names) {
        const store = reading.objectStore(name);
        const all = store.getAll();
        all.onsuccess = () => {
          found[name] = { keyPath: store.keyPath, rows: all.result };
        };
      }
      reading.oncomplete = () => {
        const { version } = database;
        database.close();
        resolve({ version, found });
      };
    };
  });

describe('a database of version 1', () => {
  it('opens with all that it holds, and goes on', async () => {
    await writeByHand(10, storesOfVersion1, {
      facts: [identity],
      clients: [client],
      changes: [firstChange],
    });
    const ledger = await rig.open();
    expect(rowsOf(ledger.memory.current())).toEqual(new Map([['clients/c1', client]]));
    expect(rig.mirror().status()).toMatchObject({ databaseId: 'database-by-hand', lastSequence: 1 });
    const done = await ledger.commands.run(updateClient, { id: 'c1', changes: { name: 'Façades & Cie' } });
    expect(done).toMatchObject({ ok: true, value: { groupSequence: 2 } });
    const again = await rig.open();
    expect(again.memory.current().clients.get('c1')?.name).toBe('Façades & Cie');
  });

  it('has the stores and keys that this application declares: what is released does not change', async () => {
    const database = declareDatabase('acquit-main');
    await database.open();
    const declared = Object.fromEntries(
      database.tables.map(({ name, schema }) => [name, String(schema.primKey.keyPath)]),
    );
    const indexes = database.tables.flatMap(({ schema }) => schema.indexes);
    const { verno } = database;
    database.close();
    expect(indexes).toEqual([]);
    expect(verno).toBe(schemaVersion);
    expect(declared).toMatchObject(storesOfVersion1);
    expect(Object.keys(declared)).toEqual(expect.arrayContaining([...tableNames]));
  });
});

describe('a database of a newer application', () => {
  it('is refused and left exactly as it is, with stores this application does not know', async () => {
    await writeByHand(
      (schemaVersion + 1) * 10,
      { ...storesOfVersion1, mandates: 'id' },
      {
        facts: [{ ...identity, schemaVersion: schemaVersion + 1 }],
        clients: [{ ...client, mandateId: 'm1' }],
        mandates: [{ id: 'm1', reference: 'RUM-1' }],
        changes: [firstChange],
      },
    );
    const before = await readByHand();
    expect(await refusalOf(rig.start())).toBe('newer-database');
    expect(await readByHand()).toEqual(before);
  });

  it('is refused and left exactly as it is, without stores this application would want', async () => {
    const { bankBalances: _dropped, notes: _merged, ...stores } = storesOfVersion1;
    await writeByHand(30, stores, {
      facts: [{ ...identity, schemaVersion: 3 }],
      clients: [client],
      changes: [firstChange],
    });
    const before = await readByHand();
    expect(await refusalOf(rig.start())).toBe('newer-database');
    expect(await readByHand()).toEqual(before);
  });
});
