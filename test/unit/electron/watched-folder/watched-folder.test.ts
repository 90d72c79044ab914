import { createHash } from 'node:crypto';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationSettings, SettingsStore } from '../../../../electron/settings/settings-store.ts';
import { openWatchedFolder, type WatchedFolder } from '../../../../electron/watched-folder/watched-folder.ts';
import { watchedFolderMemory } from '../../../../electron/watched-folder/watched-folder-memory.ts';
import type { WatchedFolderStatus } from '../../../../shared/ipc/watched-folder-contract.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const inMemory = (): SettingsStore => {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key) as ApplicationSettings[typeof key],
    set: (key, value) => void values.set(key, value),
  };
};

let root: string;
let folder: string;
let settings: SettingsStore;
let elapsedMs: number;
let told: WatchedFolderStatus[];
let watched: WatchedFolder;

const open = (): WatchedFolder =>
  openWatchedFolder({
    memory: watchedFolderMemory(settings, 'main'),
    onChange: () => told.push(watched.status()),
    // The clock of the test: a file settles when the test says so.
    nowMs: () => Date.now() + elapsedMs,
    pollMs: 3_600_000,
    settleMs: 60_000,
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-watched-'));
  folder = join(root, 'exports');
  await mkdir(folder);
  settings = inMemory();
  elapsedMs = 0;
  told = [];
  watched = open();
});
afterEach(async () => {
  watched.stop();
  await rm(root, { recursive: true, force: true });
});

const drop = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
/** Looks, lets the settling time pass, and looks again. */
const settle = async (): Promise<void> => {
  await watched.look();
  elapsedMs += 61_000;
  await watched.look();
};
const names = (): readonly string[] => watched.status().files.map(({ name }) => name);

describe('the watched folder', () => {
  it('is off until one is chosen', async () => {
    await watched.look();
    expect(watched.status()).toEqual({ state: 'off', files: [], refused: [] });
  });

  it('offers a new file once it is complete, with its hash, and reads it by that hash', async () => {
    await watched.choose(folder);
    await drop('factures-novembre.csv', 'a;b\r\n1;2');
    await watched.look();
    expect(names()).toEqual([]);
    elapsedMs += 61_000;
    await watched.look();
    const hash = hashOf('a;b\r\n1;2');
    expect(watched.status()).toMatchObject({
      state: 'watching',
      folder,
      files: [{ name: 'factures-novembre.csv', size: 8, hash }],
    });
    expect(told.at(-1)?.files).toHaveLength(1);
    const read = await watched.read(hash);
    expect(read?.name).toBe('factures-novembre.csv');
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('a;b\r\n1;2');
  });

  it('waits for a file that is still being written', async () => {
    await watched.choose(folder);
    await drop('grand.csv', 'a;b\r\n');
    for (let part = 0; part < 3; part += 1) {
      await settle();
      await appendFile(join(folder, 'grand.csv'), `${part};1\r\n`);
      elapsedMs += 61_000;
      await watched.look();
      expect(names()).toEqual([]);
    }
    await settle();
    expect(watched.status().files[0]?.hash).toBe(hashOf('a;b\r\n0;1\r\n1;1\r\n2;1\r\n'));
  });

  it('leaves alone what browsers and spreadsheets leave while they write, other kinds and sub-folders', async () => {
    await watched.choose(folder);
    for (const name of ['x.csv.crdownload', '~$classeur.xlsx', '.cache.csv', 'film.mp4', 'x.csv.part'])
      await drop(name, 'x');
    await drop('vide.csv', '');
    await mkdir(join(folder, 'dossier.csv'));
    await settle();
    expect(watched.status()).toMatchObject({ files: [], refused: [] });
  });

  it('offers one content once, whatever its names', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'same');
    await drop('b.csv', 'same');
    await settle();
    expect(names()).toHaveLength(1);
  });

  it('offers a file again when its content is another', async () => {
    await watched.choose(folder);
    await drop('factures.csv', 'un');
    await settle();
    watched.decline([hashOf('un')]);
    expect(names()).toEqual([]);
    await drop('factures.csv', 'deux');
    await settle();
    expect(watched.status().files.map(({ hash }) => hash)).toEqual([hashOf('deux')]);
  });

  it('never offers what was declined, not even after a restart or under another name', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'non merci');
    await settle();
    watched.decline([hashOf('non merci')]);
    watched.stop();
    watched = open();
    await rename(join(folder, 'a.csv'), join(folder, 'b.csv'));
    await settle();
    expect(names()).toEqual([]);
    expect(watched.status().folder).toBe(folder);
  });

  it('offers what came in the last week when it is chosen, nothing older, and copies of old files', async () => {
    const old = new Date('2020-01-01');
    await drop('ancien.csv', 'ancien');
    await utimes(join(folder, 'ancien.csv'), old, old);
    await watched.choose(folder);
    await settle();
    // The entry itself is new: somebody put it there today, as a copying program does that keeps the date.
    expect(names()).toEqual(['ancien.csv']);
    elapsedMs = 30 * 24 * 3600 * 1000;
    await watched.choose(folder);
    await settle();
    expect(names()).toEqual([]);
  });

  it('refuses links and huge files, and says so', async () => {
    await writeFile(join(root, 'secret.csv'), 'secret');
    await symlink(join(root, 'secret.csv'), join(folder, 'lien.csv'));
    await drop('enorme.csv', '');
    await truncate(join(folder, 'enorme.csv'), 101 * 1024 * 1024);
    await watched.choose(folder);
    await settle();
    const { files, refused } = watched.status();
    expect(files).toEqual([]);
    expect([...refused].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'enorme.csv', reason: 'too-big' },
      { name: 'lien.csv', reason: 'link' },
    ]);
  });

  it('does not read through a link that took the place of a file', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'secret');
    await settle();
    const hash = hashOf('secret');
    await writeFile(join(root, 'autre.csv'), 'secret');
    await rm(join(folder, 'a.csv'));
    await symlink(join(root, 'autre.csv'), join(folder, 'a.csv'));
    expect(await watched.read(hash)).toBeUndefined();
  });

  it('reads no file that changed or went since it was offered, and none that was never offered', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'avant');
    await settle();
    await drop('a.csv', 'après');
    expect(await watched.read(hashOf('avant'))).toBeUndefined();
    expect(await watched.read(hashOf('après'))).toBeUndefined();
    await rm(join(folder, 'a.csv'));
    await watched.look();
    expect(names()).toEqual([]);
  });

  it('bears a folder that vanishes and comes back', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'a');
    await settle();
    await rename(folder, `${folder}-débranché`);
    await watched.look();
    expect(watched.status()).toMatchObject({ state: 'unreachable', folder, files: [] });
    expect(await watched.read(hashOf('a'))).toBeUndefined();
    await rename(`${folder}-débranché`, folder);
    await watched.look();
    expect(watched.status().state).toBe('watching');
    await settle();
    expect(names()).toEqual(['a.csv']);
  });

  it('can be given up; its files are offered no more', async () => {
    await watched.choose(folder);
    await drop('a.csv', 'a');
    await settle();
    expect(watched.forget()).toEqual({ state: 'off', files: [], refused: [] });
    await watched.look();
    expect(await watched.read(hashOf('a'))).toBeUndefined();
  });

  it('never writes into the folder', async () => {
    await drop('a.csv', 'a;b');
    const before = await stat(join(folder, 'a.csv'));
    await watched.choose(folder);
    await settle();
    await watched.read(hashOf('a;b'));
    watched.decline([hashOf('a;b')]);
    watched.forget();
    expect(await readdir(folder)).toEqual(['a.csv']);
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('a;b');
    expect((await stat(join(folder, 'a.csv'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('keeps the folders of two ledgers apart', async () => {
    await watched.choose(folder);
    expect(watchedFolderMemory(settings, 'demo').folder()).toBeUndefined();
    expect(watchedFolderMemory(settings, 'main').folder()?.path).toBe(folder);
  });

  it('looks by itself when the system tells of a change', async () => {
    watched.stop();
    watched = openWatchedFolder({
      memory: watchedFolderMemory(settings, 'main'),
      onChange: () => told.push(watched.status()),
      pollMs: 100,
      settleMs: 20,
    });
    await watched.choose(folder);
    await drop('seul.csv', 'seul');
    await expect.poll(names, { timeout: 15_000 }).toEqual(['seul.csv']);
  });
});
