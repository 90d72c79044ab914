import type { OutboxEntry } from './outbox-contract.ts';
import type { SchedulerTick } from './scheduler-contract.ts';

/** What main tells the renderer unasked. */
export interface MainEvents {
  readonly schedulerTick: SchedulerTick;
  /** Entries whose state changed. */
  readonly outboxChanged: readonly OutboxEntry[];
  /** « May this still leave? » Answered through `recheckAnswer` with the same token. */
  readonly recheckRequest: { readonly token: string; readonly key: string };
  readonly clockChanged: { readonly offsetMs: number };
  /** From a notification, the tray or a second start. */
  readonly navigate: 'reminders' | 'letters' | 'dashboard' | 'settings';
  /** The menu or a global shortcut asks for undo. */
  readonly backupDone: { readonly at: string };
}

export type MainEventName = keyof MainEvents;
export const mainEventNames = [
  'schedulerTick',
  'outboxChanged',
  'recheckRequest',
  'clockChanged',
  'navigate',
  'backupDone',
] as const satisfies readonly MainEventName[];
