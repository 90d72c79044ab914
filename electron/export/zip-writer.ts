import type { FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from 'fflate';
import { writeFully } from '../mirror/durable-file.ts';

/** Limits of the plain ZIP format, which every system's own program opens: no ZIP64. */
const mostBytes = 0xffff_ffff - 64 * 1024 * 1024;
const mostFiles = 65_000;

/** The archive would not be a plain ZIP any more. */
export class ZipTooLargeError extends Error {}

/** Writes a ZIP piece by piece: no more than one file is in memory. */
export interface ZipWriter {
  /** Adds a file from its pieces. `stored` = without compression, for what is compressed already. */
  add(
    path: string,
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    stored?: boolean,
  ): Promise<void>;
  /** Writes the directory. Call once, last. */
  end(): Promise<void>;
}

/**
 * A ZIP writer over an empty file. Throws the system's error, or {@link ZipTooLargeError}.
 * @param mtimeMs time given to the files.
 */
export const createZipWriter = (handle: FileHandle, mtimeMs: number): ZipWriter => {
  let position = 0;
  let files = 0;
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
      files += 1;
      if (files > mostFiles) throw new ZipTooLargeError();
      const file: ZipInputFile & { push(chunk: Uint8Array, final?: boolean): void } = stored
        ? new ZipPassThrough(path)
        : new ZipDeflate(path, { level: 6 });
      file.mtime = mtimeMs;
      zip.add(file);
      for await (const piece of pieces) {
        // fflate keeps a view of what it is given: the caller's buffer may be used again.
        file.push(piece.slice());
        await flush();
      }
      file.push(new Uint8Array(0), true);
      await flush();
    },
    end: async () => {
      zip.end();
      await flush();
    },
  };
};
