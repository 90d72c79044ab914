import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyBackup } from '../../../../electron/backup/verify-backup.ts';
import { canMakeReadOnly, makeReadOnly, smallDisk } from '../mirror/limited-disk.ts';
import { appendAll } from '../mirror/open-mirror-in.ts';
import { invoiceChanges } from '../mirror/sample-changes.ts';
import { filesBelow, filledScene, openScene } from './backup-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let usb: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-second-'));
  usb = join(root, 'usb');
  await mkdir(usb);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const pc = (): string => join(root, 'pc');
const first = 'Acquit 2026-11-22 14h05';
const minute = 60_000;

test('the folder chosen gets a verified copy at once, and one of each backup after', async () => {
  const scene = await filledScene(pc());
  await scene.backups.backupNow();
  expect(await scene.backups.chooseSecondFolder(usb)).toEqual({ ok: true, value: null });
  expect(await verifyBackup(join(usb, first))).toMatchObject({ ok: true, value: { sequence: 5 } });
  expect(await filesBelow(join(usb, first))).toEqual(await filesBelow(join(scene.backupFolder, first)));

  await appendAll(scene.mirror, invoiceChanges(2, 6));
  scene.clock.now += minute;
  await scene.backups.backupNow();
  expect((await readdir(usb)).sort()).toEqual([first, 'Acquit 2026-11-22 14h06']);
  expect(await verifyBackup(join(usb, 'Acquit 2026-11-22 14h06'))).toMatchObject({
    ok: true,
    value: { sequence: 7 },
  });
  expect((await scene.backups.status()).second).toEqual({
    folder: usb,
    isOnSameDisk: true,
    lastAt: '2026-11-22T13:06:00.000Z',
  });
  await scene.close();
});

test('a backup of the second folder restores on a new PC', async () => {
  const old = await filledScene(pc());
  await old.backups.backupNow();
  await old.backups.chooseSecondFolder(usb);
  await old.close();
  const fresh = await openScene(join(root, 'new'));
  const restored = await fresh.backups.restore({ kind: 'folder', path: join(usb, first) });
  expect(restored).toMatchObject({ ok: true });
  expect(fresh.mirror.status()).toMatchObject({ kind: 'ready', lastSequence: 5 });
  await fresh.close();
});

test('unplugged: told, never created on this disk, copied by itself when it is back', async () => {
  const scene = await filledScene(pc());
  await scene.backups.backupNow();
  await scene.backups.chooseSecondFolder(usb);
  await rename(usb, join(root, 'away'));
  await appendAll(scene.mirror, invoiceChanges(1, 6));
  scene.clock.now += minute;
  expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
  expect(await stat(usb).catch(() => 'absent')).toBe('absent');
  const { second, problem } = await scene.backups.status();
  expect(problem).toBeUndefined();
  expect(second?.problem).toContain('introuvable');
  expect(second?.lastAt).toBe('2026-11-22T13:05:00.000Z');

  await rename(join(root, 'away'), usb);
  await scene.backups.copyIfDue();
  expect((await scene.backups.status()).second).toEqual({
    folder: usb,
    isOnSameDisk: true,
    lastAt: '2026-11-22T13:06:00.000Z',
  });
  expect((await readdir(usb)).sort()).toEqual([first, 'Acquit 2026-11-22 14h06']);
  await scene.close();
});

test('what is known of it outlives a restart; forgotten, the copies stay', async () => {
  const scene = await filledScene(pc());
  await scene.backups.backupNow();
  await scene.backups.chooseSecondFolder(usb);
  await scene.close();
  const again = await openScene(pc());
  expect((await again.backups.status()).second?.folder).toBe(usb);
  await again.backups.forgetSecondFolder();
  expect((await again.backups.status()).second).toBeUndefined();
  expect(await readdir(usb)).toEqual([first]);
  await again.close();
});

test('a folder that is no other place is refused, and so is one that is not there', async () => {
  const scene = await filledScene(pc());
  await scene.backups.backupNow();
  for (const same of [scene.backupFolder, join(scene.backupFolder, first), pc()])
    expect(await scene.backups.chooseSecondFolder(same)).toEqual({
      ok: false,
      error: { kind: 'same-folder' },
    });
  expect(await scene.backups.chooseSecondFolder(join(root, 'absent'))).toMatchObject({
    ok: false,
    error: { kind: 'io', code: 'ENOENT' },
  });
  expect(await stat(join(root, 'absent')).catch(() => 'absent')).toBe('absent');
  expect((await scene.backups.status()).second).toBeUndefined();
  await scene.close();
});

if (await canMakeReadOnly())
  test('a folder that takes nothing is refused, and the former one kept', async () => {
    const scene = await filledScene(pc());
    await scene.backups.backupNow();
    await scene.backups.chooseSecondFolder(usb);
    const locked = join(root, 'locked');
    await mkdir(locked);
    const release = await makeReadOnly(locked);
    expect(await scene.backups.chooseSecondFolder(locked)).toMatchObject({
      ok: false,
      error: { kind: 'io' },
    });
    expect((await scene.backups.status()).second?.folder).toBe(usb);
    await scene.close();
    await release?.();
  });

const disk = await smallDisk(200);
if (disk)
  test('on a disk of its own; full, it keeps its copies whole and says so', async () => {
    const scene = await filledScene(pc());
    await scene.backups.backupNow();
    expect(await scene.backups.chooseSecondFolder(disk.folder)).toMatchObject({ ok: true });
    expect((await scene.backups.status()).second).toMatchObject({ isOnSameDisk: false });
    await writeFile(join(disk.folder, 'autre chose'), Buffer.alloc(500_000)).catch(() => undefined);
    await appendAll(scene.mirror, invoiceChanges(200, 6));
    scene.clock.now += minute;
    expect(await scene.backups.backupNow()).toMatchObject({ ok: true });
    expect((await scene.backups.status()).second?.problem).toContain('plein');
    expect((await readdir(disk.folder)).filter((name) => name.startsWith('Acquit'))).toEqual([first]);
    expect(await verifyBackup(join(disk.folder, first))).toMatchObject({ ok: true });
    await scene.close();
    await disk.release();
  });

test('an earlier copy that is damaged does not spoil the next one', async () => {
  const scene = await filledScene(pc());
  await scene.backups.backupNow();
  await scene.backups.chooseSecondFolder(usb);
  const documents = join(usb, first, 'documents');
  const [name] = await readdir(documents);
  await writeFile(join(documents, name ?? ''), 'damaged');
  scene.clock.now += minute;
  await scene.backups.backupNow();
  expect(await verifyBackup(join(usb, 'Acquit 2026-11-22 14h06'))).toMatchObject({ ok: true });
  expect((await scene.backups.status()).second?.problem).toBeUndefined();
  await scene.close();
});
