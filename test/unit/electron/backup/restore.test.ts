import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventsToAdopt } from '../../../../electron/backup/adopt-outbox.ts';
import { verifyBackup } from '../../../../electron/backup/verify-backup.ts';
import { replayOutbox } from '../../../../shared/reminders/outbox-state.ts';
import { appendAll, databaseId, rowsOfMirror } from '../mirror/open-mirror-in.ts';
import { invoiceChanges } from '../mirror/sample-changes.ts';
import { acceptedOf, attemptOf, filledScene, intentOf, letter, openScene } from './backup-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-restore-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const name = 'Acquit 2026-11-22 14h05';
const at = '2026-11-22T12:00:00.000Z';

test('a restore brings the ledger back under a new generation, and restoring again undoes it', async () => {
  const scene = await filledScene(root);
  await scene.backups.backupNow();
  const first = scene.mirror.status();
  await appendAll(scene.mirror, invoiceChanges(3, 6));
  const later = await rowsOfMirror(scene.mirror);

  scene.clock.now += 60_000;
  const restored = await scene.backups.restore({ kind: 'listed', name });
  expect(restored).toEqual({ ok: true, value: { keptAs: 'Acquit 2026-11-22 14h06 avant restauration' } });
  const status = scene.mirror.status();
  expect(status).toMatchObject({ kind: 'ready', databaseId, lastSequence: 5, rowCounts: { invoices: 5 } });
  expect(status.kind === 'ready' && first.kind === 'ready' && status.generation !== first.generation).toBe(
    true,
  );
  await appendAll(scene.mirror, invoiceChanges(1, 6));

  scene.clock.now += 60_000;
  const undone = await scene.backups.restore({
    kind: 'listed',
    name: 'Acquit 2026-11-22 14h06 avant restauration',
  });
  expect(undone).toMatchObject({ ok: true });
  expect(await rowsOfMirror(scene.mirror)).toEqual(later);
  await scene.close();
});

test('on a new PC a restore brings ledger and documents back, and keeps nothing aside', async () => {
  const old = await filledScene(join(root, 'old'));
  await old.backups.backupNow();
  await old.close();
  const fresh = await openScene(join(root, 'new'));
  const path = join(old.backupFolder, name);
  expect(await fresh.backups.restore({ kind: 'folder', path })).toEqual({
    ok: true,
    value: { keptAs: undefined },
  });
  expect(fresh.mirror.status()).toMatchObject({ kind: 'ready', databaseId, lastSequence: 5 });
  expect([...fresh.documents.list()].sort()).toEqual([...old.documents.list()].sort());
  for (const hash of fresh.documents.list())
    expect(await fresh.documents.verify(hash)).toMatchObject({ ok: true });
  await fresh.close();
});

test('documents made after the backup stay', async () => {
  const scene = await filledScene(root);
  await scene.backups.backupNow();
  const put = await scene.documents.put(Buffer.from('later'));
  await scene.backups.restore({ kind: 'listed', name });
  expect(put.ok && (await scene.documents.verify(put.value)).ok).toBe(true);
  await scene.close();
});

test('what left since the backup is still known: the outbox is never replaced by an older one', async () => {
  const scene = await filledScene(root);
  await scene.send(intentOf('k1'));
  await scene.backups.backupNow();
  await scene.send(attemptOf('k1'), acceptedOf('k1'), intentOf('k2'), attemptOf('k2'), acceptedOf('k2'));
  const before = await scene.outboxEvents();
  expect(await scene.backups.restore({ kind: 'listed', name })).toMatchObject({ ok: true });
  expect(await scene.outboxEvents()).toEqual(before);
  await scene.close();
});

test('on another PC the outbox takes over what it does not know; what was waiting may have left', async () => {
  const old = await filledScene(join(root, 'old'));
  await old.send(
    intentOf('sent'),
    attemptOf('sent'),
    acceptedOf('sent'),
    intentOf('waiting'),
    intentOf('under way'),
    attemptOf('under way'),
  );
  await old.backups.backupNow();
  await old.close();
  const fresh = await openScene(join(root, 'new'));
  await fresh.send(intentOf('own'));
  expect(await fresh.backups.restore({ kind: 'folder', path: join(old.backupFolder, name) })).toMatchObject({
    ok: true,
  });
  const records = replayOutbox(await fresh.outboxEvents());
  if (!records.ok) throw new Error(records.error.kind);
  expect([...records.value.values()].map(({ entry }) => [entry.key, entry.state.kind])).toEqual([
    ['own', 'intent'],
    ['sent', 'accepted'],
    ['waiting', 'unknown'],
    ['under way', 'unknown'],
  ]);
  await fresh.close();
});

test('an outbox journal that was damaged when it was backed up gives what can be read of it', async () => {
  const old = await filledScene(join(root, 'old'));
  await old.send(intentOf('k1'), attemptOf('k1'), acceptedOf('k1'), intentOf('k2'));
  const path = join(root, 'old', 'outbox', 'outbox.ndjson');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('250 OK', '250 KO'));
  await old.backups.backupNow();
  await old.close();
  const fresh = await openScene(join(root, 'new'));
  expect(await fresh.backups.restore({ kind: 'folder', path: join(old.backupFolder, name) })).toMatchObject({
    ok: true,
  });
  const records = replayOutbox(await fresh.outboxEvents());
  expect(records.ok && [...records.value.keys()]).toEqual(['k1', 'k2']);
  await fresh.close();
});

test('events of known keys, and events that cannot follow, are not adopted', () => {
  const events = [acceptedOf('lost'), intentOf('k1'), intentOf('k1'), attemptOf('k1'), intentOf('known')];
  expect(eventsToAdopt(events, new Set(['known']), at)).toEqual([
    intentOf('k1'),
    attemptOf('k1'),
    { kind: 'unknown', key: 'k1', at, explanation: expect.stringContaining('peut-être parti') },
  ]);
});

test('unknown names, other folders and newer backups are refused and nothing changes', async () => {
  const scene = await filledScene(root);
  const made = await scene.backups.backupNow();
  if (!made.ok) throw new Error('not made');
  const before = scene.mirror.status();
  for (const wrong of ['', '..', '../mirror', 'Acquit 2020-01-01 00h00', `../Sauvegardes/${name}`])
    expect(await scene.backups.restore({ kind: 'listed', name: wrong })).toEqual({
      ok: false,
      error: { kind: 'unknown-backup' },
    });
  expect(await scene.backups.restore({ kind: 'folder', path: root })).toEqual({
    ok: false,
    error: { kind: 'unknown-backup' },
  });
  const manifest = join(made.value.path, 'backup.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"version": 1', '"version": 2'));
  const refused = await scene.backups.restore({ kind: 'folder', path: made.value.path });
  expect(refused).toEqual({ ok: false, error: { kind: 'newer-backup' } });
  if (!refused.ok) expect(scene.backups.failureText(refused.error)).toContain('version plus récente');
  expect(scene.mirror.status()).toEqual(before);
  expect(await readdir(scene.backupFolder)).toEqual([name]);
  await scene.close();
});

test('a damaged ledger is replaced by the backup, and its files are kept beside the backups', async () => {
  const scene = await filledScene(root);
  await scene.backups.backupNow();
  await scene.close();
  const journal = join(root, 'mirror', 'journal.ndjson');
  const damaged = (await readFile(journal, 'utf8')).replace('F-i3', 'F-iX');
  await writeFile(journal, damaged);
  const again = await openScene(root);
  expect(again.mirror.status()).toMatchObject({ kind: 'damaged' });
  expect(await again.backups.backupNow()).toEqual({
    ok: false,
    error: { kind: 'ledger-refused', status: 'damaged' },
  });
  const restored = await again.backups.restore({ kind: 'listed', name });
  expect(restored).toEqual({
    ok: true,
    value: { keptAs: 'Acquit 2026-11-22 14h05 avant restauration (état abîmé)' },
  });
  expect(again.mirror.status()).toMatchObject({ kind: 'ready', lastSequence: 5 });
  const kept = join(
    again.backupFolder,
    'Acquit 2026-11-22 14h05 avant restauration (état abîmé)',
    'journal.ndjson',
  );
  expect(await readFile(kept, 'utf8')).toBe(damaged);
  await again.close();
});

test('the backup being restored survives the rotation that keeping the present state causes', async () => {
  const scene = await filledScene(root);
  const names: string[] = [];
  await scene.backups.backupNow();
  for (let index = 0; index < 3; index += 1) {
    scene.clock.now += 60_000;
    const restored = await scene.backups.restore({ kind: 'listed', name });
    if (!restored.ok || restored.value.keptAs === undefined) throw new Error('not restored');
    names.push(restored.value.keptAs);
  }
  scene.clock.now += 60_000;
  const oldest = names[0] ?? '';
  expect(await scene.backups.restore({ kind: 'listed', name: oldest })).toMatchObject({ ok: true });
  expect(await verifyBackup(join(scene.backupFolder, oldest))).toMatchObject({ ok: true });
  expect(await scene.documents.put(letter)).toMatchObject({ ok: true });
  await scene.close();
});
