import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { BackupStatus } from '../../shared/ipc/scheduler-contract.ts';

/** What the handlers ask of backups and export, dialogs included. */
export interface BackupPort {
  readonly status: () => Promise<BackupStatus>;
  readonly backupNow: () => Promise<BackupStatus>;
  /** False = the user cancelled. */
  readonly restore: (name: string | undefined) => Promise<IpcOutcome<boolean>>;
  /** Name of the archive; null = cancelled. */
  readonly exportEverything: () => Promise<IpcOutcome<string | null>>;
}
