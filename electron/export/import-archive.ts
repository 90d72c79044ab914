import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZipDirectoryEntry } from '../../shared/importing/zip-directory.ts';
import type { ArchiveSummary } from '../../shared/ipc/archive-contract.ts';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type BackupManifest, backupFiles, backupVersion } from '../backup/backup-manifest.ts';
import { formatSums, hashOfFile } from '../backup/sums-file.ts';
import { ensureFolder, ioCode } from '../mirror/durable-file.ts';
import { readArchiveDirectory } from './archive-directory.ts';
import { entryPieces } from './archive-entry.ts';
import { ArchiveError, type ArchiveFailure } from './archive-failure.ts';
import {
  type ArchiveManifest,
  archiveFiles,
  archiveHead,
  archiveManifest,
  archiveVersion,
} from './archive-manifest.ts';
import { checkArchivedLedger } from './check-archived-ledger.ts';
import { type ArchiveProgress, unpackArchive } from './unpack-archive.ts';

/** An archive that was read, checked and laid out as a backup, ready to be restored. */
export interface OpenedArchive {
  readonly summary: ArchiveSummary;
  /** Folder of the backup made of it. */
  readonly folder: string;
  /** Removes the folder; nothing else knows of it. */
  readonly discard: () => Promise<void>;
}

export interface OpenArchiveOptions {
  /** Full path of the ZIP, chosen in a dialog. */
  readonly path: string;
  /** Where it may be unpacked; what a crash left there of earlier archives is removed. */
  readonly stateFolder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ArchiveProgress | undefined;
}

const placePrefix = 'archive-';
/** A manifest of 65,000 files. */
const mostManifestBytes = 32 * 1024 * 1024;

const damaged = (fileName: string): ArchiveError => new ArchiveError({ kind: 'damaged-archive', fileName });

const readManifest = async (
  archive: FileHandle,
  entries: ReadonlyMap<string, ZipDirectoryEntry>,
): Promise<ArchiveManifest> => {
  const entry = entries.get(archiveFiles.manifest);
  if (!entry) throw new ArchiveError({ kind: 'not-an-archive' });
  if (entry.declaredSize > mostManifestBytes)
    throw new ArchiveError({ kind: 'hostile-archive', fileName: archiveFiles.manifest });
  const pieces: Buffer[] = [];
  for await (const piece of entryPieces(archive, entry)) pieces.push(piece);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    throw damaged(archiveFiles.manifest);
  }
  const head = archiveHead.safeParse(value);
  if (head.success && head.data.version > archiveVersion) throw new ArchiveError({ kind: 'newer-archive' });
  const manifest = archiveManifest.safeParse(value);
  if (!manifest.success) throw damaged(archiveFiles.manifest);
  return manifest.data;
};

/** The directory and the manifest must tell the same files, of the same sizes, each once. */
const guardFiles = (entries: ReadonlyMap<string, ZipDirectoryEntry>, { files }: ArchiveManifest): void => {
  const paths = new Set(files.map(({ path }) => path));
  if (paths.size !== files.length || paths.has(archiveFiles.manifest)) throw damaged(archiveFiles.manifest);
  if (!paths.has(archiveFiles.journal)) throw damaged(archiveFiles.journal);
  for (const name of entries.keys())
    if (name !== archiveFiles.manifest && !paths.has(name)) throw damaged(name);
  for (const { path, bytes } of files) if (entries.get(path)?.declaredSize !== bytes) throw damaged(path);
};

/** Every document that the ledger names is there, or was missing already when the archive was made. */
const guardDocuments = (ledger: Ledger, names: readonly string[], manifest: ArchiveManifest): void => {
  const there = new Set([...names.map((name) => name.slice(0, 64)), ...manifest.missingDocuments]);
  if (new Set(names).size !== names.length) throw damaged(archiveFiles.documents);
  for (const hash of ledger.documents.keys()) if (!there.has(hash)) throw damaged(archiveFiles.documents);
};

/** What makes a backup of the unpacked files: its manifest and its sums. */
const writeBackupFiles = async (
  folder: string,
  documents: readonly string[],
  manifest: ArchiveManifest,
): Promise<void> => {
  const sums = new Map(documents.map((name) => [`${backupFiles.documents}/${name}`, name.slice(0, 64)]));
  const backup: BackupManifest = {
    format: 'acquit-backup',
    version: backupVersion,
    at: manifest.at,
    kind: 'regular',
    databaseId: manifest.databaseId,
    sequence: manifest.sequence,
    chainHash: manifest.chainHash,
    rowCounts: manifest.rowCounts,
    documents: documents.length,
    missingDocuments: manifest.missingDocuments,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  await writeFile(join(folder, backupFiles.manifest), `${JSON.stringify(backup, null, 2)}\n`);
  for (const name of await readdir(folder))
    if (name !== backupFiles.documents) sums.set(name, await hashOfFile(join(folder, name)));
  await writeFile(join(folder, backupFiles.sums), formatSums(sums));
};

const summaryOf = (
  path: string,
  bytes: number,
  manifest: ArchiveManifest,
  ledger: Ledger,
  documents: number,
): ArchiveSummary => ({
  fileName: basename(path),
  bytes,
  at: manifest.at,
  company: settingsOf(ledger, 'company').name,
  clients: ledger.clients.size,
  invoices: ledger.invoices.size,
  payments: ledger.payments.size,
  reminders: ledger.reminders.size,
  bankLines: ledger.bankLines.size,
  documents,
  missingDocuments: manifest.missingDocuments.length,
  changes: manifest.sequence,
});

const openInto = async (
  archive: FileHandle,
  folder: string,
  options: OpenArchiveOptions,
): Promise<ArchiveSummary> => {
  const entries = await readArchiveDirectory(archive);
  const manifest = await readManifest(archive, entries);
  guardFiles(entries, manifest);
  const documents = await unpackArchive(archive, entries, manifest, folder, options);
  const ledger = await checkArchivedLedger(join(folder, backupFiles.ledger), manifest, options.signal);
  guardDocuments(ledger, documents, manifest);
  await writeBackupFiles(folder, documents, manifest);
  if (options.signal?.aborted) throw new ArchiveError({ kind: 'cancelled' });
  const { size } = await archive.stat();
  return summaryOf(options.path, size, manifest, ledger, documents.length);
};

const clearPlaces = async (stateFolder: string): Promise<void> => {
  await ensureFolder(stateFolder);
  for (const name of await readdir(stateFolder))
    if (name.startsWith(placePrefix)) await rm(join(stateFolder, name), { recursive: true, force: true });
};

/**
 * Reads an archive that {@link import('./export-everything.ts').exportEverything} wrote: checks its directory, every
 * file against its hash, the journal's chain, each change and each row, and lays it out as a backup in a place of its
 * own. The ledger is not touched; restoring the folder is what brings it back. On failure nothing is left behind.
 */
export const openArchive = async (
  options: OpenArchiveOptions,
): Promise<Result<OpenedArchive, ArchiveFailure>> => {
  const { path, stateFolder } = options;
  let archive: FileHandle | undefined;
  let folder: string | undefined;
  let isDone = false;
  const discard = async (): Promise<void> => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(ioCode);
  };
  try {
    if (!(await stat(path)).isFile()) return fail({ kind: 'not-an-archive' });
    archive = await open(path, 'r');
    await clearPlaces(stateFolder);
    folder = join(stateFolder, `${placePrefix}${randomUUID().slice(0, 8)}`);
    await mkdir(folder);
    const summary = await openInto(archive, folder, options);
    isDone = true;
    return ok({ summary, folder, discard });
  } catch (error) {
    if (error instanceof ArchiveError) return fail(error.failure);
    return fail({ kind: 'io', code: ioCode(error), fileName: basename(path) });
  } finally {
    await archive?.close();
    if (!isDone) await discard();
  }
};
