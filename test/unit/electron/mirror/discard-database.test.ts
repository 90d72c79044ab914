import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discardDatabase } from '../../../../electron/mirror/discard-database.ts';

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'acquit-discard-'));
});
afterEach(() => rm(profile, { recursive: true }));

it('keeps the last broken database aside before the storage is cleared', async () => {
  const store = join(profile, 'IndexedDB/app_acquit_0.indexeddb.leveldb');
  await mkdir(store, { recursive: true });
  for (const text of ['first', 'second']) {
    await writeFile(join(store, 'CURRENT'), text);
    let seenWhenCleared = '';
    const kept = join(profile, 'base-abimee/app_acquit_0.indexeddb.leveldb/CURRENT');
    const done = await discardDatabase(profile, async () => {
      seenWhenCleared = await readFile(kept, 'utf8');
    });
    expect(done).toBe(true);
    expect(seenWhenCleared).toBe(text);
  }
});

it('clears nothing when no copy could be made', async () => {
  let isCleared = false;
  const done = await discardDatabase(profile, async () => {
    isCleared = true;
  });
  expect(done).toBe(false);
  expect(isCleared).toBe(false);
});
