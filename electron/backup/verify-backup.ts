import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ioCode } from '../mirror/durable-file.ts';
import { openLedgerJournalReadOnly } from '../mirror/ledger-journal.ts';
import { type JournalFailure, JournalReadError } from '../mirror/line-journal.ts';
import { indexChanges } from '../mirror/load-mirror.ts';
import { createRowIndex } from '../mirror/row-index.ts';
import type { BackupFailure } from './backup-failure.ts';
import {
  type BackupManifest,
  backupFiles,
  backupManifest,
  backupVersion,
  manifestVersion,
} from './backup-manifest.ts';
import { hashOfFile, parseSums } from './sums-file.ts';

const damaged = (fileName: string) => fail<BackupFailure>({ kind: 'damaged-backup', fileName });

/** A journal's failure, as one of the backup that holds it. */
const ofBackup = (failure: JournalFailure): BackupFailure => {
  if (failure.kind === 'newer-version') return { kind: 'newer-backup' };
  return failure.kind === 'damaged' ? { kind: 'damaged-backup', fileName: failure.fileName } : failure;
};

/**
 * What a folder says of itself as a backup; not yet verified. Fails with `unknown-backup` where it is none,
 * `newer-backup`, `damaged-backup` or `io`.
 */
export const readManifest = async (folder: string): Promise<Result<BackupManifest, BackupFailure>> => {
  let text: string;
  try {
    text = await readFile(join(folder, backupFiles.manifest), 'utf8');
  } catch (error) {
    const code = ioCode(error);
    return fail(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? { kind: 'unknown-backup' }
        : { kind: 'io', code, fileName: backupFiles.manifest },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged(backupFiles.manifest);
  }
  const version = manifestVersion.safeParse(value);
  if (version.success && version.data.version > backupVersion) return fail({ kind: 'newer-backup' });
  const manifest = backupManifest.safeParse(value);
  return manifest.success ? ok(manifest.data) : damaged(backupFiles.manifest);
};

/** Compares every file with the sums, and that nothing needed is missing among them. */
const verifyFiles = async (
  folder: string,
  manifest: BackupManifest,
): Promise<Result<null, BackupFailure>> => {
  const sums = parseSums(await readFile(join(folder, backupFiles.sums), 'latin1'));
  if (!sums?.has(backupFiles.manifest) || !sums.has(backupFiles.ledger)) return damaged(backupFiles.sums);
  const documents = [...sums.keys()].filter((path) => path.startsWith(`${backupFiles.documents}/`));
  if (documents.length !== manifest.documents) return damaged(backupFiles.sums);
  for (const [path, expected] of sums) {
    const found = await hashOfFile(join(folder, path)).catch((error: unknown) => {
      if (ioCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    // A document is named by its hash: the sums may not say otherwise.
    const named = !path.startsWith(`${backupFiles.documents}/`) || basename(path).startsWith(`${expected}.`);
    if (found !== expected || !named) return damaged(path);
  }
  return ok(null);
};

/** Replays the journal and compares its end and its counts with what the manifest says. */
const verifyLedger = async (
  folder: string,
  manifest: BackupManifest,
): Promise<Result<null, BackupFailure>> => {
  const opened = await openLedgerJournalReadOnly(join(folder, backupFiles.ledger));
  if (!opened.ok) return fail(ofBackup(opened.error));
  const journal = opened.value;
  try {
    const index = createRowIndex();
    const replayed = await indexChanges(journal, index);
    if (!replayed.ok) return fail(ofBackup(replayed.error));
    const same =
      journal.header.databaseId === manifest.databaseId &&
      journal.length === manifest.sequence &&
      journal.lastHash === manifest.chainHash &&
      isDeepStrictEqual({ ...index.counts() }, { ...manifest.rowCounts });
    return same ? ok(null) : damaged(backupFiles.ledger);
  } finally {
    await journal.close();
  }
};

/**
 * Opens a backup as a restore would: every file against its hash, the chain of the journal line by line,
 * the rows counted by replay. Nothing is written. Fails as {@link readManifest} does.
 */
export const verifyBackup = async (folder: string): Promise<Result<BackupManifest, BackupFailure>> => {
  try {
    const manifest = await readManifest(folder);
    if (!manifest.ok) return manifest;
    const files = await verifyFiles(folder, manifest.value);
    if (!files.ok) return files;
    const ledger = await verifyLedger(folder, manifest.value);
    return ledger.ok ? manifest : ledger;
  } catch (error) {
    if (error instanceof JournalReadError) return fail(ofBackup(error.failure));
    const code = ioCode(error);
    return code === 'ENOENT'
      ? damaged(backupFiles.sums)
      : fail({ kind: 'io', code, fileName: basename(folder) });
  }
};
