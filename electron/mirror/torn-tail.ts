import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ioCode, syncFolder, writeFully } from './durable-file.ts';

/** Creates `<path>.torn-<n>` with the first number that is free. */
const createTornFile = async (path: string, number = 1): Promise<FileHandle> => {
  try {
    return await open(`${path}.torn-${number}`, 'wx');
  } catch (error) {
    if (ioCode(error) !== 'EEXIST') throw error;
    return createTornFile(path, number + 1);
  }
};

/**
 * Cuts a file back to its verified bytes. What is cut off is kept beside first: nothing of it was ever
 * acknowledged, but it is the user's file. Throws the system's error.
 */
export const setTornTailAside = async (
  handle: FileHandle,
  path: string,
  goodBytes: number,
): Promise<void> => {
  const { size } = await handle.stat();
  const tail = Buffer.alloc(size - goodBytes);
  await handle.read(tail, 0, tail.length, goodBytes);
  const torn = await createTornFile(path);
  try {
    await writeFully(torn, tail, 0);
    await torn.sync();
  } finally {
    await torn.close();
  }
  await syncFolder(dirname(path));
  await handle.truncate(goodBytes);
  await handle.sync();
};
