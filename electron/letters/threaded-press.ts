import { Worker } from 'node:worker_threads';
import { type LetterPress, pressHere } from './letter-press.ts';
import { type SetLetters, type SettingRequest, setLetters } from './set-letters.ts';

/** A thread that sets one group at a time. */
interface SettingThread {
  readonly set: (group: SettingRequest) => Promise<SetLetters>;
  readonly end: () => void;
}

/** Left alone a thread lets its memory grow threefold; a letter that needs more than this is set here. */
const threadMemory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };

const openThread = (path: string): SettingThread => {
  const worker = new Worker(path, { resourceLimits: threadMemory });
  // A thread must not keep the application from ending.
  worker.unref();
  let broken: Error | undefined;
  worker.on('error', (error) => {
    broken = error instanceof Error ? error : new Error(String(error));
  });
  return {
    set: (group) =>
      new Promise((settle, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        const finish = (act: () => void): void => {
          worker.off('message', onMessage);
          worker.off('error', onError);
          worker.off('exit', onExit);
          act();
        };
        const onMessage = (set: SetLetters): void => finish(() => settle(set));
        const onError = (error: unknown): void => finish(() => reject(error));
        const onExit = (): void => finish(() => reject(new Error('the setting thread ended')));
        worker.on('message', onMessage);
        worker.on('error', onError);
        worker.on('exit', onExit);
        worker.postMessage(group);
      }),
    end: () => void worker.terminate(),
  };
};

/** Fewer letters than that are set before a thread has loaded the typesetter. */
const fewLetters = 8;

const lettersIn = (groups: readonly SettingRequest[]): number =>
  groups.reduce((count, { models }) => count + models.length, 0);

/**
 * Sets groups on threads of their own, as many at a time as there are threads. Where a thread cannot be started
 * or breaks, its group is set here instead: slower, and as well.
 * @param path of the program of the thread (letter-worker).
 * @param onSetHere told of a group that had to be set here, and why.
 */
export const threadedPress = (
  path: string,
  threads: number,
  onSetHere?: (reason: unknown) => void,
): LetterPress => ({
  // More would save little time, and a thread holds all of them in memory.
  lettersTogether: 48,
  rowsTogether: 1500,
  set: async function* (groups, signal) {
    if (lettersIn(groups) <= fewLetters) {
      const here = pressHere.set(groups, signal);
      for (let set = await here.next(); !set.done; set = await here.next()) yield set.value;
      return undefined;
    }
    const pool = Array.from({ length: Math.min(threads, groups.length) }, () => openThread(path));
    const stop = (): void => {
      for (const thread of pool) thread.end();
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const started: Promise<SetLetters | undefined>[] = [];
      const start = (index: number): void => {
        const group = groups[index];
        const thread = pool[index % pool.length];
        if (!group || !thread) return;
        // Each thread takes every n-th group, when it has finished the one before.
        const before = started[index - pool.length] ?? Promise.resolve(undefined);
        started[index] = before
          .then(() => (signal?.aborted ? undefined : thread.set(group)))
          .catch((reason: unknown) => {
            if (signal?.aborted) return undefined;
            onSetHere?.(reason);
            return setLetters(group);
          });
      };
      // One group ahead of the threads: what is set waits in memory until it is its turn.
      const ahead = pool.length + 1;
      for (let index = 0; index < ahead; index += 1) start(index);
      for (let index = 0; index < groups.length; index += 1) {
        const set = await started[index];
        if (!set || signal?.aborted) return undefined;
        start(index + ahead);
        yield set;
        delete started[index];
      }
      return undefined;
    } finally {
      signal?.removeEventListener('abort', stop);
      stop();
    }
  },
});
