import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, updateClient } from '../../../../renderer/db/commands/clients.ts';
import { undoChange } from '../../../../renderer/db/commands/undo.ts';
import type { OpenLedger } from '../../../../renderer/db/open-ledger.ts';
import { rowTable, schemaVersion } from '../../../../renderer/db/schema.ts';
import { put } from '../../../../shared/ledger/decision.ts';
import { aClient, anInvoice } from '../../shared/reminders/sample-ledger.ts';
import {
  type LedgerRig,
  mirroredChanges,
  newLedgerRig,
  refusalOf,
  rowsOf,
  storedIn,
  writeRows,
} from './ledger-rig.ts';

let rig: LedgerRig;

beforeEach(async () => {
  rig = await newLedgerRig();
});
afterEach(() => {
  vi.restoreAllMocks();
  return rig.end();
});

const write = (ledger: OpenLedger, name: string) =>
  ledger.commands.run(createClient, { id: name, client: aClient(name, { name }) });

/** Three clients in database and mirror; what they are. */
const filled = async (): Promise<ReadonlyMap<string, unknown>> => {
  const ledger = await rig.open();
  for (const name of ['a', 'b', 'c']) await write(ledger, name);
  return rowsOf(ledger.memory.current());
};

const journalPath = () => join(rig.folder, 'mirror', 'journal.ndjson');

/** Rows, changes and requests enough for three pages of rows and two of changes. */
const manyRows = 5200;
const fillLarge = async (ledger: OpenLedger): Promise<ReadonlyMap<string, unknown>> => {
  await ledger.commands.run(writeRows, {
    label: 'Grand import',
    writes: Array.from({ length: manyRows }, (_unused, index) =>
      put('documents', { hash: `h${index}`, name: `F-${index}.pdf`, mediaType: 'application/pdf' }),
    ),
  });
  await write(ledger, 'after');
  return rowsOf(ledger.memory.current());
};

/** For a slow machine that does other things too. */
const patienceMs = 60_000;

/** Everything agrees: memory, database and mirror. */
const expectWhole = async (ledger: OpenLedger, rows: ReadonlyMap<string, unknown>) => {
  expect(rowsOf(ledger.memory.current())).toEqual(rows);
  const stored = await storedIn(ledger.database);
  expect(stored.rows).toEqual(rows);
  expect(JSON.parse(JSON.stringify(stored.changes))).toEqual(await mirroredChanges(rig.mirror()));
  const identity = await ledger.database.facts.get('identity');
  const status = rig.mirror().status();
  expect(status).toMatchObject({
    kind: 'ready',
    databaseId: identity?.databaseId,
    generation: identity?.generation,
    lastSequence: identity?.mirroredSequence,
  });
  expect(ledger.memory.current().sequence).toBe(stored.changes.length);
};

/** IndexedDB that answers every opening with an error until the database is deleted. */
const makeUnreadable = (): void => {
  // Dexie tells each attempt.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { indexedDB, IDBKeyRange } = Dexie.dependencies;
  let damaged = true;
  const failing = {
    open: (name: string, version?: number) => {
      if (!damaged) return indexedDB.open(name, version);
      const request: Record<string, unknown> = { error: new DOMException('Internal error.', 'UnknownError') };
      queueMicrotask(() =>
        (request.onerror as ((event: unknown) => void) | undefined)?.({
          target: request,
          preventDefault: () => undefined,
          stopPropagation: () => undefined,
        }),
      );
      return request;
    },
    deleteDatabase: (name: string) => {
      damaged = false;
      return indexedDB.deleteDatabase(name);
    },
    cmp: indexedDB.cmp.bind(indexedDB),
    databases: indexedDB.databases.bind(indexedDB),
  };
  Dexie.dependencies = { indexedDB: failing as unknown as IDBFactory, IDBKeyRange };
};

describe('the first start', () => {
  it('makes a mirror and an empty ledger of the same identity', async () => {
    const ledger = await rig.open();
    expect(rig.asked).toEqual(['mirrorStatus', 'mirrorCreate']);
    expect(ledger.restored).toBeUndefined();
    await expectWhole(ledger, new Map());
  });

  it('goes on where it was cut short after the mirror was made', async () => {
    rig.breakRequest('mirrorCreate', 'io');
    await expect(rig.start()).rejects.toThrow('io');
    rig.breakRequest('mirrorCreate', undefined);
    await expectWhole(await rig.open(), new Map());
    rig.loseDatabase();
    const ledger = await rig.open();
    await write(ledger, 'a');
    await expectWhole(ledger, rowsOf(ledger.memory.current()));
  });
});

describe('a start with both copies', () => {
  it('reads the database and asks the mirror for nothing when they are in step', async () => {
    const rows = await filled();
    const ledger = await rig.open();
    expect(rig.asked).toEqual(['mirrorStatus']);
    expect(ledger.restored).toBeUndefined();
    await expectWhole(ledger, rows);
  });

  it('sends again what the mirror lacks', async () => {
    const first = await rig.open();
    await write(first, 'a');
    rig.breakRequest('mirrorAppend', 'io');
    await write(first, 'b');
    await write(first, 'c');
    const rows = rowsOf(first.memory.current());
    rig.breakRequest('mirrorAppend', undefined);
    const ledger = await rig.open();
    expect(rig.appended).toEqual([[2, 3]]);
    expect(ledger.restored).toBeUndefined();
    await expectWhole(ledger, rows);
  });

  it('sends again what a power cut tore off the mirror although it was acknowledged', async () => {
    const rows = await filled();
    await rig.stop();
    const mirrorFolder = join(rig.folder, 'mirror');
    for (const name of await readdir(mirrorFolder))
      if (name.startsWith('checkpoint-')) await rm(join(mirrorFolder, name));
    const journal = await readFile(journalPath());
    await truncate(journalPath(), journal.length - 40);
    const ledger = await rig.open();
    expect(rig.appended).toEqual([[3]]);
    await expectWhole(ledger, rows);
  });

  it('opens although the mirror takes nothing, and says so', async () => {
    const first = await rig.open();
    rig.breakRequest('mirrorAppend', 'io');
    await write(first, 'a');
    const ledger = await rig.open();
    expect(ledger.mirrorSync.problem()).toMatchObject({ kind: 'io' });
    expect(ledger.memory.current().clients.size).toBe(1);
  });
});

describe('a mirror that is gone', () => {
  it('is made again from the database with every change', async () => {
    const rows = await filled();
    await rig.stop();
    await rig.loseMirror();
    const ledger = await rig.open();
    expect(rig.asked).toEqual(['mirrorStatus', 'mirrorCreate', 'mirrorAppend']);
    expect(rig.appended).toEqual([[1, 2, 3]]);
    await expectWhole(ledger, rows);
  });

  it('is made again although the start was cut short between mirror and database', async () => {
    const rows = await filled();
    const id = (await (await rig.open()).database.facts.get('identity'))?.databaseId ?? '';
    await rig.stop();
    await rig.loseMirror();
    rig.breakRequest('mirrorCreate', 'lost');
    await rig.start().catch(() => undefined);
    // The mirror was made; the answer never came.
    await rig.mirror().create(id);
    rig.breakRequest('mirrorCreate', undefined);
    const ledger = await rig.open();
    expect(ledger.restored).toBeUndefined();
    await expectWhole(ledger, rows);
  });

  it('is filled although the start was cut short while changes were sent', async () => {
    const first = await rig.open();
    for (let index = 0; index < 30; index += 1) await write(first, `c${index}`);
    const rows = rowsOf(first.memory.current());
    await rig.stop();
    await rig.loseMirror();
    rig.breakRequest('mirrorAppend', 'io', 1);
    await rig.open();
    expect(await mirroredChanges(rig.mirror())).toHaveLength(20);
    rig.breakRequest('mirrorAppend', undefined);
    await expectWhole(await rig.open(), rows);
  });
});

describe('a database that is read back from the mirror', () => {
  const cases: readonly {
    readonly reason: NonNullable<OpenLedger['restored']>;
    readonly harm: (ledger: OpenLedger) => Promise<void> | void;
  }[] = [
    { reason: 'empty', harm: () => rig.loseDatabase() },
    {
      reason: 'behind',
      harm: async ({ database }) => {
        await database.changes.delete(3);
        await database.clients.delete('c');
      },
    },
    { reason: 'counts-differ', harm: ({ database }) => database.clients.delete('b') },
    {
      reason: 'counts-differ',
      harm: async ({ database }) => {
        await database.invoices.put(anInvoice('stray'));
      },
    },
    {
      reason: 'other-generation',
      harm: async ({ database }) => {
        await database.facts.update('identity', { databaseId: 'another-company' });
      },
    },
    { reason: 'unreadable', harm: () => makeUnreadable() },
  ];
  for (const [index, { reason, harm }] of cases.entries())
    it(`is whole again: ${reason} (${index + 1})`, async () => {
      const rows = await filled();
      await harm(await rig.open());
      const ledger = await rig.open();
      expect(ledger.restored).toBe(reason);
      expect(rig.progress.at(-1)).toEqual({ doneRows: 3, allRows: 3 });
      await expectWhole(ledger, rows);
      const again = await rig.open();
      expect(again.restored).toBeUndefined();
      await expectWhole(again, rows);
    });

  it('follows a backup that was restored meanwhile, even one with fewer changes', async () => {
    const first = await rig.open();
    await write(first, 'a');
    const rows = rowsOf(first.memory.current());
    const changes = await mirroredChanges(rig.mirror());
    await write(first, 'b');
    const restored = await rig.mirror().replace({
      databaseId: (await first.database.facts.get('identity'))?.databaseId ?? '',
      changes: (async function* () {
        yield* changes;
      })(),
      restoredFrom: { backup: 'Acquit 2026-11-20 08h00', lastHash: 'abc' },
    });
    expect(restored).toMatchObject({ ok: true });
    const ledger = await rig.open();
    expect(ledger.restored).toBe('other-generation');
    await expectWhole(ledger, rows);
  });

  it('has its journal too: what was done before can be undone', async () => {
    const first = await rig.open();
    await write(first, 'a');
    const before = rowsOf(first.memory.current());
    await first.commands.run(updateClient, { id: 'a', changes: { name: 'Après' } });
    rig.loseDatabase();
    const ledger = await rig.open();
    const pages = await ledger.database.changes.where('sequence').equals(2).toArray();
    expect(await ledger.commands.run(undoChange, { pages })).toMatchObject({ ok: true });
    expect(rowsOf(ledger.memory.current())).toEqual(before);
  });

  it(
    'is whole when it is larger than one page of rows and of changes',
    async () => {
      const rows = await fillLarge(await rig.open());
      rig.loseDatabase();
      const ledger = await rig.open();
      expect(rig.asked.filter((name) => name === 'mirrorRead').length).toBeGreaterThan(2);
      expect(rig.progress.map(({ doneRows }) => doneRows)).toEqual(
        [...rig.progress.map(({ doneRows }) => doneRows)].sort((a, b) => a - b),
      );
      expect(rig.progress.at(-1)).toEqual({ doneRows: manyRows + 1, allRows: manyRows + 1 });
      await expectWhole(ledger, rows);
    },
    patienceMs,
  );

  for (const [request, after] of [
    ['mirrorRead', 0],
    ['mirrorRead', 1],
    ['mirrorReadChanges', 0],
    ['mirrorReadChanges', 1],
  ] as const)
    it(
      `is read back again when ${request} broke off after ${after}`,
      async () => {
        const rows = await fillLarge(await rig.open());
        rig.loseDatabase();
        rig.breakRequest(request, 'io', after);
        await expect(rig.start()).rejects.toThrow('io');
        rig.breakRequest(request, undefined);
        const ledger = await rig.open();
        expect(ledger.restored).toBe('empty');
        await expectWhole(ledger, rows);
      },
      patienceMs,
    );
});

describe('a start that is refused', () => {
  /** Refused, and not one row or line touched. */
  const expectRefused = async (reason: string, database: () => Promise<unknown>) => {
    const before = { journal: await readFile(journalPath(), 'utf8'), database: await database() };
    expect(await refusalOf(rig.start())).toBe(reason);
    expect(await readFile(journalPath(), 'utf8')).toBe(before.journal);
    expect(await database()).toEqual(before.database);
    expect(rig.asked).toEqual(['mirrorStatus']);
  };
  const raw = async () => {
    const database = new Dexie('acquit-main');
    await database.open();
    const tables = await Promise.all(
      database.tables.map(async (table) => [table.name, await table.toArray()] as const),
    );
    const { verno } = database;
    database.close();
    return { verno, tables };
  };

  it('because a newer application wrote the rows', async () => {
    await filled();
    const { database } = await rig.open();
    await database.facts.update('identity', { schemaVersion: schemaVersion + 1 });
    await rig.stop();
    await expectRefused('newer-database', raw);
  });

  it('because a newer application wrote the mirror', async () => {
    await filled();
    await rig.stop();
    const body = '{"format":"acquit-ledger-journal","version":2}';
    const hash = createHash('sha256').update(`\n${body}`).digest('hex');
    await writeFile(journalPath(), `{"hash":"${hash}","body":${body}}\n`);
    await expectRefused('newer-mirror', raw);
  });

  it('because the mirror is damaged', async () => {
    await filled();
    await rig.stop();
    const text = await readFile(journalPath(), 'utf8');
    await writeFile(journalPath(), text.replace('"name":"b"', '"name":"x"'));
    await expectRefused('damaged-mirror', raw);
    await appendFile(journalPath(), 'rubbish\n');
    await expectRefused('damaged-mirror', raw);
  });

  it('because nothing can be read and there is no copy: nothing is deleted', async () => {
    await filled();
    await rig.stop();
    await rig.loseMirror();
    const { indexedDB, IDBKeyRange } = Dexie.dependencies;
    const before = await raw();
    makeUnreadable();
    expect(await refusalOf(rig.start())).toBe('unreadable-database');
    Dexie.dependencies = { indexedDB, IDBKeyRange };
    expect(await raw()).toEqual(before);
  });
});

describe('what is read into memory', () => {
  it('is every table under the key of its rows, documents under their hash', async () => {
    const first = await rig.open();
    await first.commands.run(writeRows, {
      label: 'Document',
      writes: [
        put('documents', { hash: 'ab'.repeat(32), name: 'Preuve.pdf', mediaType: 'application/pdf' }),
        put('bankBalances', { id: '2026-11-20', on: '2026-11-20', cents: 5, recordedAt: '' } as never),
      ],
    });
    const rows = rowsOf(first.memory.current());
    const ledger = await rig.open();
    expect([...rows.keys()]).toEqual([`bankBalances/2026-11-20`, `documents/${'ab'.repeat(32)}`]);
    await expectWhole(ledger, rows);
    expect(await rowTable(ledger.database, 'documents').count()).toBe(1);
  });
});
