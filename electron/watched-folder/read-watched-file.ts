import { createHash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import { ioCode } from '../mirror/durable-file.ts';
import { largestWatchedBytes, type SeenFile } from './scan-folder.ts';

// Windows has no such flag and no such links for ordinary users; lstat has looked before.
const withoutLinks = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file of the watched folder whole, if it is still what was seen when it was listed, before and after
 * reading. Never follows a link, never writes.
 * @returns undefined when it is gone, locked, changed, or no ordinary file
 */
export const readWatchedFile = async (
  folder: string,
  seen: Pick<SeenFile, 'name' | 'size' | 'modifiedMs'>,
): Promise<{ readonly bytes: Uint8Array; readonly hash: string } | undefined> => {
  try {
    const handle = await open(join(folder, seen.name), withoutLinks);
    try {
      const isSame = async (): Promise<boolean> => {
        const facts = await handle.stat();
        return facts.isFile() && facts.size === seen.size && Math.floor(facts.mtimeMs) === seen.modifiedMs;
      };
      if (seen.size > largestWatchedBytes || !(await isSame())) return undefined;
      const bytes = await handle.readFile();
      if (bytes.length !== seen.size || !(await isSame())) return undefined;
      return { bytes: new Uint8Array(bytes), hash: createHash('sha256').update(bytes).digest('hex') };
    } finally {
      await handle.close();
    }
  } catch (error) {
    ioCode(error);
    return undefined;
  }
};
