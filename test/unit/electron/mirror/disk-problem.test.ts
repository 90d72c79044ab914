import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskProblem } from '../../../../electron/mirror/disk-problem.ts';
import { smallDisk } from './limited-disk.ts';

test('a disk with room has no problem, and the trial leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-probe-'));
  expect(await diskProblem(folder)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

const probe = await smallDisk(64);
// Only root may mount, and not in every container: elsewhere there is no small disk to fill.
if (probe)
  test('a full disk is named', async () => {
    expect(await diskProblem(probe.folder)).toMatch(/^Le disque est plein/);
    expect(await readdir(probe.folder)).toEqual([]);
    await probe.release();
  });
