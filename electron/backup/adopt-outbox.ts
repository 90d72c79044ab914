import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyOutboxEvent,
  isFinal,
  type OutboxEvent,
  type OutboxRecord,
  outboxEvent,
} from '../../shared/reminders/outbox-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openLineJournal } from '../mirror/line-journal.ts';
import type { BackupFailure } from './backup-failure.ts';
import { backupFiles } from './backup-manifest.ts';
import type { OutboxFile } from './write-backup.ts';

/*
 * A restore never replaces the outbox journal by an older one. The present journal knows what has left since
 * the backup was made; the keys of reminders are the same in the restored ledger (planning is deterministic),
 * so that a message which the restored ledger believes to be due or only approved meets its key in the
 * outbox, and nothing is sent again. On another PC the outbox knows less than the backup: what it does not
 * know is added, and what was still waiting in the backup counts as « peut-être parti », because the PC that
 * the backup comes from may have sent it since.
 */

const explanation =
  'Ce message attendait son envoi quand la sauvegarde a été faite\u00a0: il est peut-être parti depuis l’autre PC. Il ne sera pas renvoyé de lui-même. Vérifiez dans vos messages envoyés ou auprès du client.';

/**
 * The events to append to an outbox that knows `knownKeys`: all events of the other keys, each message
 * brought to a final state. `at` is the instant of the restore. An event that cannot follow (the journal was
 * damaged when it was backed up) is passed over.
 */
export const eventsToAdopt = (
  events: readonly OutboxEvent[],
  knownKeys: ReadonlySet<string>,
  at: string,
): readonly OutboxEvent[] => {
  const records = new Map<string, OutboxRecord>();
  const adopted: OutboxEvent[] = [];
  for (const event of events) {
    if (knownKeys.has(event.key)) continue;
    const applied = applyOutboxEvent(records.get(event.key), event);
    if (!applied.ok) continue;
    records.set(event.key, applied.value);
    adopted.push(event);
  }
  for (const { entry } of records.values()) {
    if (isFinal(entry.state)) continue;
    if (entry.state.kind !== 'attempt') adopted.push({ kind: 'attempt', key: entry.key, startedAt: at });
    adopted.push({ kind: 'unknown', key: entry.key, at, explanation });
  }
  return adopted;
};

/** The lines that are an event by themselves: all of a whole journal, what is left of a broken one. */
const readEvents = async (path: string): Promise<readonly OutboxEvent[]> =>
  (await readFile(path, 'utf8')).split('\n').flatMap((line) => {
    try {
      const event = outboxEvent.safeParse((JSON.parse(line) as { readonly body?: unknown } | null)?.body);
      return event.success ? [event.data] : [];
    } catch {
      return [];
    }
  });

/**
 * Events in the outbox journal of a verified backup; none where it has no such journal. A journal that was
 * damaged already when it was backed up gives what can be read of it: to know less could send twice, and
 * the ledger beside it is whole. Fails with `newer-backup` or `io`.
 */
export const readOutboxOfBackup = async (
  folder: string,
  { format, version }: Pick<OutboxFile, 'format' | 'version'>,
): Promise<Result<readonly OutboxEvent[], BackupFailure>> => {
  const path = join(folder, backupFiles.outbox);
  const opened = await openLineJournal<unknown>({ path, format, version, readOnly: true });
  if (opened.ok) await opened.value.journal.close();
  else if (opened.error.kind === 'io') return opened.error.code === 'ENOENT' ? ok([]) : fail(opened.error);
  else if (opened.error.kind === 'newer-version') return fail({ kind: 'newer-backup' });
  return ok(await readEvents(path));
};
