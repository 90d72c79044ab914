import type { LedgerName } from '../../shared/ipc/boot.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** What is remembered of the watched folder of a ledger, among the choices of this PC. */
export interface WatchedFolderMemory {
  readonly folder: () => { readonly path: string; readonly sinceMs: number } | undefined;
  /** Files that arrived there before the last seven days are left alone. */
  readonly setFolder: (path: string, nowMs: number) => void;
  readonly forget: () => void;
  /** Hashes of files that the user does not want. */
  readonly declined: () => ReadonlySet<string>;
  readonly decline: (hashes: readonly string[]) => void;
}

const weekMs = 7 * 24 * 3600 * 1000;
/** A declined file is mostly gone from the folder long before a thousand others were declined. */
const mostDeclined = 1000;

/** Keeps the folder of one ledger in the settings file. */
export const watchedFolderMemory = (
  settings: Pick<SettingsStore, 'get' | 'set'>,
  ledger: LedgerName,
): WatchedFolderMemory => {
  const all = () => settings.get('watchedFolders') ?? {};
  const mine = () => all()[ledger];
  return {
    folder: () => {
      const chosen = mine();
      return chosen?.path === undefined ? undefined : { path: chosen.path, sinceMs: chosen.sinceMs ?? 0 };
    },
    setFolder: (path, nowMs) =>
      settings.set('watchedFolders', {
        ...all(),
        [ledger]: { declined: mine()?.declined ?? [], path, sinceMs: nowMs - weekMs },
      }),
    forget: () =>
      settings.set('watchedFolders', { ...all(), [ledger]: { declined: mine()?.declined ?? [] } }),
    declined: () => new Set(mine()?.declined ?? []),
    decline: (hashes) =>
      settings.set('watchedFolders', {
        ...all(),
        [ledger]: {
          ...mine(),
          declined: [...new Set([...(mine()?.declined ?? []), ...hashes])].slice(-mostDeclined),
        },
      }),
  };
};
