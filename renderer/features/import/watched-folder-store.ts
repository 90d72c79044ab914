import type { WatchedFolderStatus } from '../../../shared/ipc/watched-folder-contract.ts';
import { bridge } from '../../bridge/bridge.ts';

let status: WatchedFolderStatus | undefined;
let isAsked = false;
const listeners = new Set<() => void>();

const publish = (next: WatchedFolderStatus): void => {
  status = next;
  for (const listener of listeners) listener();
};

/** What main last said of the watched folder; undefined until it has answered. */
export const watchedFolder = {
  current: (): WatchedFolderStatus | undefined => status,
  /** The answer to a request that changed it. */
  set: publish,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    if (!isAsked) {
      isAsked = true;
      // Kept for the life of the page: several screens show it.
      bridge.on('watchedFolderChanged', publish);
      void bridge.watchedFolderStatus().then((answer) => {
        if (answer.ok && status === undefined) publish(answer.value);
      });
    }
    return () => listeners.delete(listener);
  },
} as const;
