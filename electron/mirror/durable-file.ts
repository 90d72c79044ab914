import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** System error code of a failed file operation (`ENOSPC`, `EROFS`…); throws anything that is not one. */
export const ioCode = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
};

/**
 * Makes the names in a folder durable. Windows has no such call and keeps its names in a journal itself;
 * some network drives refuse it: the file's own sync has happened by then.
 */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'].includes(ioCode(error))) throw error;
  } finally {
    await handle.close();
  }
};

/**
 * Creates a folder and those above it where they are missing. On a read-only disk Node says `ENOENT` for a
 * whole path; the folder alone gives the true code.
 */
export const ensureFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if (ioCode(error) !== 'ENOENT') throw error;
    await mkdir(folder);
  }
};

/** Writes all bytes at a position: a nearly full disk takes a part before it refuses the rest. */
export const writeFully = async (handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
};

/** True for the name under which {@link writeAtomically} writes: left by a crash where it is found at a start. */
export const isTemporaryName = (name: string): boolean => /\.[0-9a-f]{8}\.tmp$/.test(name);

/**
 * A file that is either there with all that `write` wrote, synced, or not there: written beside under
 * another name, then renamed. What a failure leaves is removed. Throws the system's error.
 */
export const writeAtomically = async (
  path: string,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> => {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
};
