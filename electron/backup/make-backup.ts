import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { businessDay, businessTime, type Clock, instantOf } from '../../shared/dates/clock.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { freeFileName } from '../documents/readable-file-name.ts';
import { ensureFolder, ioCode, syncFolder } from '../mirror/durable-file.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { BackupFailure } from './backup-failure.ts';
import { type ListedBackup, listBackups, unfinishedPrefix } from './list-backups.ts';
import { type BackupKind, backupsToDelete } from './retention.ts';
import { verifyBackup } from './verify-backup.ts';
import { type OutboxFile, writeBackup } from './write-backup.ts';

/** What a backup is made of and where it goes. */
export interface BackupParts {
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  readonly outbox: OutboxFile | undefined;
  readonly folder: string;
  readonly clock: Clock;
}

/** « Acquit 2026-11-22 14h05 », in Paris time; a name that every file system takes. */
export const backupName = (nowMs: number, kind: BackupKind): string => {
  const { day, hour, minute } = businessTime(nowMs);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const suffix = kind === 'before-restore' ? ' avant restauration' : '';
  return `Acquit ${day} ${twoDigits(hour)}h${twoDigits(minute)}${suffix}`;
};

/** The name, numbered where the folder has it already. Throws the system's error. */
export const freeNameIn = async (folder: string, wanted: string): Promise<string> => {
  const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
  return freeFileName(wanted, (name) => taken.has(name.toLowerCase()));
};

/** Removes what a crash left of backups that were never finished. */
export const clearUnfinished = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    if (name.startsWith(unfinishedPrefix)) await rm(join(folder, name), { recursive: true, force: true });
};

/** Lets old backups of the same ledger go; those of another company in the same folder are left alone. */
export const rotate = async (
  folder: string,
  justMade: ListedBackup,
  neededName: string | undefined,
): Promise<void> => {
  const own = (await listBackups(folder)).filter(
    ({ manifest }) => manifest.databaseId === justMade.manifest.databaseId,
  );
  const dated = own.map(({ name, manifest: { at, kind } }) => ({
    name,
    at,
    kind,
    on: businessDay(Date.parse(at)),
  }));
  for (const name of backupsToDelete(dated, justMade.name))
    if (name !== neededName) await rm(join(folder, name), { recursive: true, force: true });
};

/**
 * Writes a backup under a name that says it is unfinished, opens and verifies it, renames it, and lets old
 * ones go. Whatever fails, the backups that were there stay and nothing half made does.
 * @param neededName a backup that must not go: the one about to be restored.
 * Throws the system's error.
 */
export const makeBackup = async (
  { mirror, documents, outbox, folder, clock }: BackupParts,
  kind: BackupKind,
  neededName?: string,
): Promise<Result<ListedBackup, BackupFailure>> => {
  const status = mirror.status();
  const snapshot = mirror.snapshot();
  if (status.kind === 'damaged' || status.kind === 'newer-version')
    return fail({ kind: 'ledger-refused', status: status.kind });
  if (status.kind === 'empty' || !snapshot) return fail({ kind: 'nothing-to-back-up' });
  const nowMs = clock.nowMs();
  await ensureFolder(folder);
  await clearUnfinished(folder);
  const name = await freeNameIn(folder, backupName(nowMs, kind));
  const unfinished = join(folder, `${unfinishedPrefix}${name}`);
  let finished = false;
  try {
    await mkdir(unfinished);
    const written = await writeBackup(unfinished, {
      snapshot,
      databaseId: status.databaseId,
      documents,
      outbox,
      previous: (await listBackups(folder))[0]?.path,
      at: instantOf(nowMs),
      kind,
    });
    if (!written.ok) return written;
    const verified = await verifyBackup(unfinished);
    if (!verified.ok) return verified;
    const made = { name, path: join(folder, name), manifest: verified.value };
    await rename(unfinished, made.path);
    finished = true;
    await syncFolder(folder);
    // The backup is made: that an old one could not be deleted is no failure of it.
    await rotate(folder, made, neededName).catch(ioCode);
    return ok(made);
  } finally {
    if (!finished) await rm(unfinished, { recursive: true, force: true }).catch(ioCode);
  }
};
