import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupFailure } from '../../../../electron/backup/backup-failure.ts';
import { type BackupKeeper, keepBackups } from '../../../../electron/backup/daily-backup.ts';
import { appendAll, databaseId } from '../mirror/open-mirror-in.ts';
import { invoiceChanges } from '../mirror/sample-changes.ts';
import {
  acceptedOf,
  attemptOf,
  filesBelow,
  filledScene,
  intentOf,
  openScene,
  type Scene,
} from './backup-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-rehearsal-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const minute = 60_000;
const dayMs = 86_400_000;
const first = 'Acquit 2026-11-22 14h05';

/** All files of the PC but what is remembered of the backups. */
const everything = async (): Promise<Map<string, Buffer>> => {
  const files = await filesBelow(root);
  files.delete('backups/backups.json');
  return files;
};

describe('a rehearsed restore', () => {
  test('opens the newest backup apart, counts and compares, and changes nothing', async () => {
    const scene = await filledScene(root);
    await scene.send(intentOf('k1'), attemptOf('k1'), acceptedOf('k1'));
    await scene.backups.backupNow();
    await appendAll(scene.mirror, invoiceChanges(3, 6));
    scene.clock.now += minute;
    const before = await everything();
    const status = scene.mirror.status();

    const rehearsed = await scene.backups.rehearse();
    const expected = {
      at: '2026-11-22T13:06:00.000Z',
      name: first,
      backupAt: '2026-11-22T13:05:00.000Z',
      outcome: { kind: 'passed', rows: 5, documents: 2, changesSince: 3 },
    };
    expect(rehearsed).toEqual({ ok: true, value: expected });
    expect(await everything()).toEqual(before);
    expect(scene.mirror.status()).toEqual(status);
    expect(await readdir(join(root, 'backups'))).toEqual(['backups.json']);
    await scene.close();

    const again = await openScene(root);
    expect((await again.backups.status()).rehearsal).toEqual(expected);
    await again.close();
  });

  test.each(['journal.ndjson', 'outbox.ndjson', 'backup.json', 'SHA256SUMS'])(
    'a backup whose %s is damaged fails it, and the ledger goes on',
    async (name) => {
      const scene = await filledScene(root);
      await scene.send(intentOf('k1'));
      await scene.backups.backupNow();
      const path = join(scene.backupFolder, first, name);
      const bytes = (await filesBelow(join(scene.backupFolder, first))).get(name) ?? Buffer.alloc(0);
      const at = bytes.indexOf('"at"') > 0 ? bytes.indexOf('"at"') + 10 : 5;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect(await scene.backups.rehearse()).toMatchObject({
        ok: true,
        value: { outcome: { kind: 'failed', message: expect.stringContaining('abîmée') } },
      });
      expect((await scene.backups.status()).rehearsal?.outcome.kind).toBe('failed');
      await appendAll(scene.mirror, invoiceChanges(1, 6));
      expect(await readdir(join(root, 'backups'))).toEqual(['backups.json']);
      await scene.close();
    },
  );

  test('a document that the backup lost fails it', async () => {
    const scene = await filledScene(root);
    await scene.backups.backupNow();
    const documents = join(scene.backupFolder, first, 'documents');
    const [name] = await readdir(documents);
    await rm(join(documents, name ?? ''));
    expect(await scene.backups.rehearse()).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'failed', message: expect.stringContaining('abîmée') } },
    });
    await scene.close();
  });

  test('without a backup there is nothing to rehearse', async () => {
    const scene = await filledScene(root);
    expect(await scene.backups.rehearse()).toEqual({ ok: false, error: { kind: 'unknown-backup' } });
    await scene.close();
  });
});

describe('backups that keep themselves', () => {
  let changes: number;
  let failures: BackupFailure[];
  const keeperOf = (scene: Scene): BackupKeeper => {
    changes = 0;
    failures = [];
    return keepBackups({
      backups: scene.backups,
      clock: { nowMs: () => scene.clock.now },
      onChange: () => {
        changes += 1;
      },
      onFailure: (failure) => failures.push(failure),
    });
  };
  const countOf = async (scene: Scene): Promise<number> => (await scene.backups.status()).backups.length;

  test('one a business day however often it is asked, and the first rehearsal with it', async () => {
    const scene = await filledScene(root);
    const keeper = keeperOf(scene);
    await Promise.all([keeper.run(), keeper.run(), keeper.run()]);
    for (let count = 0; count < 5; count += 1) {
      scene.clock.now += 15 * minute;
      await keeper.run();
    }
    expect(await countOf(scene)).toBe(1);
    expect(changes).toBe(1);
    expect((await scene.backups.status()).rehearsal?.outcome.kind).toBe('passed');

    scene.clock.now += dayMs;
    await keeper.run();
    expect(await countOf(scene)).toBe(2);
    expect((await scene.backups.status()).rehearsal?.name).toBe(first);
    scene.clock.now += 30 * dayMs;
    await keeper.run();
    expect((await scene.backups.status()).rehearsal?.name).not.toBe(first);
    await scene.close();
  });

  test('a backup that fails is told once a day, tried again within the hour, remembered over a restart', async () => {
    const scene = await filledScene(root);
    // A file where the folder should be.
    await writeFile(scene.backupFolder, 'in the way');
    const keeper = keeperOf(scene);
    await keeper.run();
    scene.clock.now += 30 * minute;
    await keeper.run();
    scene.clock.now += 40 * minute;
    await keeper.run();
    expect(failures).toHaveLength(1);
    await scene.close();

    const again = await openScene(root);
    again.clock.now = scene.clock.now + 70 * minute;
    await rm(again.backupFolder);
    expect(await again.backups.status()).toMatchObject({
      problem: expect.any(String),
      problemSince: '2026-11-22T13:05:00.000Z',
    });
    await keeperOf(again).run();
    expect((await again.backups.status()).problem).toBeUndefined();
    expect(await countOf(again)).toBe(1);
    await again.close();
  });

  test('a clock set back does not keep it waiting, nor does a backup of the time to come pass for the last', async () => {
    const scene = await filledScene(root);
    const keeper = keeperOf(scene);
    await keeper.run();
    scene.clock.now -= 3 * dayMs;
    await keeper.run();
    expect(await countOf(scene)).toBe(2);
    expect((await scene.backups.status()).lastAt).toBe('2026-11-19T13:05:00.000Z');
    expect(await scene.backups.rehearse()).toMatchObject({
      value: { name: 'Acquit 2026-11-19 14h05', outcome: { kind: 'passed' } },
    });
    await scene.close();
  });

  test('an empty ledger is no backup worth a day: the first one comes with the first rows', async () => {
    const scene = await openScene(root);
    await scene.mirror.create(databaseId);
    const keeper = keeperOf(scene);
    await keeper.run();
    expect(await countOf(scene)).toBe(0);
    await appendAll(scene.mirror, invoiceChanges(2));
    scene.clock.now += 10 * minute;
    await keeper.run();
    expect((await scene.backups.status()).backups).toMatchObject([{ sequence: 2 }]);
    await scene.close();
  });

  test('a second folder that is back is told at the next look', async () => {
    const scene = await filledScene(root);
    const keeper = keeperOf(scene);
    const usb = join(await mkdtemp(join(tmpdir(), 'acquit-usb-')), 'usb');
    await mkdir(usb);
    await keeper.run();
    await scene.backups.chooseSecondFolder(usb);
    await rm(usb, { recursive: true });
    scene.clock.now += minute;
    await scene.backups.backupNow();
    await mkdir(usb);
    const before = changes;
    scene.clock.now += 10 * minute;
    await keeper.run();
    expect(changes).toBe(before + 1);
    expect((await scene.backups.status()).second?.problem).toBeUndefined();
    scene.clock.now += 10 * minute;
    await keeper.run();
    expect(changes).toBe(before + 1);
    await rm(join(usb, '..'), { recursive: true });
    await scene.close();
  });

  test('no ledger yet: nothing is made and nothing is told', async () => {
    const scene = await openScene(root);
    await keeperOf(scene).run();
    expect(changes).toBe(0);
    expect(failures).toEqual([]);
    await scene.close();
  });
});
