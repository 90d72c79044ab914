import { copyFile, link, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ioCode, syncFolder } from '../mirror/durable-file.ts';
import type { BackupFailure } from './backup-failure.ts';
import { backupFiles } from './backup-manifest.ts';
import { type ListedBackup, listBackups, unfinishedPrefix } from './list-backups.ts';
import { clearUnfinished, freeNameIn, rotate } from './make-backup.ts';
import { verifyBackup } from './verify-backup.ts';

/** Why a folder cannot be the second one. */
export type SecondFolderFailure = BackupFailure | { readonly kind: 'same-folder' };

const isWithin = (folder: string, other: string): boolean => {
  const way = relative(folder, other);
  return way === '' || (!way.startsWith('..') && !way.startsWith(sep) && !/^[A-Za-z]:/.test(way));
};

/**
 * Looks at a folder that is to take copies. It must exist and lie outside the folders of the ledger.
 * @returns its real path, and whether it is on the disk of the first folder.
 */
export const examineSecondFolder = async (
  wanted: string,
  first: string,
  own: string,
): Promise<Result<{ readonly folder: string; readonly isOnSameDisk: boolean }, SecondFolderFailure>> => {
  try {
    const folder = await realpath(wanted);
    const facts = await stat(folder);
    if (!facts.isDirectory()) return fail({ kind: 'io', code: 'ENOTDIR', fileName: wanted });
    const [realFirst, realOwn] = await Promise.all(
      [first, own].map((path) => realpath(path).catch(() => path)),
    );
    if (isWithin(realFirst ?? first, folder) || isWithin(realOwn ?? own, folder))
      return fail({ kind: 'same-folder' });
    const device = await stat(first).then(
      ({ dev }) => dev,
      () => undefined,
    );
    return ok({ folder, isOnSameDisk: facts.dev === device });
  } catch (error) {
    return fail({ kind: 'io', code: ioCode(error), fileName: wanted });
  }
};

const copySynced = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to);
  // Windows syncs only what is open for writing.
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Documents that an earlier copy holds get a second name there: a copy a day costs what is new. */
const copyDocuments = async (source: string, target: string, earlier: string | undefined): Promise<void> => {
  await mkdir(target);
  for (const name of await readdir(source)) {
    const isLinked =
      earlier !== undefined &&
      (await link(join(earlier, name), join(target, name)).then(
        () => true,
        // Not among the earlier ones, or a disk without links.
        () => false,
      ));
    if (!isLinked) await copySynced(join(source, name), join(target, name));
  }
  await syncFolder(target);
};

const copyAll = async (source: string, target: string, earlier: string | undefined): Promise<void> => {
  await mkdir(target);
  for (const name of await readdir(source)) {
    const [from, to] = [join(source, name), join(target, name)];
    if (name === backupFiles.documents)
      await copyDocuments(from, to, earlier && join(earlier, backupFiles.documents));
    else await copySynced(from, to);
  }
  await syncFolder(target);
};

/**
 * Copies a verified backup into the second folder, under a name that says it is unfinished until the copy was
 * read again there as a restore would; lets old ones go. The folder is never created: a disk that is not
 * plugged in must not turn into a folder on this one.
 * @returns the copy; the one that is there already where it is the same backup.
 */
export const copyToSecondFolder = async (
  backup: ListedBackup,
  folder: string,
): Promise<Result<ListedBackup, BackupFailure>> => {
  try {
    await stat(folder);
    const { databaseId, at } = backup.manifest;
    const copies = (await listBackups(folder)).filter(({ manifest }) => manifest.databaseId === databaseId);
    const known = copies.find(({ manifest }) => manifest.at === at);
    if (known) return ok(known);
    const [newest] = copies;
    await clearUnfinished(folder);
    const name = await freeNameIn(folder, backup.name);
    const unfinished = join(folder, `${unfinishedPrefix}${name}`);
    let finished = false;
    try {
      await copyAll(backup.path, unfinished, newest?.path);
      let verified = await verifyBackup(unfinished);
      if (!verified.ok && verified.error.kind === 'damaged-backup' && newest) {
        // An earlier copy may be what is damaged: this one is written whole.
        await rm(unfinished, { recursive: true, force: true });
        await copyAll(backup.path, unfinished, undefined);
        verified = await verifyBackup(unfinished);
      }
      if (!verified.ok) return verified;
      const made = { name, path: join(folder, name), manifest: verified.value };
      await rename(unfinished, made.path);
      finished = true;
      await syncFolder(folder);
      await rotate(folder, made, undefined).catch(ioCode);
      return ok(made);
    } finally {
      if (!finished) await rm(unfinished, { recursive: true, force: true }).catch(ioCode);
    }
  } catch (error) {
    return fail({ kind: 'io', code: ioCode(error), fileName: folder });
  }
};
