import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archiveFailureText } from '../../../../electron/export/archive-failure.ts';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { rowKey, tableNames } from '../../../../shared/ledger/ledger.ts';
import { replayOutbox } from '../../../../shared/reminders/outbox-state.ts';
import { sampledTables } from '../../../support/sampled-rows.ts';
import {
  acceptedOf,
  attemptOf,
  filledScene,
  intentOf,
  openScene,
  type Scene,
} from '../backup/backup-scene.ts';
import { appendAll, databaseId, rowsOfMirror } from '../mirror/open-mirror-in.ts';
import { changeOf, invoiceChanges, putInvoice, sampleInvoice } from '../mirror/sample-changes.ts';
import { adopt, bodiesOf, exportScene, filesOf, forge, openFor, putRows } from './archive-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

let root: string;
let oldRoot: string;
let newRoot: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-archive-'));
  oldRoot = join(root, 'old');
  newRoot = join(root, 'new');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Exports a scene, takes the archive back on another PC, exports again, and compares everything. */
const roundTrip = async (old: Scene): Promise<void> => {
  const first = await exportScene(old, oldRoot, join(root, 'first.zip'));
  const fresh = await openScene(newRoot);
  expect(await adopt(fresh, newRoot, first)).toBeUndefined();
  const second = await exportScene(fresh, newRoot, join(root, 'second.zip'));
  const [before, after] = [await filesOf(first), await filesOf(second)];
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [name, content] of before)
    if (name.startsWith('json/') || name.startsWith('csv/') || name.startsWith('documents/'))
      expect([name, after.get(name) === content]).toEqual([name, true]);
  expect(bodiesOf(after.get('journal.ndjson') ?? '')).toEqual(bodiesOf(before.get('journal.ndjson') ?? ''));
  expect(await rowsOfMirror(fresh.mirror)).toEqual(await rowsOfMirror(old.mirror));
  await fresh.close();
};

test('the demonstration comes back on another PC, byte by byte', async () => {
  const old = await filledScene(oldRoot, 0);
  const demo = demoLedgerRows(day('2026-11-22'), seededRandom(7));
  await putRows(
    old,
    tableNames.map((table) => ({
      table,
      rows: demo[table].map((row) => ({ key: rowKey(table, row as never), row })),
    })),
  );
  await roundTrip(old);
  await old.close();
});

test('every field, every variant and removed rows come back, byte by byte', async () => {
  const old = await filledScene(oldRoot, 0);
  await putRows(old, sampledTables(40));
  const status = old.mirror.status();
  const sequence = status.kind === 'ready' ? status.lastSequence : 0;
  await appendAll(old.mirror, [
    changeOf(sequence + 1, [putInvoice(sampleInvoice('gone')), putInvoice(sampleInvoice('kept'))]),
    changeOf(sequence + 2, [
      { ...putInvoice(sampleInvoice('gone')), before: sampleInvoice('gone'), after: null },
    ]),
  ]);
  for (const name of ['un', 'deux', 'trois'])
    await old.documents.put(Buffer.from(`From: ${name}@x.example\r\n\r\n`));
  await roundTrip(old);
  await old.close();
});

test('the summary says what the archive holds before anything is replaced', async () => {
  const old = await filledScene(oldRoot, 3);
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  const told: number[] = [];
  const opened = await openFor(newRoot, path, {
    onProgress: (done, all) => told.push(done / all),
  });
  expect(opened).toMatchObject({
    ok: true,
    value: {
      summary: {
        fileName: 'a.zip',
        at: '2026-11-22T13:05:00.000Z',
        company: '',
        clients: 0,
        invoices: 3,
        documents: 2,
        missingDocuments: 0,
        changes: 3,
      },
    },
  });
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  if (opened.ok) await opened.value.discard();
  expect(await readdir(join(newRoot, 'backups'))).toEqual([]);
  await old.close();
});

test('the present state is kept aside, the outbox stays, and restoring takes the archive back out', async () => {
  const old = await filledScene(oldRoot, 3);
  await old.send(intentOf('sent'), attemptOf('sent'), acceptedOf('sent'), intentOf('waiting'));
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  await old.close();
  const scene = await openScene(newRoot);
  expect(await scene.mirror.create(databaseId)).toMatchObject({ ok: true });
  await appendAll(scene.mirror, invoiceChanges(7));
  await scene.send(intentOf('own'));
  const before = await rowsOfMirror(scene.mirror);
  expect(await adopt(scene, newRoot, path)).toBeUndefined();
  expect(scene.mirror.status()).toMatchObject({ kind: 'ready', lastSequence: 3 });
  const records = replayOutbox(await scene.outboxEvents());
  expect(records.ok && [...records.value.values()].map(({ entry }) => [entry.key, entry.state.kind])).toEqual(
    [
      ['own', 'intent'],
      ['sent', 'accepted'],
      ['waiting', 'unknown'],
    ],
  );
  const [kept = ''] = await readdir(scene.backupFolder);
  expect(kept).toContain('avant restauration');
  expect(await scene.backups.restore({ kind: 'listed', name: kept })).toMatchObject({ ok: true });
  expect(await rowsOfMirror(scene.mirror)).toEqual(before);
  await scene.close();
});

test('an archive packed again by another program, in another order and with its folders, is the same', async () => {
  const old = await filledScene(oldRoot, 3);
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  const files = unzipSync(await readFile(path));
  const again = zipSync({
    'json/': new Uint8Array(),
    'documents/': new Uint8Array(),
    ...Object.fromEntries(Object.entries(files).reverse()),
  });
  await writeFile(join(root, 'b.zip'), again);
  expect(await openFor(newRoot, join(root, 'b.zip'))).toMatchObject({ ok: true });
  await old.close();
});

test('cancelling leaves nothing behind', async () => {
  const old = await filledScene(oldRoot, 3);
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  const control = new AbortController();
  const opened = await openFor(newRoot, path, {
    signal: control.signal,
    onProgress: () => control.abort(),
  });
  expect(opened).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(await readdir(join(newRoot, 'backups'))).toEqual([]);
  await old.close();
});

test('a newer archive, another ZIP and no ZIP at all are refused with what to do', async () => {
  const old = await filledScene(oldRoot, 3);
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  const newer = await forge(path, join(root, 'newer.zip'), (_files, manifest) => {
    manifest.version = 2;
    manifest.later = [];
  });
  const other = join(root, 'other.zip');
  await writeFile(other, zipSync({ 'LISEZMOI.txt': strToU8('x') }));
  const text = join(root, 'text.zip');
  await writeFile(text, 'Client;Montant\r\nDupont;12,00\r\n');
  await writeFile(join(root, 'empty.zip'), '');
  for (const [file, kind] of [
    [newer, 'newer-archive'],
    [other, 'not-an-archive'],
    [text, 'not-an-archive'],
    [join(root, 'empty.zip'), 'not-an-archive'],
    [oldRoot, 'not-an-archive'],
    [join(root, 'absent.zip'), 'io'],
  ] as const) {
    const opened = await openFor(newRoot, file);
    expect(opened).toMatchObject({ ok: false, error: { kind } });
    if (!opened.ok)
      expect(archiveFailureText(opened.error)).toMatch(/rien n’a été modifié|n’est pas une archive/);
  }
  await old.close();
});

test('what a manifest vouches for must still be a ledger: its chain, its rows, its counts, its documents', async () => {
  const old = await filledScene(oldRoot, 3);
  const hash = old.documents.list()[0] ?? '';
  await appendAll(old.mirror, [
    changeOf(4, [
      {
        table: 'documents',
        key: hash,
        before: null,
        after: { hash, name: 'a.pdf', mediaType: 'application/pdf' },
      },
    ]),
  ]);
  const path = await exportScene(old, oldRoot, join(root, 'a.zip'));
  const forged = join(root, 'forged.zip');
  const journal = (files: Record<string, Uint8Array>): string =>
    strFromU8(files['journal.ndjson'] ?? new Uint8Array());
  const attempts: readonly [string, Parameters<typeof forge>[2], string][] = [
    [
      'a changed line',
      (files) => {
        files['journal.ndjson'] = strToU8(journal(files).replace('F-i2', 'F-iX'));
      },
      'damaged-archive',
    ],
    [
      'a journal cut short',
      (files) => {
        files['journal.ndjson'] = strToU8(journal(files).split('\n').slice(0, 3).join('\n').concat('\n'));
      },
      'damaged-archive',
    ],
    [
      'other counts',
      (_files, manifest) => Object.assign(manifest, { rowCounts: { invoices: 4 } }),
      'damaged-archive',
    ],
    [
      'another ledger',
      (_files, manifest) => Object.assign(manifest, { databaseId: 'database-2' }),
      'damaged-archive',
    ],
    [
      'a document that is gone',
      (files) => {
        for (const name of Object.keys(files)) if (name.endsWith('a.pdf')) delete files[name];
      },
      'damaged-archive',
    ],
    [
      'a file too many',
      (files) => {
        files['json/extra.json'] = strToU8('[]');
      },
      'ok',
    ],
  ];
  for (const [what, change, kind] of attempts) {
    const opened = await openFor(newRoot, await forge(path, forged, change));
    expect([what, opened.ok ? 'ok' : opened.error.kind]).toEqual([what, kind]);
    if (opened.ok) await opened.value.discard();
  }
  expect(await readdir(join(newRoot, 'backups'))).toEqual([]);
  await old.close();
});

test('a row that Acquit cannot have written is refused, whatever vouches for it', async () => {
  const old = await filledScene(oldRoot, 0);
  const bad = { ...sampleInvoice('bad'), totalCents: '12' } as never;
  await appendAll(old.mirror, [changeOf(1, [putInvoice(bad)])]);
  const path = await exportWithAnyRows(old);
  expect(await openFor(newRoot, path)).toEqual({
    ok: false,
    error: { kind: 'invalid-row', table: 'invoices' },
  });
  await old.close();
});

test('a row under another key than its own is refused', async () => {
  const old = await filledScene(oldRoot, 0);
  await appendAll(old.mirror, [changeOf(1, [{ ...putInvoice(sampleInvoice('a')), key: 'b' }])]);
  const path = await exportWithAnyRows(old);
  expect(await openFor(newRoot, path)).toEqual({
    ok: false,
    error: { kind: 'invalid-row', table: 'invoices' },
  });
  await old.close();
});

/** The CSV cannot hold a row of another shape: only what the import reads is written. */
const exportWithAnyRows = async (scene: Scene): Promise<string> => {
  const good = await filledScene(join(root, 'good'), 0);
  const path = await exportScene(good, join(root, 'good'), join(root, 'good.zip'));
  await good.close();
  const status = scene.mirror.status();
  const snapshot = scene.mirror.snapshot();
  if (status.kind !== 'ready' || !snapshot) throw new Error('not ready');
  const journal = await readFile(snapshot.path);
  return forge(path, join(root, 'bad.zip'), (files, manifest) => {
    files['journal.ndjson'] = journal;
    Object.assign(manifest, {
      sequence: snapshot.lastSequence,
      chainHash: snapshot.lastHash,
      rowCounts: status.rowCounts,
    });
  });
};
