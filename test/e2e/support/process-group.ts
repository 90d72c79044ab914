import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const exists = (group: number): boolean => {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Ends an application and all processes it started, without a chance to say goodbye. Playwright starts each
 * application as the head of a process group of its own.
 */
export const killGroup = async (child: ChildProcess): Promise<void> => {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await ended;
  // A renderer that is still dying may hold the lock of the database for a moment.
  while (process.platform !== 'win32' && exists(pid)) await new Promise((settle) => setTimeout(settle, 10));
};
