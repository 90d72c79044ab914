import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyBackup } from '../../../../electron/backup/verify-backup.ts';
import { day } from '../../../../shared/dates/day.ts';
import { canMakeReadOnly, makeReadOnly, smallDisk } from '../mirror/limited-disk.ts';
import { appendAll } from '../mirror/open-mirror-in.ts';
import { invoiceChanges } from '../mirror/sample-changes.ts';
import {
  acceptedOf,
  attemptOf,
  filesBelow,
  filledScene,
  intentOf,
  letter,
  message,
  openScene,
} from './backup-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-backup-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const dayMs = 86_400_000;
const firstName = 'Acquit 2026-11-22 14h05';

test('a backup holds everything, is verified, readable by ordinary programs and listed', async () => {
  const scene = await filledScene(root);
  await scene.send(intentOf('k1'), attemptOf('k1'), acceptedOf('k1'));
  const made = await scene.backups.backupNow();
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value.name).toBe(firstName);
  const folder = join(scene.backupFolder, firstName);
  expect([...(await filesBelow(folder)).keys()].sort()).toEqual(
    [
      'LISEZMOI.txt',
      'verifier_journal.mjs',
      'verifier_journal.py',
      'SHA256SUMS',
      'backup.json',
      ...scene.documents.list().map((hash) => `documents/${scene.documents.path(hash)?.split('/').at(-1)}`),
      'journal.ndjson',
      'outbox.ndjson',
    ].sort(),
  );
  const bytes = made.value.manifest.bytes;
  expect(await scene.backups.status()).toEqual({
    lastAt: '2026-11-22T13:05:00.000Z',
    verified: true,
    folder: scene.backupFolder,
    problem: undefined,
    problemSince: undefined,
    second: undefined,
    rehearsal: undefined,
    backups: [{ name: firstName, at: '2026-11-22T13:05:00.000Z', sequence: 5, bytes, kind: 'regular' }],
  });
  expect(made.value.manifest).toMatchObject({
    documents: 2,
    rowCounts: { invoices: 5 },
    missingDocuments: [],
  });
  for (const line of (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n')) {
    const [hash, path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(await readFile(join(folder, path)))
        .digest('hex'),
    ).toBe(hash);
  }
  await scene.close();
});

test('no ledger yet: nothing is written and nothing is due', async () => {
  const scene = await openScene(root);
  expect(await scene.backups.backupNow()).toEqual({ ok: false, error: { kind: 'nothing-to-back-up' } });
  expect(await scene.backups.backupIfDue(day('2026-11-22'))).toEqual({ ok: true, value: null });
  expect(await scene.backups.status()).toMatchObject({ verified: false, backups: [] });
  await scene.close();
});

test('one automatic backup a business day, Paris time', async () => {
  const scene = await filledScene(root);
  const due = async (): Promise<string | null> => {
    const made = await scene.backups.backupIfDue(
      day(new Date(scene.clock.now + 3_600_000).toISOString().slice(0, 10)),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value?.name ?? null;
  };
  expect([await due(), await due()]).toEqual([firstName, null]);
  scene.clock.now = Date.UTC(2026, 10, 22, 22, 59);
  expect(await due()).toBeNull();
  scene.clock.now = Date.UTC(2026, 10, 22, 23, 1);
  expect(await due()).toBe('Acquit 2026-11-23 00h01');
  await scene.close();
});

test('old backups go by the rule; folders of others and of the user stay', async () => {
  const scene = await filledScene(root);
  await mkdir(join(scene.backupFolder, 'Photos'), { recursive: true });
  for (let index = 0; index < 12; index += 1) {
    expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
    scene.clock.now += dayMs;
  }
  const names = (await readdir(scene.backupFolder)).sort();
  expect(names).toContain('Photos');
  expect(names.filter((name) => name.startsWith('Acquit'))).toHaveLength(8);
  for (const name of names.slice(0, -1))
    expect(await verifyBackup(join(scene.backupFolder, name))).toMatchObject({ ok: true });
  await scene.close();
});

test('a backup needs no other one, though unchanged documents are stored once', async () => {
  const scene = await filledScene(root);
  await scene.backups.backupNow();
  scene.clock.now += dayMs;
  const second = await scene.backups.backupNow();
  if (!second.ok) throw new Error('not made');
  const [name] = await readdir(join(second.value.path, 'documents'));
  expect((await stat(join(second.value.path, 'documents', name ?? ''))).nlink).toBe(2);
  await rm(join(scene.backupFolder, firstName), { recursive: true });
  expect(await verifyBackup(second.value.path)).toMatchObject({ ok: true });
  await scene.close();
});

test('a document damaged in the earlier backup is copied again; one lost on the PC is said', async () => {
  const scene = await filledScene(root);
  const first = await scene.backups.backupNow();
  if (!first.ok) throw new Error('not made');
  for (const name of await readdir(join(first.value.path, 'documents')))
    await writeFile(join(first.value.path, 'documents', name), 'autre');
  scene.clock.now += dayMs;
  const second = await scene.backups.backupNow();
  expect(second).toMatchObject({ ok: true, value: { manifest: { documents: 2, missingDocuments: [] } } });
  const [hash = ''] = scene.documents.list();
  await writeFile(scene.documents.path(hash) ?? '', 'abîmé');
  scene.clock.now += dayMs;
  expect(await scene.backups.backupNow()).toMatchObject({
    ok: true,
    value: { manifest: { missingDocuments: [] } },
  });
  await rm(scene.backupFolder, { recursive: true });
  expect(await scene.backups.backupNow()).toMatchObject({
    ok: true,
    value: { manifest: { documents: 1, missingDocuments: [hash] } },
  });
  expect((await scene.backups.status()).problem).toBe(
    'La dernière sauvegarde est complète, sauf un document introuvable ou abîmé sur ce PC.',
  );
  await scene.close();
});

test('one changed byte in any file of a backup is found, and it is not restored', async () => {
  const scene = await filledScene(root, 2);
  await scene.send(intentOf('k1'));
  const made = await scene.backups.backupNow();
  if (!made.ok) throw new Error('not made');
  const before = scene.mirror.status();
  for (const [name, whole] of await filesBelow(made.value.path)) {
    const path = join(made.value.path, name);
    const positions = [0, Math.floor(whole.length / 3), Math.floor(whole.length / 2), whole.length - 1];
    for (const at of positions) {
      const changed = Buffer.from(whole);
      changed[at] = (whole[at] ?? 0) ^ 0x01;
      await writeFile(path, changed);
      expect(await verifyBackup(made.value.path), `${name}, byte ${at}`).toMatchObject({
        ok: false,
        error: { kind: 'damaged-backup' },
      });
    }
    expect(await scene.backups.restore({ kind: 'folder', path: made.value.path })).toMatchObject({
      ok: false,
      error: { kind: 'damaged-backup' },
    });
    await rm(path);
    expect(await verifyBackup(made.value.path)).toMatchObject({ ok: false });
    await writeFile(path, whole);
  }
  expect(await verifyBackup(made.value.path)).toMatchObject({ ok: true });
  expect(scene.mirror.status()).toEqual(before);
  await scene.close();
});

test('what a crash left of an unfinished backup is no backup, and goes with the next one', async () => {
  const scene = await filledScene(root);
  await scene.backups.backupNow();
  const unfinished = join(scene.backupFolder, 'En cours – Acquit 2026-11-21 08h00');
  await mkdir(unfinished);
  await writeFile(join(unfinished, 'journal.ndjson'), 'half');
  expect((await scene.backups.status()).backups).toHaveLength(1);
  scene.clock.now += dayMs;
  await scene.backups.backupNow();
  expect((await readdir(scene.backupFolder)).sort()).toEqual([firstName, 'Acquit 2026-11-23 14h05']);
  await scene.close();
});

test('a ledger that grows while it is backed up gives a whole backup', async () => {
  const scene = await filledScene(root, 300);
  const [made] = await Promise.all([
    scene.backups.backupNow(),
    appendAll(scene.mirror, invoiceChanges(300, 301)),
  ]);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value.manifest.sequence).toBeGreaterThanOrEqual(300);
  expect(await verifyBackup(made.value.path)).toMatchObject({ ok: true });
  await scene.close();
});

// Rights do not stop root, and not every container may mount: the code then has no read-only folder to meet.
if (await canMakeReadOnly())
  test('a read-only backup folder: said plainly, nothing harmed', async () => {
    const scene = await filledScene(root);
    await scene.backups.backupNow();
    const release = await makeReadOnly(scene.backupFolder);
    if (!release) throw new Error('this test needs the right to make a folder read-only');
    try {
      scene.clock.now += dayMs;
      expect(await scene.backups.backupNow()).toMatchObject({ ok: false, error: { kind: 'io' } });
      const status = await scene.backups.status();
      expect(status.problem).toContain('n’a pas le droit d’écrire');
      expect(status.backups).toHaveLength(1);
    } finally {
      await release();
    }
    expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
    expect((await scene.backups.status()).problem).toBeUndefined();
    await scene.close();
  });

test('a backup folder that is a file is a problem, not a crash', async () => {
  const scene = await filledScene(root);
  await writeFile(scene.backupFolder, 'file');
  expect(await scene.backups.backupIfDue(day('2026-11-22'))).toMatchObject({
    ok: false,
    error: { kind: 'io' },
  });
  expect((await scene.backups.status()).problem).toBeTypeOf('string');
  await scene.close();
});

// Mounting a small disk needs root; elsewhere the limits of other tests stand for it.
const disk = await smallDisk(600);
if (disk)
  test('a full disk: the earlier backups stay whole, nothing half made stays, and it is said what to do', async () => {
    try {
      const folder = join(disk.folder, 'Sauvegardes');
      const scene = await filledScene(root, 50, folder);
      expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
      await writeFile(join(disk.folder, 'filler'), Buffer.alloc(10_000_000)).catch((error: unknown) => error);
      scene.clock.now += dayMs;
      expect(await scene.backups.backupNow()).toMatchObject({
        ok: false,
        error: { kind: 'io', code: 'ENOSPC' },
      });
      expect((await scene.backups.status()).problem).toContain('Le disque est plein');
      expect(await readdir(folder)).toEqual([firstName]);
      const before = scene.mirror.status();
      expect(await scene.backups.restore({ kind: 'listed', name: firstName })).toMatchObject({
        ok: false,
        error: { kind: 'io', code: 'ENOSPC' },
      });
      expect(scene.mirror.status()).toEqual(before);
      expect(await verifyBackup(join(folder, firstName))).toMatchObject({ ok: true });
      await rm(join(disk.folder, 'filler'));
      expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
      await scene.close();
    } finally {
      await disk.release();
    }
  });

test('documents are in the backup byte by byte', async () => {
  const scene = await filledScene(root);
  const made = await scene.backups.backupNow();
  if (!made.ok) throw new Error('not made');
  const contents = await Promise.all(
    (await readdir(join(made.value.path, 'documents'))).map((name) =>
      readFile(join(made.value.path, 'documents', name), 'utf8'),
    ),
  );
  expect(contents.sort()).toEqual([letter.toString(), message.toString()].sort());
  await scene.close();
});
