import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, updateClient } from '../../../../renderer/db/commands/clients.ts';
import { createLedgerMemory } from '../../../../renderer/db/ledger-memory.ts';
import type { OpenLedger } from '../../../../renderer/db/open-ledger.ts';
import { createCommandRunner } from '../../../../renderer/db/run-command.ts';
import { put, type RowWrite, remove } from '../../../../shared/ledger/decision.ts';
import { ok } from '../../../../shared/result.ts';
import { aClient } from '../../shared/reminders/sample-ledger.ts';
import {
  type LedgerRig,
  mirroredChanges,
  newLedgerRig,
  rowsOf,
  storedIn,
  testNow,
  writeRows,
} from './ledger-rig.ts';

let rig: LedgerRig;
let ledger: OpenLedger;

// Thousands of rows in an IndexedDB written in JavaScript take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  rig = await newLedgerRig();
  ledger = await rig.open();
});
afterEach(() => rig.end());

const clients = (count: number): readonly RowWrite[] =>
  Array.from({ length: count }, (_unused, index) => put('clients', aClient(`c${index}`)));

/** A row that IndexedDB cannot copy: its table fails after others have been written. */
const uncopiable = (): RowWrite =>
  put('notes', {
    id: 'n1',
    clientId: 'c1',
    kind: 'note',
    occurredAt: testNow,
    text: (() => undefined) as unknown as string,
  });

describe('running a command', () => {
  it('puts rows, memory, journal and mirror at the same point', async () => {
    const done = await ledger.commands.run(createClient, {
      id: 'c1',
      client: aClient('c1', { name: ' Ets Façades ' }),
    });
    expect(done).toMatchObject({ ok: true, value: { groupSequence: 1, undoable: true } });
    const stored = await storedIn(ledger.database);
    expect(stored.rows).toEqual(rowsOf(ledger.memory.current()));
    expect(ledger.memory.current().clients.get('c1')?.name).toBe('Ets Façades');
    expect(ledger.memory.current().sequence).toBe(1);
    expect(stored.changes).toMatchObject([{ sequence: 1, command: 'create-client', pages: 1 }]);
    expect(await mirroredChanges(rig.mirror())).toEqual(JSON.parse(JSON.stringify(stored.changes)));
  });

  it('keeps what a row was before as well as what it is', async () => {
    await ledger.commands.run(createClient, { id: 'c1', client: aClient('c1', { name: 'Avant' }) });
    await ledger.commands.run(updateClient, { id: 'c1', changes: { name: 'Après' } });
    const { changes } = await storedIn(ledger.database);
    expect(changes.map(({ images }) => images.map(({ before, after }) => [before, after]))).toMatchObject([
      [[null, { name: 'Avant' }]],
      [[{ name: 'Avant' }, { name: 'Après' }]],
    ]);
  });

  it('leaves everything as it was when a command refuses', async () => {
    const before = ledger.memory.current();
    const done = await ledger.commands.run(updateClient, { id: 'nobody', changes: {} });
    expect(done).toMatchObject({ ok: false, error: { kind: 'no-client' } });
    expect(ledger.memory.current()).toBe(before);
    expect((await storedIn(ledger.database)).changes).toEqual([]);
  });

  it('leaves memory, rows, journal and mirror as they were when the transaction fails half way', async () => {
    await ledger.commands.run(writeRows, { label: 'Avant', writes: clients(2) });
    const before = { memory: ledger.memory.current(), stored: await storedIn(ledger.database) };
    const failed = await ledger.commands.run(writeRows, {
      label: 'Échec',
      writes: [put('clients', aClient('c9')), remove('clients', 'c0'), uncopiable()],
    });
    expect(failed).toMatchObject({ ok: false, error: { kind: 'not-stored' } });
    expect(ledger.memory.current()).toBe(before.memory);
    expect(await storedIn(ledger.database)).toEqual(before.stored);
    expect(await mirroredChanges(rig.mirror())).toHaveLength(1);
    const next = await ledger.commands.run(writeRows, { label: 'Après', writes: clients(3) });
    expect(next).toMatchObject({ ok: true, value: { groupSequence: 2 } });
  });

  it('says that the disk is full where it is', async () => {
    const full = new Error('no space left');
    full.name = 'QuotaExceededError';
    const table = ledger.database.changes as unknown as { bulkAdd: () => Promise<never> };
    table.bulkAdd = () => Promise.reject(full);
    const done = await ledger.commands.run(writeRows, { label: 'Plein', writes: clients(1) });
    expect(done).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect((await storedIn(ledger.database)).rows.size).toBe(0);
    expect(ledger.memory.current().clients.size).toBe(0);
  });

  it('writes more than a thousand rows as pages of one change, and tells how far it is', async () => {
    const told: [number, number][] = [];
    const done = await ledger.commands.run(
      writeRows,
      { label: 'Grand import', writes: clients(2500) },
      (doneRows, allRows) => told.push([doneRows, allRows]),
    );
    expect(done).toMatchObject({ ok: true, value: { groupSequence: 1 } });
    const { changes, rows } = await storedIn(ledger.database);
    expect(
      changes.map(({ sequence, groupSequence, pages, images }) => [
        sequence,
        groupSequence,
        pages,
        images.length,
      ]),
    ).toEqual([
      [1, 1, 3, 1000],
      [2, 1, 3, 1000],
      [3, 1, 3, 500],
    ]);
    expect(rows.size).toBe(2500);
    expect(told).toEqual(Array.from({ length: 10 }, (_unused, page) => [(page + 1) * 250, 2500]));
    expect(ledger.memory.current().sequence).toBe(3);
    expect(await mirroredChanges(rig.mirror())).toHaveLength(3);
  });

  it('keeps the journal free of gaps when commands come faster than the disk', async () => {
    const runs = Array.from({ length: 12 }, (_unused, index) =>
      ledger.commands.run(createClient, { id: `c${index}`, client: aClient(`c${index}`) }),
    );
    const done = await Promise.all(runs);
    expect(done.map((result) => result.ok && result.value.groupSequence)).toEqual(
      Array.from({ length: 12 }, (_unused, index) => index + 1),
    );
    const { changes } = await storedIn(ledger.database);
    expect(changes.map(({ images }) => images[0]?.key)).toEqual(done.map((_unused, index) => `c${index}`));
  });

  it('goes on after a command that is a bug', async () => {
    const broken = ledger.commands.run(() => {
      throw new Error('bug');
    }, undefined);
    await expect(broken).rejects.toThrow('bug');
    expect(await ledger.commands.run(writeRows, { label: 'Suite', writes: clients(1) })).toMatchObject({
      ok: true,
      value: { groupSequence: 1 },
    });
  });

  it('takes the last word where a command writes a row twice', async () => {
    await ledger.commands.run(writeRows, {
      label: 'Deux fois',
      writes: [
        put('clients', aClient('c1', { name: 'Premier' })),
        remove('clients', 'c2'),
        put('clients', aClient('c1', { name: 'Dernier' })),
        put('clients', aClient('c2')),
      ],
    });
    const { rows, changes } = await storedIn(ledger.database);
    expect(rows).toEqual(rowsOf(ledger.memory.current()));
    expect([...rows.keys()]).toEqual(['clients/c1', 'clients/c2']);
    expect(changes[0]?.images.map(({ key, before, after }) => [key, before, after])).toMatchObject([
      ['c1', null, { name: 'Dernier' }],
      ['c2', null, { id: 'c2' }],
    ]);
  });

  it('acknowledges only when main has the change, and says where main could not keep it', async () => {
    rig.breakRequest('mirrorAppend', 'io');
    const done = await ledger.commands.run(writeRows, { label: 'Sans copie', writes: clients(1) });
    expect(done).toMatchObject({ ok: true, value: { mirrorProblem: { kind: 'io' } } });
    expect((await storedIn(ledger.database)).rows.size).toBe(1);
  });

  it('lets nobody see a change before it is stored', async () => {
    const memory = createLedgerMemory();
    const seen: number[] = [];
    memory.subscribe(() => {
      seen.push(memory.current().sequence);
    });
    let storedWhenMirrored = 0;
    const runner = createCommandRunner({
      database: ledger.database,
      memory,
      context: rig.context,
      mirror: async () => {
        storedWhenMirrored = await ledger.database.changes.count();
        return undefined;
      },
    });
    await runner.run(() => ok({ command: 'x', label: 'X', undo: 'allowed', writes: clients(1) }), undefined);
    expect(storedWhenMirrored).toBe(1);
    expect(seen).toEqual([1]);
  });
});
