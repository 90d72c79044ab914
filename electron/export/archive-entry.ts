import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipDirectoryEntry } from '../../shared/importing/zip-directory.ts';
import { readExactly } from './archive-directory.ts';
import { ArchiveError } from './archive-failure.ts';

const headerMark = 0x04034b50;
const bytesPerRead = 256 * 1024;

const damaged = (fileName: string): ArchiveError => new ArchiveError({ kind: 'damaged-archive', fileName });

async function* packedPieces(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += bytesPerRead)
    yield await readExactly(handle, start + at, Math.min(bytesPerRead, length - at));
}

/**
 * The bytes of a file of an archive, piece by piece, never more than the directory declares: what passes that stops
 * the reading. Its own header must name the same file. Throws {@link ArchiveError}, or the system's error.
 */
export async function* entryPieces(handle: FileHandle, entry: ZipDirectoryEntry): AsyncGenerator<Buffer> {
  const { name, headerAt, packedSize, declaredSize, method } = entry;
  const header = await readExactly(handle, headerAt, 30);
  const nameBytes = await readExactly(handle, headerAt + 30, header.readUInt16LE(26));
  if (header.readUInt32LE(0) !== headerMark || nameBytes.toString('utf8') !== name) throw damaged(name);
  const start = headerAt + 30 + nameBytes.length + header.readUInt16LE(28);
  const packed = packedPieces(handle, start, packedSize);
  const source = Readable.from(packed);
  const pieces: AsyncIterable<Buffer> = method === 0 ? source : source.pipe(createInflateRaw());
  // A failure of the disk under the inflating is told by the pieces' own error.
  let diskError: unknown;
  source.on('error', (error) => {
    diskError = error;
    if (method !== 0 && 'destroy' in pieces) (pieces as Readable).destroy(error);
  });
  let left = declaredSize;
  try {
    for await (const piece of pieces) {
      left -= piece.length;
      if (left < 0) throw new ArchiveError({ kind: 'hostile-archive', fileName: name });
      yield piece;
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // What zlib says of bytes that are no deflate; anything else is the disk's.
    if (diskError === undefined && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw damaged(name);
    throw diskError ?? error;
  } finally {
    source.destroy();
  }
  if (left !== 0) throw damaged(name);
}
