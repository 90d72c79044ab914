import { link, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { ioCode, syncFolder } from '../mirror/durable-file.ts';
import { openLedgerJournalReadOnly } from '../mirror/ledger-journal.ts';
import { openLineJournal } from '../mirror/line-journal.ts';
import { indexChanges } from '../mirror/load-mirror.ts';
import type { JournalSnapshot } from '../mirror/mirror.ts';
import { createRowIndex, type RowIndex } from '../mirror/row-index.ts';
import type { BackupFailure } from './backup-failure.ts';
import { type BackupManifest, backupFiles, backupVersion } from './backup-manifest.ts';
import { copyPrefix } from './copy-prefix.ts';
import { backupReadme } from './readme.ts';
import type { BackupKind } from './retention.ts';
import { formatSums, hashOfFile } from './sums-file.ts';
import { nodeVerification, pythonVerification, verificationFiles } from './verification-scripts.ts';

/** The journal of the outbox on disk, and what it is written as. */
export interface OutboxFile {
  readonly path: string;
  readonly format: string;
  readonly version: number;
}

export interface BackupContent {
  readonly snapshot: JournalSnapshot;
  readonly databaseId: string;
  readonly documents: DocumentStore;
  readonly outbox: OutboxFile | undefined;
  /** Folder of an earlier backup, whose good documents are linked instead of copied again. */
  readonly previous: string | undefined;
  readonly at: string;
  readonly kind: BackupKind;
}

const writeSynced = async (path: string, content: string | Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx');
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Copies the ledger's journal and replays the copy. */
const writeLedger = async (
  folder: string,
  { snapshot }: BackupContent,
): Promise<Result<RowIndex, BackupFailure>> => {
  const target = join(folder, backupFiles.ledger);
  await copyPrefix(snapshot.path, target, snapshot.bytes);
  const opened = await openLedgerJournalReadOnly(target);
  if (!opened.ok) return opened.error.kind === 'io' ? fail(opened.error) : ledgerDamaged;
  try {
    const index = createRowIndex();
    const replayed = await indexChanges(opened.value, index);
    return replayed.ok && opened.value.lastHash === snapshot.lastHash ? ok(index) : ledgerDamaged;
  } finally {
    await opened.value.close();
  }
};
const ledgerDamaged = fail<BackupFailure>({ kind: 'ledger-refused', status: 'damaged' });

/**
 * Copies the outbox journal. The application may be in the middle of a line: the copy is opened once, which
 * cuts it off; it is in the journal itself and in the next backup. @returns its bytes.
 */
const writeOutbox = async (folder: string, outbox: OutboxFile): Promise<number> => {
  const target = join(folder, backupFiles.outbox);
  try {
    await copyPrefix(outbox.path, target);
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return 0;
    throw error;
  }
  const { format, version } = outbox;
  const opened = await openLineJournal({ path: target, format, version });
  // A journal that cannot be opened is copied as it is: it is evidence all the same.
  const bytes = opened.ok ? opened.value.journal.bytes : 0;
  if (opened.ok) await opened.value.journal.close();
  for (const name of await readdir(folder)) if (name.includes('.torn-')) await rm(join(folder, name));
  return bytes;
};

/** Puts one document into the backup; false where neither the store nor the previous backup has it whole. */
const writeDocument = async (
  target: string,
  hash: string,
  { documents, previous }: BackupContent,
): Promise<boolean> => {
  const earlier = previous && join(previous, backupFiles.documents, basename(target));
  if (earlier !== undefined) {
    try {
      // Two names of one file: this backup keeps it when the other is deleted. Some disks have no links.
      await link(earlier, target);
      if ((await hashOfFile(target)) === hash) return true;
      await rm(target);
    } catch (error) {
      ioCode(error);
    }
  }
  const read = await documents.read(hash);
  if (!read.ok) {
    if (read.error.kind === 'io') throw Object.assign(new Error('document'), { code: read.error.code });
    return false;
  }
  await writeSynced(target, read.value);
  return true;
};

/** All documents of the store, and those that the ledger names and nobody has. */
const writeDocuments = async (folder: string, content: BackupContent, index: RowIndex) => {
  const target = join(folder, backupFiles.documents);
  await mkdir(target);
  const { documents } = content;
  const missing: string[] = index.keys('documents').filter((hash) => documents.path(hash) === undefined);
  const written: string[] = [];
  for (const hash of documents.list()) {
    const path = documents.path(hash);
    if (path === undefined) continue;
    if (await writeDocument(join(target, basename(path)), hash, content)) written.push(basename(path));
    else missing.push(hash);
  }
  await syncFolder(target);
  return { missing, written };
};

/**
 * Writes all files of a backup into a new folder and syncs them. Needs no other backup to be read.
 * Throws the system's error; fails with `ledger-refused` where the copy of the journal is not whole.
 */
export const writeBackup = async (
  folder: string,
  content: BackupContent,
): Promise<Result<BackupManifest, BackupFailure>> => {
  const ledger = await writeLedger(folder, content);
  if (!ledger.ok) return ledger;
  const outboxBytes = content.outbox ? await writeOutbox(folder, content.outbox) : 0;
  const { missing, written } = await writeDocuments(folder, content, ledger.value);
  await writeSynced(join(folder, backupFiles.readme), backupReadme);
  await writeSynced(join(folder, verificationFiles.node), nodeVerification);
  await writeSynced(join(folder, verificationFiles.python), pythonVerification);

  const sums = new Map<string, string>();
  let bytes = content.snapshot.bytes + outboxBytes;
  for (const name of written) {
    // The name is the hash; whether the bytes agree is seen when the backup is verified.
    sums.set(`${backupFiles.documents}/${name}`, name.slice(0, 64));
    bytes += (await stat(join(folder, backupFiles.documents, name))).size;
  }
  const manifest: BackupManifest = {
    format: 'acquit-backup',
    version: backupVersion,
    at: content.at,
    kind: content.kind,
    databaseId: content.databaseId,
    sequence: content.snapshot.lastSequence,
    chainHash: content.snapshot.lastHash,
    rowCounts: { ...ledger.value.counts() } as Record<string, number>,
    documents: written.length,
    missingDocuments: missing,
    bytes,
  };
  await writeSynced(join(folder, backupFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of await readdir(folder))
    if (name !== backupFiles.documents) sums.set(name, await hashOfFile(join(folder, name)));
  await writeSynced(join(folder, backupFiles.sums), formatSums(sums));
  await syncFolder(folder);
  return ok(manifest);
};
