import type { FileHandle } from 'node:fs/promises';
import { readZipDirectory, type ZipDirectoryEntry } from '../../shared/importing/zip-directory.ts';
import { ArchiveError } from './archive-failure.ts';
import { archiveFiles, isArchivePath } from './archive-manifest.ts';

/** As many files as a plain ZIP can count. */
const mostEntries = 65_000;
/** Name, fields and comment of 65,000 entries stay far below. */
const mostDirectoryBytes = 64 * 1024 * 1024;
const endBytes = 22;
const longestComment = 65_535;
const endMark = 0x06054b50;
/** Largest document, and largest journal, that a restore can read. */
const mostEntryBytes = 1024 * 1024 * 1024;
const mostTotalBytes = 8 * 1024 * 1024 * 1024;
/** Text of the same rows over and over is packed a hundredfold; deflate itself reaches 1032. */
const mostRatio = 250;
const ratioMatters = 1024 * 1024;

/** Reads exactly so many bytes; throws `damaged-archive` where the file ends before. */
export const readExactly = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw damaged(archiveFiles.manifest);
    read += bytesRead;
  }
  return bytes;
};

const damaged = (fileName: string): ArchiveError => new ArchiveError({ kind: 'damaged-archive', fileName });
const hostile = (fileName: string): ArchiveError => new ArchiveError({ kind: 'hostile-archive', fileName });
const noArchive = (): ArchiveError => new ArchiveError({ kind: 'not-an-archive' });

/** The end record and the directory before it, read from the end of a file of any size. */
const readDirectoryBytes = async (handle: FileHandle, size: number): Promise<Buffer> => {
  const tail = await readExactly(
    handle,
    Math.max(0, size - endBytes - longestComment),
    Math.min(size, endBytes + longestComment),
  );
  let end = tail.length - endBytes;
  while (end >= 0 && tail.readUInt32LE(end) !== endMark) end -= 1;
  if (end < 0) throw noArchive();
  const bytes = tail.readUInt32LE(end + 12);
  const position = tail.readUInt32LE(end + 16);
  if (bytes > mostDirectoryBytes || position + bytes > size) throw damaged(archiveFiles.manifest);
  const record = Buffer.from(tail.subarray(end));
  // The directory is put behind a signature of its own: it is then read as that of a small ZIP.
  record.writeUInt32LE(4, 16);
  return Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x03, 0x04]),
    await readExactly(handle, position, bytes),
    record,
  ]);
};

const guardEntry = (entry: ZipDirectoryEntry): void => {
  const { name, declaredSize, packedSize, method } = entry;
  if (!isArchivePath(name)) throw hostile(name);
  if (entry.isSymbolicLink || entry.isEncrypted) throw hostile(name);
  if (method !== 0 && method !== 8) throw damaged(name);
  if (declaredSize > mostEntryBytes) throw hostile(name);
  if (declaredSize > Math.max(ratioMatters, packedSize * mostRatio)) throw hostile(name);
};

/** Each file of an honest archive has bytes of its own: a header, then its data, before the next header. */
const guardPlaces = (entries: readonly ZipDirectoryEntry[], size: number): void => {
  const sorted = [...entries].sort((one, other) => one.headerAt - other.headerAt);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.headerAt ?? size;
    if (entry.headerAt + 30 + entry.packedSize > next) throw hostile(entry.name);
  });
};

/**
 * The files of an archive, by name, as its directory claims them. Names, kinds, counts, sizes, ratios and places are
 * checked before anything is unpacked. Throws {@link ArchiveError} or the system's error.
 */
export const readArchiveDirectory = async (
  handle: FileHandle,
): Promise<ReadonlyMap<string, ZipDirectoryEntry>> => {
  const { size } = await handle.stat();
  if (size < endBytes || (await readExactly(handle, 0, 2)).toString('latin1') !== 'PK') throw noArchive();
  const listed = readZipDirectory(await readDirectoryBytes(handle, size), mostEntries);
  if (!listed.ok)
    throw listed.error.kind === 'zip-too-many-entries'
      ? hostile(archiveFiles.documents)
      : damaged(archiveFiles.manifest);
  const entries = new Map<string, ZipDirectoryEntry>();
  const names = new Set<string>();
  let total = 0;
  for (const entry of listed.value) {
    // Folders, which some programs add when they pack the files again, hold nothing.
    if (/^(?:json|csv|documents)\/$/.test(entry.name) && entry.declaredSize === 0) continue;
    guardEntry(entry);
    // Windows and macOS take names that differ by case for one file.
    const key = entry.name.normalize('NFC').toLowerCase();
    if (names.has(key)) throw hostile(entry.name);
    names.add(key);
    entries.set(entry.name, entry);
    total += entry.declaredSize;
    if (total > mostTotalBytes) throw hostile(entry.name);
  }
  guardPlaces([...entries.values()], size);
  return entries;
};
