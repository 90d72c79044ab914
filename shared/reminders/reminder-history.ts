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
  /** Scenario that the step belongs to. */
  readonly scenarioId: string;
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
  /** Client id → every message in writing, in no particular order. */
  readonly messagesByClient: ReadonlyMap<string, readonly SentMessage[]>;
  readonly inProgressByClient: ReadonlyMap<string, Reminder>;
  /** {@link lineKey} of every step that was refused or taken back once. */
  readonly failedLines: ReadonlySet<string>;
}

/** Key of a step of an invoice. */
export const lineKey = (invoiceId: string, stepId: string): string => `${invoiceId}\n${stepId}`;

/** Messages of one step by several channels share it: that of the first. */
export const familyOf = (reminder: Pick<Reminder, 'id' | 'companionOf'>): string =>
  reminder.companionOf ?? reminder.id;

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

const addTo = <Value>(groups: Map<string, Value[]>, key: string, value: Value): void => {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
};

/** True for what went along with a letter that is sent again: it does not do the step in its place. */
const wentWithResent = ({ companionOf }: Reminder, reminders: Ledger['reminders']): boolean => {
  const lead = companionOf === undefined ? undefined : reminders.get(companionOf);
  return lead?.state.kind === 'posted' && lead.state.resentOn !== undefined;
};

const read = (reminders: Ledger['reminders']): ReminderHistory => {
  const doneByInvoice = new Map<string, DoneLine[]>();
  const lastMessageByClient = new Map<string, SentMessage>();
  const messagesByClient = new Map<string, SentMessage[]>();
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
      // A companion that failed leaves the step where its first message put it.
      if (reminder.companionOf === undefined)
        for (const line of reminder.lines) failedLines.add(lineKey(line.invoiceId, line.stepId));
      continue;
    }
    const doneOn = dayOf(progress.at);
    const inWriting = reachedInWriting(reminder);
    if (inWriting) {
      const sent = { on: doneOn, reminder };
      const last = lastMessageByClient.get(reminder.clientId);
      if (last === undefined || last.on < doneOn) lastMessageByClient.set(reminder.clientId, sent);
      addTo(messagesByClient, reminder.clientId, sent);
    }
    if (wentWithResent(reminder, reminders)) continue;
    for (const line of reminder.lines)
      addTo(doneByInvoice, line.invoiceId, {
        stepId: line.stepId,
        reminder,
        doneOn,
        inWriting,
        scenarioId: line.scenarioId ?? reminder.scenarioId,
      });
  }
  return { doneByInvoice, lastMessageByClient, messagesByClient, inProgressByClient, failedLines };
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
