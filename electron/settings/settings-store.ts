import ElectronStore from 'electron-store';
import type { MailSettings } from '../../shared/ipc/mail-contract.ts';
import type { PrintSetup } from '../../shared/ipc/print-contract.ts';

/** Choices of this PC. Business data never goes here. */
export interface ApplicationSettings {
  readonly theme: 'light' | 'dark' | 'system';
  readonly window?: WindowPlacement | undefined;
  readonly trayExplained: boolean;
  readonly mail?: MailSettings | undefined;
  /** Password of the mail server, encrypted by the system's key store, base64. */
  readonly mailSecret?: string | undefined;
  /** Envelope, printer, offsets, order of batches. */
  readonly printing?: PrintSetup | undefined;
  /** By ledger: the folder that is watched for files to import, and what the user does not want of it. */
  readonly watchedFolders?: Readonly<Record<string, WatchedFolderChoice>> | undefined;
}

export interface WatchedFolderChoice {
  /** Full path; undefined while none is watched. */
  readonly path?: string | undefined;
  /** Files that arrived before are left alone; milliseconds since 1970. */
  readonly sinceMs?: number | undefined;
  /** SHA-256 of files declined. */
  readonly declined: readonly string[];
}

export interface WindowPlacement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

export interface SettingsStore {
  readonly get: <Key extends keyof ApplicationSettings>(key: Key) => ApplicationSettings[Key];
  readonly set: <Key extends keyof ApplicationSettings>(key: Key, value: ApplicationSettings[Key]) => void;
}

/** The settings file of a profile. A file that cannot be read is replaced by the defaults: it holds choices of this PC only. */
export const openSettings = (folder: string): SettingsStore => {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
    defaults: { theme: 'system', trayExplained: false },
  });
  return {
    get: (key) => store.get(key) as never,
    set: (key, value) => {
      if (value === undefined) store.delete(key);
      else store.set(key, value);
    },
  };
};
