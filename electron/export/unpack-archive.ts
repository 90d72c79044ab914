import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ZipDirectoryEntry } from '../../shared/importing/zip-directory.ts';
import { backupFiles } from '../backup/backup-manifest.ts';
import { sniffExtension } from '../documents/sniff-extension.ts';
import { ioCode, syncFolder, writeFully } from '../mirror/durable-file.ts';
import { entryPieces } from './archive-entry.ts';
import { ArchiveError } from './archive-failure.ts';
import { type ArchivedFile, type ArchiveManifest, archiveFiles } from './archive-manifest.ts';

/** How far the reading of an archive is, in bytes that were unpacked and checked. */
export type ArchiveProgress = (doneBytes: number, allBytes: number) => void;

/** Bytes of a document that tell its type. */
const sniffedBytes = 256;

const isDocument = ({ path }: ArchivedFile): boolean =>
  path.startsWith(`${archiveFiles.documents}/`) && path !== archiveFiles.documentIndex;

/** Where a file of the archive goes; undefined = it is only checked. */
const targetOf = (folder: string, file: ArchivedFile): string | undefined => {
  if (file.path === archiveFiles.journal) return join(folder, backupFiles.ledger);
  if (file.path === archiveFiles.outbox) return join(folder, backupFiles.outbox);
  // Named by what the manifest vouches for, never by the archive's own names.
  return isDocument(file) ? join(folder, backupFiles.documents, file.sha256) : undefined;
};

/** Fails before anything is written where the disk cannot hold what the archive declares. */
const guardSpace = async (folder: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  if (bytes > bavail * bsize) throw new ArchiveError({ kind: 'io', code: 'ENOSPC', fileName: folder });
};

const unpackOne = async (
  archive: FileHandle,
  entry: ZipDirectoryEntry,
  file: ArchivedFile,
  target: string | undefined,
  onPiece: (bytes: number) => void,
): Promise<string | undefined> => {
  const hash = createHash('sha256');
  const handle = target === undefined ? undefined : await open(target, 'wx');
  let start = Buffer.alloc(0);
  let position = 0;
  try {
    for await (const piece of entryPieces(archive, entry)) {
      hash.update(piece);
      if (start.length < sniffedBytes) start = Buffer.concat([start, piece.subarray(0, sniffedBytes)]);
      if (handle) await writeFully(handle, piece, position);
      position += piece.length;
      onPiece(piece.length);
    }
    await handle?.sync();
  } finally {
    await handle?.close();
  }
  if (hash.digest('hex') !== file.sha256)
    throw new ArchiveError({ kind: 'damaged-archive', fileName: file.path });
  if (target === undefined || !isDocument(file)) return undefined;
  const named = `${file.sha256}.${sniffExtension(start)}`;
  await rename(target, join(dirname(target), named));
  return named;
};

/**
 * Unpacks an archive into an empty folder in the layout of a backup, and compares every file with its hash.
 * @returns names of the documents in the folder. Throws {@link ArchiveError}, or the system's error.
 */
export const unpackArchive = async (
  archive: FileHandle,
  entries: ReadonlyMap<string, ZipDirectoryEntry>,
  manifest: ArchiveManifest,
  folder: string,
  {
    signal,
    onProgress,
  }: { readonly signal?: AbortSignal | undefined; readonly onProgress?: ArchiveProgress | undefined },
): Promise<readonly string[]> => {
  const allBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  await guardSpace(folder, allBytes).catch((error: unknown) => {
    // Some file systems cannot tell: the writing itself will.
    if (error instanceof ArchiveError) throw error;
    ioCode(error);
  });
  const documents = join(folder, backupFiles.documents);
  await mkdir(documents);
  const names: string[] = [];
  let doneBytes = 0;
  const onPiece = (bytes: number): void => {
    if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' });
    doneBytes += bytes;
    onProgress?.(doneBytes, allBytes);
  };
  for (const file of manifest.files) {
    if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' });
    const entry = entries.get(file.path);
    if (!entry) throw new ArchiveError({ kind: 'damaged-archive', fileName: file.path });
    const named = await unpackOne(archive, entry, file, targetOf(folder, file), onPiece);
    if (named !== undefined) names.push(named);
  }
  await syncFolder(documents);
  return names;
};
