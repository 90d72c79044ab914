import { copyFile, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyOutboxEvent,
  isFinal,
  type OutboxEvent,
  type OutboxRecord,
  outboxEvent,
} from '../../shared/reminders/outbox-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ensureFolder, ioCode, syncFolder } from '../mirror/durable-file.ts';
import { fileExists, openLineJournal } from '../mirror/line-journal.ts';
import { type OutboxFailure, storageFailure } from './outbox-failure.ts';
import { outboxJournalFormat, outboxJournalName } from './outbox-journal.ts';

/** An e-mail that the ledger holds as approved: it may have left, whatever the damaged journal says. */
export interface ApprovedEmail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
}

const explanation =
  'Le journal des envois a été abîmé, puis reconstruit\u00a0: ce message est peut-être parti. Il ne sera pas renvoyé de lui-même. Vérifiez dans vos messages envoyés ou auprès du client.';

/** Events that are whole by themselves, in their order; what stands in no readable line is lost. */
const readableEvents = async (path: string): Promise<readonly OutboxEvent[]> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (ioCode(error) === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      const event = outboxEvent.safeParse((JSON.parse(line) as { readonly body?: unknown } | null)?.body);
      return event.success ? [event.data] : [];
    } catch {
      return [];
    }
  });
};

interface Story {
  readonly record: OutboxRecord;
  readonly events: readonly OutboxEvent[];
}

/** What the events tell of each message; an event that cannot follow is passed over. */
const storiesOf = (events: readonly OutboxEvent[]): ReadonlyMap<string, Story> => {
  const stories = new Map<string, Story>();
  for (const event of events) {
    const known = stories.get(event.key);
    const applied = applyOutboxEvent(known?.record, event);
    if (applied.ok)
      stories.set(event.key, { record: applied.value, events: [...(known?.events ?? []), event] });
  }
  return stories;
};

/**
 * The events of a journal made anew from what can still be read, best source first. A message whose end one of
 * them knows keeps it; every other, and every e-mail that the ledger holds as approved, becomes `unknown`:
 * the line that is lost may be the one that said that it left. `at` is the instant of the repair.
 */
export const rebuiltEvents = (
  sources: readonly (readonly OutboxEvent[])[],
  approved: readonly ApprovedEmail[],
  at: string,
): readonly OutboxEvent[] => {
  const kept = new Map<string, Story>();
  for (const source of sources)
    for (const [key, story] of storiesOf(source)) {
      const known = kept.get(key);
      if (!known || (!isFinal(known.record.entry.state) && isFinal(story.record.entry.state)))
        kept.set(key, story);
    }
  const events = [...kept.values()].flatMap(({ record, events: told }): readonly OutboxEvent[] => {
    const { key, state } = record.entry;
    if (isFinal(state)) return told;
    const attempt: readonly OutboxEvent[] =
      state.kind === 'attempt' ? [] : [{ kind: 'attempt', key, startedAt: at }];
    return [...told, ...attempt, { kind: 'unknown', key, at, explanation }];
  });
  const lost = approved.flatMap(({ key, to, subject }): readonly OutboxEvent[] =>
    kept.has(key) ? [] : [{ kind: 'lost', key, at, to, subject, explanation }],
  );
  return [...events, ...lost];
};

/** Outbox journals in the folders of the backups, the newest first. None where there are no backups. */
const journalsOfBackups = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Names begin with the day and the time.
  return names
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, outboxJournalName))
    .toSorted()
    .toReversed();
};

const freeName = async (path: string, number = 1): Promise<string> => {
  const name = `${path}.damaged-${number}`;
  return (await fileExists(name)) ? freeName(path, number + 1) : name;
};

/**
 * Replaces a damaged or missing outbox journal by one made of what can still be read of it, of the backups, and of
 * the ledger. The damaged file is kept beside as `outbox.ndjson.damaged-<n>`; nothing is ever sent again because
 * of it. Answers how many messages are « peut-être partis » since. A failure leaves everything as it was.
 */
export const rebuildOutbox = async (options: {
  readonly folder: string;
  readonly backupsFolder: string;
  readonly approved: readonly ApprovedEmail[];
  readonly at: string;
}): Promise<Result<{ readonly doubtful: number }, OutboxFailure>> => {
  const { folder, backupsFolder, approved, at } = options;
  const path = join(folder, outboxJournalName);
  const next = `${path}.rebuilt`;
  try {
    await ensureFolder(folder);
    const sources = await Promise.all(
      [path, ...(await journalsOfBackups(backupsFolder))].map((file) =>
        file === path ? readableEvents(file) : readableEvents(file).catch(() => []),
      ),
    );
    const events = rebuiltEvents(sources, approved, at);
    // Left half written by a repair that was interrupted.
    if (await fileExists(next)) await rename(next, await freeName(path));
    const opened = await openLineJournal<OutboxEvent>({ path: next, ...outboxJournalFormat });
    if (!opened.ok)
      return fail(storageFailure(opened.error.kind === 'io' ? opened.error.code : opened.error.kind));
    const written = await opened.value.journal.append(events);
    await opened.value.journal.close();
    if (!written.ok) return fail(storageFailure(written.error.code));
    // A copy, so that at no moment the folder is without a journal: a missing one is damage too.
    if (await fileExists(path)) await copyFile(path, await freeName(path));
    await rename(next, path);
    await syncFolder(folder);
    return ok({
      doubtful: events.filter(({ kind }) => kind === 'unknown' || kind === 'lost').length,
    });
  } catch (error) {
    return fail(storageFailure(ioCode(error)));
  }
};
