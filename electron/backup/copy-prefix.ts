import { type FileHandle, open } from 'node:fs/promises';
import { writeFully } from '../mirror/durable-file.ts';

const chunkBytes = 1024 * 1024;

/**
 * Copies the first `bytes` bytes of a file, or all of it, to a new file and syncs it. The bytes of an
 * append-only file never change, so that the copy is whole though others append meanwhile.
 * Throws the system's error. @returns the bytes copied.
 */
export const copyPrefix = async (
  source: string,
  target: string,
  bytes = Number.POSITIVE_INFINITY,
): Promise<number> => {
  const from = await open(source, 'r');
  let to: FileHandle | undefined;
  try {
    to = await open(target, 'wx');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let position = 0;
    while (position < bytes) {
      const { bytesRead } = await from.read(chunk, 0, Math.min(chunkBytes, bytes - position), position);
      if (bytesRead === 0) break;
      await writeFully(to, chunk.subarray(0, bytesRead), position);
      position += bytesRead;
    }
    await to.sync();
    return position;
  } finally {
    await to?.close();
    await from.close();
  }
};
