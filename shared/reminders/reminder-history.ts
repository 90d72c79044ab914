import { businessDay, type Instant } from '../dates/clock.ts';
import { type Day, isDay } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from './reminder.ts';
import { progressOf, reachedInWriting } from './reminder-progress.ts';

/** A step that was done for an invoice. */
export interface DoneLine {
  readonly stepId: string;
  readonly reminder: Reminder;
  readonly doneOn: Day;
  readonly inWriting: boolean;
}

/** A message in writing that reached a client. */
export interface SentMessage {
  readonly on: Day;
  readonly reminder: Reminder;
}

/** The reminders of a ledger as the plan asks for them. */
export interface ReminderHistory {
  /** Invoice id → what was done for it, in no particular order. */
  readonly doneByInvoice: ReadonlyMap<string, readonly DoneLine[]>;
  /** Client id → the latest message in writing. */
  readonly lastMessageByClient: ReadonlyMap<string, SentMessage>;
  readonly inProgressByClient: ReadonlyMap<string, Reminder>;
  /** {@link lineKey} of every step that was refused or taken back once. */
  readonly failedLines: ReadonlySet<string>;
}

/** Key of a step of an invoice. */
export const lineKey = (invoiceId: string, stepId: string): string => `${invoiceId}\n${stepId}`;

/** Days of instants; the zone is asked once per hour of the clock, because `Intl` is slow and offsets turn on the hour. */
const dayReader = (): ((at: Instant | Day) => Day) => {
  const known = new Map<string, Day>();
  return (at) => {
    if (isDay(at)) return at;
    const hour = at.slice(0, 13);
    let found = known.get(hour);
    if (found === undefined) {
      found = businessDay(Date.parse(at));
      known.set(hour, found);
    }
    return found;
  };
};

const read = (reminders: Ledger['reminders']): ReminderHistory => {
  const doneByInvoice = new Map<string, DoneLine[]>();
  const lastMessageByClient = new Map<string, SentMessage>();
  const inProgressByClient = new Map<string, Reminder>();
  const failedLines = new Set<string>();
  const dayOf = dayReader();
  for (const reminder of reminders.values()) {
    const progress = progressOf(reminder.state);
    if (progress.kind === 'in-progress') {
      inProgressByClient.set(reminder.clientId, reminder);
      continue;
    }
    if (progress.kind === 'undone') {
      for (const line of reminder.lines) failedLines.add(lineKey(line.invoiceId, line.stepId));
      continue;
    }
    const doneOn = dayOf(progress.at);
    const inWriting = reachedInWriting(reminder);
    const last = lastMessageByClient.get(reminder.clientId);
    if (inWriting && (last === undefined || last.on < doneOn))
      lastMessageByClient.set(reminder.clientId, { on: doneOn, reminder });
    for (const line of reminder.lines) {
      const done = { stepId: line.stepId, reminder, doneOn, inWriting };
      const known = doneByInvoice.get(line.invoiceId);
      if (known) known.push(done);
      else doneByInvoice.set(line.invoiceId, [done]);
    }
  }
  return { doneByInvoice, lastMessageByClient, inProgressByClient, failedLines };
};

const known = new WeakMap<Ledger['reminders'], ReminderHistory>();

/** The history of a ledger, read once per state of its reminders. */
export const reminderHistory = (ledger: Ledger): ReminderHistory => {
  let history = known.get(ledger.reminders);
  if (!history) {
    history = read(ledger.reminders);
    known.set(ledger.reminders, history);
  }
  return history;
};
