import type { OutboxEntry } from '../ipc/outbox-contract.ts';
import { secondsUntil } from './delivery-status.ts';
import { outboxKey, type Reminder } from './reminder.ts';

/** What the recall bar has to say. */
export type RecallWindow =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open';
      /** E-mails that can still be taken back. */
      readonly reminders: readonly Reminder[];
      /** Seconds until the last of them may leave, 1 or more. */
      readonly secondsLeft: number;
    }
  | { readonly kind: 'sending'; readonly count: number };

/**
 * Approved e-mails that have not left: those within their recall window first, else those that main is
 * sending now. A message that waits for a later try is neither.
 */
export const recallWindow = (
  reminders: Iterable<Reminder>,
  entries: ReadonlyMap<string, OutboxEntry>,
  nowMs: number,
): RecallWindow => {
  const open: Reminder[] = [];
  let secondsLeft = 0;
  let sending = 0;
  for (const reminder of reminders) {
    if (reminder.state.kind !== 'approved') continue;
    const entry = entries.get(outboxKey(reminder));
    if (entry?.state.kind === 'attempt') sending += 1;
    const seconds = secondsUntil(reminder.state.sendAfter, nowMs);
    if (seconds === 0 || (entry !== undefined && entry.state.kind !== 'intent')) continue;
    open.push(reminder);
    secondsLeft = Math.max(secondsLeft, seconds);
  }
  if (open.length > 0) return { kind: 'open', reminders: open, secondsLeft };
  return sending > 0 ? { kind: 'sending', count: sending } : { kind: 'closed' };
};
