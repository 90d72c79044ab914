import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ioCode } from '../mirror/durable-file.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { readManifest } from './verify-backup.ts';

/** A folder that was verified when it got this name. */
export interface ListedBackup {
  readonly name: string;
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Begins the name of a backup that is being written. */
export const unfinishedPrefix = 'En cours – ';

/** A clock may be corrected by so much after a backup was made. */
const toleranceMs = 5 * 60_000;

/**
 * The newest of backups listed newest first, as seen at `nowMs` (milliseconds). One that bears a time to come
 * was made while the clock ran ahead: it is the newest only where there is no other.
 */
export const newestAsOf = (newestFirst: readonly ListedBackup[], nowMs: number): ListedBackup | undefined =>
  newestFirst.find(({ manifest }) => Date.parse(manifest.at) <= nowMs + toleranceMs) ?? newestFirst[0];

/**
 * Backups in a folder, newest first; folders that are none, or unfinished, or cannot be read by this
 * version are left out. An absent folder has none. Throws the system's error where it cannot be read.
 */
export const listBackups = async (folder: string): Promise<readonly ListedBackup[]> => {
  let names: readonly string[];
  try {
    names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(unfinishedPrefix))
      .map(({ name }) => name);
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return [];
    throw error;
  }
  const backups = await Promise.all(
    names.map(async (name): Promise<readonly ListedBackup[]> => {
      const path = join(folder, name);
      const manifest = await readManifest(path);
      return manifest.ok ? [{ name, path, manifest: manifest.value }] : [];
    }),
  );
  return backups.flat().sort((a, b) => (a.manifest.at < b.manifest.at ? 1 : -1));
};
