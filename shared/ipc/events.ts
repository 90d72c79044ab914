import type { OutboxEntry } from './outbox-contract.ts';
import type { SchedulerTick } from './scheduler-contract.ts';
import type { WatchedFolderStatus } from './watched-folder-contract.ts';

/** What main tells the renderer unasked. */
export interface MainEvents {
  readonly schedulerTick: SchedulerTick;
  /** The answer to a tick was taken: the scheduler's status tells what was found. */
  readonly schedulerReported: { readonly at: string };
  /** Entries whose state changed. */
  readonly outboxChanged: readonly OutboxEntry[];
  /** « May this still leave? » Answered through `recheckAnswer` with the same token. */
  readonly recheckRequest: { readonly token: string; readonly key: string };
  /** Sending stopped because of the disk (French); undefined = it goes on again. */
  readonly outboxProblem: { readonly message?: string | undefined };
  readonly clockChanged: { readonly offsetMs: number };
  /** From a notification, the tray or a second start. */
  readonly navigate: 'reminders' | 'letters' | 'dashboard' | 'settings';
  /** Letters of the batch done so far. */
  readonly letterProgress: { readonly done: number; readonly total: number };
  /** A backup, a copy or a rehearsal was made, or failed: what shows them asks again. */
  readonly backupDone: { readonly at: string };
  /** Part of an archive that was checked, 0 to 100. */
  readonly archiveProgress: { readonly percent: number };
  /** Files of a « dossier contentieux » read and written so far. */
  readonly caseFileProgress: { readonly done: number; readonly total: number };
  /** Files came to or went from the watched folder, or the folder itself did. */
  readonly watchedFolderChanged: WatchedFolderStatus;
}

export type MainEventName = keyof MainEvents;
