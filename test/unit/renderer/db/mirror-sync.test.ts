import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMirrorSync } from '../../../../renderer/db/mirror-sync.ts';
import type { OpenLedger } from '../../../../renderer/db/open-ledger.ts';
import { put } from '../../../../shared/ledger/decision.ts';
import { aClient } from '../../shared/reminders/sample-ledger.ts';
import { type LedgerRig, mirroredChanges, newLedgerRig, writeRows } from './ledger-rig.ts';

let rig: LedgerRig;
let ledger: OpenLedger;

beforeEach(async () => {
  rig = await newLedgerRig();
  ledger = await rig.open();
});
afterEach(() => rig.end());

const write = (name: string) =>
  ledger.commands.run(writeRows, { label: name, writes: [put('clients', aClient(name))] });

const cursor = async () => (await ledger.database.facts.get('identity'))?.mirroredSequence;

describe('keeping main’s copy in step', () => {
  it('moves the cursor to what main has acknowledged', async () => {
    expect(await cursor()).toBe(0);
    await write('a');
    await write('b');
    expect(await cursor()).toBe(2);
    expect(rig.appended).toEqual([[1], [2]]);
  });

  it('keeps the cursor where an append failed and sends again, in order, what lies beyond it', async () => {
    await write('a');
    rig.breakRequest('mirrorAppend', 'io');
    await write('b');
    await write('c');
    expect(await cursor()).toBe(1);
    expect(ledger.mirrorSync.problem()).toMatchObject({ kind: 'io' });
    rig.breakRequest('mirrorAppend', undefined);
    rig.appended.length = 0;
    expect(await ledger.mirrorSync.push()).toBeUndefined();
    expect(rig.appended).toEqual([[2, 3]]);
    expect(await cursor()).toBe(3);
    expect(ledger.mirrorSync.problem()).toBeUndefined();
    expect((await mirroredChanges(rig.mirror())).map(({ label }) => label)).toEqual(['a', 'b', 'c']);
  });

  it('sends the pages of a large change one by one: each is copied on the thread of the window', async () => {
    rig.breakRequest('mirrorAppend', 'io');
    const writes = Array.from({ length: 2500 }, (_unused, index) => put('clients', aClient(`c${index}`)));
    await ledger.commands.run(writeRows, { label: 'Grand import', writes });
    rig.breakRequest('mirrorAppend', undefined);
    rig.appended.length = 0;
    await ledger.mirrorSync.push();
    expect(rig.appended).toEqual([[1], [2], [3]]);
  });

  it('sends a long backlog in batches and keeps what was acknowledged before one failed', async () => {
    rig.breakRequest('mirrorAppend', 'io');
    for (let index = 0; index < 45; index += 1) await write(`c${index}`);
    rig.breakRequest('mirrorAppend', 'io', 2);
    expect(await ledger.mirrorSync.push()).toMatchObject({ kind: 'io' });
    expect(await cursor()).toBe(40);
    rig.breakRequest('mirrorAppend', undefined);
    await ledger.mirrorSync.push();
    expect(rig.appended.map((sequences) => [sequences[0], sequences.length])).toEqual([
      [1, 20],
      [21, 20],
      [41, 5],
    ]);
    expect(await cursor()).toBe(45);
  });

  it('sends again what main had kept when only its answer was lost', async () => {
    const { mirrorAppend } = rig.bridge;
    let lost = true;
    const sync = createMirrorSync(ledger.database, {
      mirrorAppend: async (request) => {
        const answer = await mirrorAppend(request);
        return lost ? { ok: false, error: { kind: 'lost', message: 'lost' } } : answer;
      },
    });
    rig.breakRequest('mirrorAppend', 'io');
    await write('a');
    rig.breakRequest('mirrorAppend', undefined);
    expect(await sync.push()).toMatchObject({ kind: 'lost' });
    expect(await cursor()).toBe(0);
    lost = false;
    expect(await sync.push()).toBeUndefined();
    expect(rig.appended).toEqual([[1], [1]]);
    expect(await mirroredChanges(rig.mirror())).toHaveLength(1);
  });

  it('never has two appends under way', async () => {
    rig.breakRequest('mirrorAppend', 'io');
    for (let index = 0; index < 5; index += 1) await write(`c${index}`);
    rig.breakRequest('mirrorAppend', undefined);
    await Promise.all([ledger.mirrorSync.push(), ledger.mirrorSync.push(), ledger.mirrorSync.push()]);
    expect(rig.appended).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('tells its listeners when main stops and when it goes on, once each', async () => {
    const told: (string | undefined)[] = [];
    const leave = ledger.mirrorSync.subscribe(() => told.push(ledger.mirrorSync.problem()?.kind));
    rig.breakRequest('mirrorAppend', 'io');
    await write('a');
    await write('b');
    rig.breakRequest('mirrorAppend', undefined);
    await write('c');
    leave();
    rig.breakRequest('mirrorAppend', 'io');
    await write('d');
    expect(told).toEqual(['io', undefined]);
  });

  it('answers a failure, not an exception, when main is gone', async () => {
    const sync = createMirrorSync(ledger.database, {
      mirrorAppend: () => Promise.reject(new Error('main is gone')),
    });
    rig.breakRequest('mirrorAppend', 'io');
    await write('a');
    expect(await sync.push()).toMatchObject({ kind: 'unreachable' });
    expect(sync.problem()).toMatchObject({ kind: 'unreachable' });
  });
});
