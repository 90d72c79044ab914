import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const succeeds = (command: string, ...parameters: string[]): boolean => {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A folder on a disk of its own, or undefined where mounting is not allowed. */
export const smallDisk = async (
  kilobytes: number,
): Promise<{ readonly folder: string; readonly release: () => Promise<void> } | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-disk-'));
  if (
    process.getuid?.() === 0 &&
    succeeds('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
  )
    return {
      folder,
      release: async () => {
        succeeds('umount', '-l', folder);
        await rm(folder, { recursive: true, force: true });
      },
    };
  await rm(folder, { recursive: true });
  return undefined;
};

/**
 * Makes a folder read-only: by its rights, or for root, whom rights do not stop, by a read-only mount of
 * the folder over itself. Answers how to undo it; undefined where neither is possible.
 */
export const makeReadOnly = async (folder: string): Promise<(() => Promise<void>) | undefined> => {
  if (process.getuid?.() !== 0) {
    execFileSync('chmod', ['-R', 'a-w', folder]);
    return async () => {
      execFileSync('chmod', ['-R', 'u+w', folder]);
    };
  }
  if (!succeeds('mount', '--bind', folder, folder)) return undefined;
  if (succeeds('mount', '-o', 'remount,bind,ro', folder))
    return async () => {
      succeeds('umount', '-l', folder);
    };
  succeeds('umount', '-l', folder);
  return undefined;
};

/** Whether {@link makeReadOnly} can do it here: not for root in a container without the right to mount. */
export const canMakeReadOnly = async (): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-probe-'));
  const release = await makeReadOnly(folder);
  await release?.();
  await rm(folder, { recursive: true });
  return release !== undefined;
};
