import { join } from 'node:path';
import type { OutboxEntry } from '../../shared/ipc/outbox-contract.ts';
import {
  applyOutboxEvent,
  type OutboxEvent,
  type OutboxRecord,
  outboxEvent,
} from '../../shared/reminders/outbox-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { fileExists, JournalReadError, openLineJournal } from '../mirror/line-journal.ts';
import { missingJournal, type OutboxFailure, openingFailure, storageFailure } from './outbox-failure.ts';

/** File name of the outbox journal in the folder of a ledger. */
export const outboxJournalName = 'outbox.ndjson';
/** Format and version in its header. */
export const outboxJournalFormat = { format: 'acquit-outbox', version: 1 } as const;

/** An unreadable folder is not a missing file: opening it tells why. */
const isMissing = async (path: string): Promise<boolean> =>
  fileExists(path).then(
    (exists) => !exists,
    () => false,
  );

/** The records in memory and the file they come from, moved together: first the disk, then the memory. */
export interface OutboxJournal {
  records(): ReadonlyMap<string, OutboxRecord>;
  /** Records that may still leave. */
  waiting(): readonly OutboxRecord[];
  /**
   * Asks `events` what to add, given the state at that moment, and answers the entries that changed once
   * the events are on disk. One call after the other, so that a recall and an attempt cannot cross.
   * After a failure nothing has changed.
   */
  commit(events: () => readonly OutboxEvent[]): Promise<Result<readonly OutboxEntry[], OutboxFailure>>;
  close(): Promise<void>;
}

/**
 * Opens and replays the journal. Refused as a whole where it is damaged, newer, or makes no sense; and where it
 * must exist (`mustExist`: the ledger beside it does) and is missing: an empty one would send again what left.
 */
export const openOutboxJournal = async (
  folder: string,
  mustExist = false,
): Promise<Result<OutboxJournal, OutboxFailure>> => {
  if (mustExist && (await isMissing(join(folder, outboxJournalName)))) return fail(missingJournal);
  const opened = await openLineJournal<OutboxEvent>({
    path: join(folder, outboxJournalName),
    ...outboxJournalFormat,
  });
  if (!opened.ok) return fail(openingFailure(opened.error));
  const { journal } = opened.value;
  const records = new Map<string, OutboxRecord>();
  const waiting = new Map<string, OutboxRecord>();
  const keep = (record: OutboxRecord): void => {
    records.set(record.entry.key, record);
    const { kind } = record.entry.state;
    if (kind === 'intent' || kind === 'retrying') waiting.set(record.entry.key, record);
    else waiting.delete(record.entry.key);
  };
  try {
    for await (const { line, body } of journal.entries()) {
      const event = outboxEvent.safeParse(body);
      const applied = event.success ? applyOutboxEvent(records.get(event.data.key), event.data) : undefined;
      if (!applied?.ok) {
        await journal.close();
        return fail(openingFailure({ kind: 'damaged', line, fileName: outboxJournalName }));
      }
      keep(applied.value);
    }
  } catch (error) {
    if (!(error instanceof JournalReadError)) throw error;
    await journal.close();
    return fail(openingFailure(error.failure));
  }

  let queue: Promise<unknown> = Promise.resolve();
  const commitNow = async (
    events: readonly OutboxEvent[],
  ): Promise<Result<readonly OutboxEntry[], OutboxFailure>> => {
    const changed = new Map<string, OutboxRecord>();
    for (const event of events) {
      const applied = applyOutboxEvent(changed.get(event.key) ?? records.get(event.key), event);
      if (!applied.ok) throw new Error(`outbox: ${JSON.stringify(applied.error)}`);
      changed.set(event.key, applied.value);
    }
    const written = await journal.append(events);
    if (!written.ok) return fail(storageFailure(written.error.code));
    for (const record of changed.values()) keep(record);
    return ok([...changed.values()].map((record) => record.entry));
  };

  return ok({
    records: () => records,
    waiting: () => [...waiting.values()],
    commit: (events) => {
      const done = queue.then(() => commitNow(events()));
      queue = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await queue;
      await journal.close();
    },
  });
};
