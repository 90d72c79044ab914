import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../../../shared/ledger/change.ts';
import { appendAll, databaseId, openMirrorIn, rowsOfMirror } from './open-mirror-in.ts';
import {
  changeOf,
  invoiceChanges,
  putClient,
  putInvoice,
  sampleClient,
  sampleInvoice,
} from './sample-changes.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquit-mirror-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const journal = (): string => join(folder, 'journal.ndjson');
const checkpoints = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('checkpoint-')).sort();

/** A closed mirror with these changes. */
const filled = async (changes: readonly Change[]): Promise<void> => {
  const mirror = await openMirrorIn(folder);
  expect(await mirror.create(databaseId)).toMatchObject({ ok: true });
  await appendAll(mirror, changes);
  await mirror.close();
};

async function* changesFrom(changes: readonly Change[]): AsyncGenerator<Change> {
  yield* changes;
}

test('a new folder is empty; after creation the mirror is ready and stays the same one', async () => {
  const mirror = await openMirrorIn(join(folder, 'new'));
  expect(mirror.status()).toEqual({ kind: 'empty' });
  const created = await mirror.create(databaseId);
  expect(created).toMatchObject({
    ok: true,
    value: { kind: 'ready', databaseId, lastSequence: 0, rowCounts: {} },
  });
  expect(await mirror.create(databaseId)).toEqual(created);
  expect(await mirror.create('database-2')).toEqual({ ok: false, error: { kind: 'wrong-database' } });
  await mirror.close();
  const again = await openMirrorIn(join(folder, 'new'));
  expect({ ok: true, value: again.status() }).toEqual(created);
  await again.close();
});

test('rows are what the last change left, counted by table, before and after a new opening', async () => {
  const client = sampleClient('c1');
  const invoice = sampleInvoice('i1');
  const paid = { ...invoice, totalCents: sampleInvoice('x', 5).totalCents };
  const mirror = await openMirrorIn(folder);
  await mirror.create(databaseId);
  await appendAll(mirror, [
    changeOf(1, [putClient(client), putInvoice(invoice), putInvoice(sampleInvoice('i2'))]),
    changeOf(2, [
      { ...putInvoice(sampleInvoice('i2')), after: null },
      putInvoice(sampleInvoice('i1', 1)),
      putInvoice(paid),
    ]),
  ]);
  const expected = new Map<string, unknown>([
    ['clients/c1', client],
    ['invoices/i1', paid],
  ]);
  expect(mirror.status()).toMatchObject({ lastSequence: 2, rowCounts: { clients: 1, invoices: 1 } });
  expect(await rowsOfMirror(mirror)).toEqual(expected);
  await mirror.close();
  const again = await openMirrorIn(folder);
  expect(again.status()).toMatchObject({ lastSequence: 2, rowCounts: { clients: 1, invoices: 1 } });
  expect(await rowsOfMirror(again)).toEqual(expected);
  await again.close();
});

test('changes sent again are ignored where they are the same, whatever their order of keys', async () => {
  const [one, two, three] = invoiceChanges(3) as [Change, Change, Change];
  const mirror = await openMirrorIn(folder);
  await mirror.create(databaseId);
  await appendAll(mirror, [one, two]);
  const shuffled = Object.fromEntries(
    Object.entries({ ...two, undoes: undefined }).reverse(),
  ) as unknown as Change;
  expect(await mirror.append(databaseId, [one, shuffled, three])).toEqual({
    ok: true,
    value: { lastSequence: 3 },
  });
  expect(await mirror.append(databaseId, [one])).toEqual({ ok: true, value: { lastSequence: 3 } });
  const read = await mirror.readChanges(1, 500);
  expect(read).toEqual({ ok: true, value: [one, two, three] });
  await mirror.close();
});

test('gaps, conflicts and other databases are refused and nothing is written', async () => {
  const [one, two, three] = invoiceChanges(3) as [Change, Change, Change];
  const mirror = await openMirrorIn(folder);
  expect(await mirror.append(databaseId, [one])).toEqual({
    ok: false,
    error: { kind: 'not-ready', status: 'empty' },
  });
  await mirror.create(databaseId);
  await appendAll(mirror, [one]);
  const before = await readFile(journal());
  const refused = async (id: string, changes: Change[]) => {
    const answer = await mirror.append(id, changes);
    return answer.ok ? answer.value : answer.error;
  };
  expect(await refused('database-2', [two])).toEqual({ kind: 'wrong-database' });
  expect(await refused(databaseId, [three])).toEqual({ kind: 'gap', expectedSequence: 2 });
  expect(await refused(databaseId, [two, two])).toEqual({ kind: 'gap', expectedSequence: 3 });
  expect(await refused(databaseId, [{ ...one, label: 'autre' }, two])).toEqual({
    kind: 'conflict',
    sequence: 1,
  });
  expect(await readFile(journal())).toEqual(before);
  expect(await refused(databaseId, [two])).toEqual({ lastSequence: 2 });
  await mirror.close();
});

test('rows and changes come by pages, and a page can be asked for again', async () => {
  const images = Array.from({ length: 5000 }, (_, index) => putInvoice(sampleInvoice(`i${index}`)));
  const mirror = await openMirrorIn(folder);
  await mirror.create(databaseId);
  await appendAll(mirror, [changeOf(1, images), ...invoiceChanges(10, 2)]);
  const first = await mirror.readPage(0);
  const second = await mirror.readPage(2000);
  if (!first.ok || !second.ok) throw new Error('refused');
  expect([first.value.rows.length, first.value.next, second.value.next]).toEqual([2000, 2000, 4000]);
  expect(await mirror.readPage(2000)).toEqual(second);
  const third = await mirror.readPage(4000);
  expect(third.ok && [third.value.rows.length, third.value.next]).toEqual([1000, undefined]);
  expect((await rowsOfMirror(mirror)).size).toBe(5000);
  const changes = await mirror.readChanges(1, 500);
  expect(changes.ok && changes.value.map(({ sequence }) => sequence)).toEqual([1]);
  const later = await mirror.readChanges(2, 4);
  expect(later.ok && later.value.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5]);
  expect(await mirror.readChanges(12, 4)).toEqual({ ok: true, value: [] });

  await mirror.readPage(0);
  await appendAll(mirror, invoiceChanges(1, 12));
  expect(await mirror.readPage(2000)).toEqual({ ok: false, error: { kind: 'stale-cursor' } });
  expect(await mirror.readPage(0)).toMatchObject({ ok: true });
  await mirror.close();
});

test('checkpoints are written on the way and at the close, and the two newest are kept', async () => {
  await filled(invoiceChanges(4500));
  expect(await checkpoints()).toEqual(['checkpoint-4000.ndjson', 'checkpoint-4500.ndjson']);
  const mirror = await openMirrorIn(folder);
  await appendAll(mirror, [changeOf(4501, [{ ...putInvoice(sampleInvoice('i7')), after: null }])]);
  expect(mirror.status()).toMatchObject({ lastSequence: 4501, rowCounts: { invoices: 4499 } });
  const rows = await rowsOfMirror(mirror);
  expect([rows.size, rows.has('invoices/i7'), rows.get('invoices/i8')]).toEqual([
    4499,
    false,
    sampleInvoice('i8', 8),
  ]);
  await mirror.close();
});

test('many rows in few changes lead to a checkpoint as well', async () => {
  const mirror = await openMirrorIn(folder, 400);
  await mirror.create(databaseId);
  for (let sequence = 1; sequence <= 5; sequence += 1)
    await appendAll(mirror, [
      changeOf(
        sequence,
        Array.from({ length: 100 }, (_, index) => putInvoice(sampleInvoice(`${sequence}-${index}`))),
      ),
    ]);
  await mirror.readChanges(1, 1);
  expect(await checkpoints()).toEqual(['checkpoint-4.ndjson']);
  await mirror.close();
});

test('a checkpoint finds its rows whatever their keys and texts hold', async () => {
  const odd = ['a","row":{"id":"b', 'c\\","row":', '{"table":"clients"}', 'é\u2028\n', ''];
  const rows = odd.map((text, index) => sampleInvoice(`${text}#${index}`));
  await filled([changeOf(1, [putClient(sampleClient('c1', odd.join())), ...rows.map(putInvoice)])]);
  expect(await checkpoints()).toEqual(['checkpoint-1.ndjson']);
  const mirror = await openMirrorIn(folder);
  expect(mirror.status()).toMatchObject({ rowCounts: { clients: 1, invoices: odd.length } });
  expect(await rowsOfMirror(mirror)).toEqual(
    new Map<string, unknown>([
      ['clients/c1', sampleClient('c1', odd.join())],
      ...rows.map((row) => [`invoices/${row.id}`, row] as const),
    ]),
  );
  await mirror.close();
});

test('a checkpoint with one changed bit anywhere is ignored', async () => {
  await filled([changeOf(1, [putClient(sampleClient('c1'))]), ...invoiceChanges(2, 2)]);
  const path = join(folder, 'checkpoint-3.ndjson');
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 5) {
    const changed = Buffer.from(whole);
    changed[at] = (whole[at] ?? 0) ^ 0x02;
    await writeFile(path, changed);
    const mirror = await openMirrorIn(folder);
    expect(mirror.status(), `byte ${at}`).toMatchObject({
      lastSequence: 3,
      rowCounts: { clients: 1, invoices: 2 },
    });
    expect(await rowsOfMirror(mirror)).toEqual(
      new Map<string, unknown>([
        ['clients/c1', sampleClient('c1')],
        ['invoices/i2', sampleInvoice('i2', 2)],
        ['invoices/i3', sampleInvoice('i3', 3)],
      ]),
    );
    await mirror.close();
  }
});

test('a checkpoint cut anywhere is ignored, and the one before it serves', async () => {
  await filled(invoiceChanges(3));
  const second = await openMirrorIn(folder);
  await appendAll(second, invoiceChanges(1, 4));
  await second.close();
  const path = join(folder, 'checkpoint-4.ndjson');
  const whole = await readFile(path);
  for (let size = 0; size < whole.length; size += 97) {
    await writeFile(path, whole.subarray(0, size));
    const mirror = await openMirrorIn(folder);
    expect(mirror.status()).toMatchObject({ lastSequence: 4, rowCounts: { invoices: 4 } });
    expect((await rowsOfMirror(mirror)).size).toBe(4);
    await mirror.close();
  }
});

test('a journal that lost its end, its head or itself is damaged: never empty, never shorter', async () => {
  await filled(invoiceChanges(5));
  const whole = await readFile(journal());
  const lines = whole.toString('utf8').split('\n');
  const damagedAt = async (line: number) => {
    const mirror = await openMirrorIn(folder);
    expect(mirror.status()).toEqual({ kind: 'damaged', line, fileName: 'journal.ndjson' });
    expect(await mirror.append(databaseId, invoiceChanges(1, 6))).toEqual({
      ok: false,
      error: { kind: 'not-ready', status: 'damaged' },
    });
    expect(await mirror.create(databaseId)).toMatchObject({ ok: false, error: { kind: 'not-ready' } });
    await mirror.close();
  };
  await writeFile(journal(), `${lines.slice(0, 4).join('\n')}\n`);
  await damagedAt(5);
  await truncate(journal(), 0);
  await damagedAt(1);
  await rm(journal());
  await damagedAt(1);
});

test('a mirror written by a newer version is refused and left alone', async () => {
  await filled(invoiceChanges(1));
  const { createHash } = await import('node:crypto');
  const body = '{"format":"acquit-ledger-journal","version":2,"more":true}';
  const hash = createHash('sha256').update(`\n${body}`).digest('hex');
  const text = `{"hash":"${hash}","body":${body}}\nsomething new\n`;
  await writeFile(journal(), text);
  const mirror = await openMirrorIn(folder);
  expect(mirror.status()).toEqual({ kind: 'newer-version', formatVersion: 2 });
  const restoredFrom = { backup: 'x', lastHash: 'y' };
  expect(await mirror.replace({ databaseId, changes: changesFrom([]), restoredFrom })).toMatchObject({
    ok: false,
    error: { kind: 'not-ready', status: 'newer-version' },
  });
  await mirror.close();
  expect(await readFile(journal(), 'utf8')).toBe(text);
});

test('a replaced ledger has the given changes, a new generation and no use for old checkpoints', async () => {
  await filled(invoiceChanges(5));
  const mirror = await openMirrorIn(folder);
  const before = mirror.status();
  const replaced = await mirror.replace({
    databaseId,
    changes: changesFrom(invoiceChanges(2)),
    restoredFrom: { backup: 'Acquit 2026-11-20 08h00', lastHash: 'abc' },
  });
  expect(replaced).toMatchObject({ ok: true, value: { lastSequence: 2, rowCounts: { invoices: 2 } } });
  if (before.kind !== 'ready' || !replaced.ok || replaced.value.kind !== 'ready')
    throw new Error('not ready');
  expect(replaced.value.generation).not.toBe(before.generation);
  expect((await rowsOfMirror(mirror)).size).toBe(2);
  await mirror.close();
  const again = await openMirrorIn(folder);
  expect(again.status()).toEqual(replaced.value);
  expect(again.snapshot()?.header.restoredFrom).toBe('Acquit 2026-11-20 08h00');
  await again.close();
});

test('a replacement that fails on the way leaves the mirror as it was', async () => {
  await filled(invoiceChanges(5));
  const mirror = await openMirrorIn(folder);
  const before = mirror.status();
  async function* broken(): AsyncGenerator<Change> {
    yield* invoiceChanges(2);
    throw Object.assign(new Error('disk'), { code: 'EIO' });
  }
  const restoredFrom = { backup: 'x', lastHash: 'y' };
  expect(await mirror.replace({ databaseId, changes: broken(), restoredFrom })).toMatchObject({
    ok: false,
    error: { kind: 'io', code: 'EIO' },
  });
  expect(mirror.status()).toEqual(before);
  await appendAll(mirror, invoiceChanges(1, 6));
  await mirror.close();
  expect((await readdir(folder)).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('what a crash left half written is not read, and goes at the next start', async () => {
  await filled(invoiceChanges(3));
  await writeFile(join(folder, 'checkpoint-9.ndjson.0a1b2c3d.tmp'), 'half');
  await writeFile(join(folder, 'journal.ndjson.restoring'), 'half');
  const mirror = await openMirrorIn(folder);
  expect(mirror.status()).toMatchObject({ kind: 'ready', lastSequence: 3 });
  const restoredFrom = { backup: 'x', lastHash: 'y' };
  const source = { databaseId, changes: changesFrom(invoiceChanges(1)), restoredFrom };
  expect(await mirror.replace(source)).toMatchObject({ ok: true, value: { lastSequence: 1 } });
  await mirror.close();
  expect((await readdir(folder)).filter((name) => !name.startsWith('checkpoint-'))).toEqual([
    'journal.ndjson',
  ]);
  expect((await checkpoints()).every((name) => name.endsWith('.ndjson'))).toBe(true);
});

test('a checkpoint damaged while the mirror is open is given up, and the journal says what is true', async () => {
  await filled(invoiceChanges(3));
  const mirror = await openMirrorIn(folder);
  await writeFile(join(folder, 'checkpoint-3.ndjson'), 'something else\n');
  expect(await mirror.readPage(0)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  await appendAll(mirror, invoiceChanges(1, 4));
  await mirror.close();
  const again = await openMirrorIn(folder);
  expect((await rowsOfMirror(again)).size).toBe(4);
  await again.close();
});

test('100,000 images open from a checkpoint and from the journal alone', async () => {
  const changes = Array.from({ length: 100 }, (_, page) =>
    changeOf(
      page + 1,
      Array.from({ length: 1000 }, (_unused, row) => putInvoice(sampleInvoice(`${page}-${row}`))),
    ),
  );
  await filled(changes);
  const mirror = await openMirrorIn(folder);
  expect(mirror.status()).toMatchObject({ lastSequence: 100, rowCounts: { invoices: 100_000 } });
  await mirror.close();
  for (const name of await checkpoints()) await rm(join(folder, name));
  const replayed = await openMirrorIn(folder);
  expect(replayed.status()).toMatchObject({ lastSequence: 100, rowCounts: { invoices: 100_000 } });
  expect((await rowsOfMirror(replayed)).size).toBe(100_000);
  await replayed.close();
}, 60_000);
