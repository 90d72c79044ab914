import { type FSWatcher, watch } from 'node:fs';
import { instantOf } from '../../shared/dates/clock.ts';
import type { WatchedFile, WatchedFolderStatus } from '../../shared/ipc/watched-folder-contract.ts';
import { readWatchedFile } from './read-watched-file.ts';
import { type FolderScan, type SeenFile, scanFolder } from './scan-folder.ts';
import type { WatchedFolderMemory } from './watched-folder-memory.ts';

/** A folder that vanished, a network drive that tells nothing of its changes: both are found by looking. */
const usualPollMs = 30_000;
/** A file that has not changed for this long is complete. */
const usualSettleMs = 2_000;
/** Beyond this the user drops files by the folder, not by the file. */
const mostOffered = 200;

/** Watches one folder for files to import; reads only, and keeps nothing of them but their hash. */
export interface WatchedFolder {
  readonly status: () => WatchedFolderStatus;
  /** Watches that folder from now on; files that lie there for long are not offered. */
  readonly choose: (path: string) => Promise<WatchedFolderStatus>;
  readonly forget: () => WatchedFolderStatus;
  /** Never offers these contents again. */
  readonly decline: (hashes: readonly string[]) => WatchedFolderStatus;
  /** The file of that hash; undefined when it has gone or changed meanwhile. */
  readonly read: (hash: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** Looks now; for a test and for the moment the window is shown. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

interface Known extends SeenFile {
  /** When it was first seen as it is now. */
  readonly sinceMs: number;
  /** Once it is complete and was read. */
  readonly hash?: string;
}

/** Opens the watch of a ledger. `nowMs` is the clock of the machine, as the files' own times are. */
export const openWatchedFolder = (parts: {
  readonly memory: WatchedFolderMemory;
  readonly onChange: () => void;
  readonly nowMs?: () => number;
  readonly pollMs?: number;
  readonly settleMs?: number;
}): WatchedFolder => {
  const { memory, onChange, nowMs = Date.now, pollMs = usualPollMs, settleMs = usualSettleMs } = parts;
  let known = new Map<string, Known>();
  let refused: FolderScan['refused'] = [];
  let isReachable = true;
  let watcher: FSWatcher | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> = Promise.resolve();
  /** Answers to an older folder than the present one are dropped. */
  let turn = 0;
  let told = '';

  const offered = (): readonly WatchedFile[] => {
    const declined = memory.declined();
    const byHash = new Map<string, WatchedFile>();
    for (const { name, size, modifiedMs, hash } of [...known.values()].sort(
      (a, b) => b.arrivedMs - a.arrivedMs,
    ))
      if (hash !== undefined && !declined.has(hash) && !byHash.has(hash))
        byHash.set(hash, { name, size, modifiedAt: instantOf(modifiedMs), hash });
    return [...byHash.values()].slice(0, mostOffered);
  };
  const status = (): WatchedFolderStatus => {
    const chosen = memory.folder();
    if (!chosen) return { state: 'off', files: [], refused: [] };
    return {
      state: isReachable ? 'watching' : 'unreachable',
      folder: chosen.path,
      files: isReachable ? offered() : [],
      refused,
    };
  };
  const tell = (): void => {
    const now = JSON.stringify(status());
    if (now === told) return;
    told = now;
    onChange();
  };

  const unwatch = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  const watchNow = (path: string): void => {
    if (watcher) return;
    try {
      watcher = watch(path, { persistent: false }, () => plan(200));
      // A drive that is pulled out reports here; the next look finds it gone.
      watcher.on('error', unwatch);
    } catch {
      // No notice of changes on this drive, or too many watches: looking now and then is enough.
      watcher = undefined;
    }
  };

  const lookOnce = async (): Promise<void> => {
    const mine = turn;
    const chosen = memory.folder();
    if (!chosen) return;
    const scan = await scanFolder(chosen.path);
    if (mine !== turn) return;
    isReachable = scan !== undefined;
    if (!scan) {
      unwatch();
      tell();
      return;
    }
    watchNow(chosen.path);
    refused = scan.refused;
    const next = new Map<string, Known>();
    for (const file of scan.files) {
      if (file.arrivedMs < chosen.sinceMs) continue;
      const before = known.get(file.name);
      const isSame = before?.size === file.size && before.modifiedMs === file.modifiedMs;
      next.set(file.name, isSame ? { ...before, ...file } : { ...file, sinceMs: nowMs() });
    }
    known = next;
    for (const file of next.values()) {
      if (file.hash !== undefined || nowMs() - file.sinceMs < settleMs) continue;
      const read = await readWatchedFile(chosen.path, file);
      if (mine !== turn) return;
      // Locked by the program that writes it, or changed: the next look tries again.
      if (read) next.set(file.name, { ...file, hash: read.hash });
    }
    tell();
  };
  const look = (): Promise<void> => {
    looking = looking.then(lookOnce);
    return looking;
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (!memory.folder()) return;
    const mine = turn;
    timer = setTimeout(() => {
      void look().then(() => {
        if (mine !== turn) return;
        const isWaiting = [...known.values()].some(({ hash }) => hash === undefined);
        plan(isWaiting ? Math.min(settleMs + 100, pollMs) : pollMs);
      });
    }, ms);
    timer.unref();
  };
  const begin = (): void => {
    turn += 1;
    unwatch();
    known = new Map();
    refused = [];
    isReachable = true;
    plan(0);
  };
  begin();

  return {
    status,
    choose: async (path) => {
      memory.setFolder(path, nowMs());
      begin();
      await look();
      return status();
    },
    forget: () => {
      memory.forget();
      begin();
      tell();
      return status();
    },
    decline: (hashes) => {
      memory.decline(hashes);
      tell();
      return status();
    },
    read: async (hash) => {
      const chosen = memory.folder();
      const file = [...known.values()].find((one) => one.hash === hash);
      if (!chosen || !file) return undefined;
      const read = await readWatchedFile(chosen.path, file);
      return read?.hash === hash ? { name: file.name, bytes: read.bytes } : undefined;
    },
    look,
    stop: () => {
      turn += 1;
      clearTimeout(timer);
      unwatch();
    },
  };
};
