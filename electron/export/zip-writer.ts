import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate';
import { writeFully } from '../mirror/durable-file.ts';

/** Limits of the plain ZIP format, which every system's own program opens: no ZIP64. */
const mostBytes = 0xffff_ffff - 64 * 1024 * 1024;
const mostFiles = 65_000;

/** The archive would not be a plain ZIP any more. */
export class ZipTooLargeError extends Error {}

/** A file as it was written. */
export interface WrittenFile {
  readonly path: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** Unpacked. */
  readonly bytes: number;
}

/** Writes a ZIP piece by piece: no more than one file is in memory. */
export interface ZipWriter {
  /** Adds a file from its pieces. `stored` = without compression, for what is compressed already. */
  add(
    path: string,
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    stored?: boolean,
  ): Promise<void>;
  /** The files added so far. */
  written(): readonly WrittenFile[];
  /** Writes the directory. Call once, last. */
  end(): Promise<void>;
}

/**
 * A ZIP writer over an empty file. Throws the system's error, or {@link ZipTooLargeError}.
 * @param mtimeMs time given to the files.
 */
export const createZipWriter = (handle: FileHandle, mtimeMs: number): ZipWriter => {
  let position = 0;
  const written: WrittenFile[] = [];
  let pending: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else pending.push(chunk);
  });
  const flush = async (): Promise<void> => {
    if (failure) throw failure;
    const bytes = Buffer.concat(pending);
    pending = [];
    if (position + bytes.length > mostBytes) throw new ZipTooLargeError();
    await writeFully(handle, bytes, position);
    position += bytes.length;
  };
  return {
    add: async (path, pieces, stored = false) => {
      if (written.length >= mostFiles) throw new ZipTooLargeError();
      const file: ZipInputFile & { push(chunk: Uint8Array, final?: boolean): void } = stored
        ? new ZipPassThrough(path)
        : new ZipDeflate(path, { level: 6 });
      file.mtime = mtimeMs;
      zip.add(file);
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        // fflate keeps a view of what it is given: the caller's buffer may be used again.
        file.push(piece.slice());
        await flush();
      }
      file.push(new Uint8Array(0), true);
      await flush();
      written.push({ path, sha256: hash.digest('hex'), bytes });
    },
    written: () => [...written],
    end: async () => {
      zip.end();
      await flush();
    },
  };
};
