import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Change } from '../../shared/ledger/change.ts';
import type { OutboxEvent } from '../../shared/reminders/outbox-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { openLedgerJournalReadOnly } from '../mirror/ledger-journal.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { eventsToAdopt, readOutboxOfBackup } from './adopt-outbox.ts';
import type { BackupFailure } from './backup-failure.ts';
import { type BackupManifest, backupFiles } from './backup-manifest.ts';
import type { OutboxFile } from './write-backup.ts';

/** The outbox of the application, as far as backups and restores need it. */
export interface BackedUpOutbox extends OutboxFile {
  /** Keys that it knows, in whatever state. */
  readonly knownKeys: () => ReadonlySet<string>;
  /** Appends events of keys it does not know, synced when it answers ok. */
  readonly adopt: (events: readonly OutboxEvent[]) => Promise<Result<null>>;
}

/** Puts the backup's documents into the store; those it has are left as they are. */
const restoreDocuments = async (
  folder: string,
  documents: DocumentStore,
): Promise<Result<null, BackupFailure>> => {
  const source = join(folder, backupFiles.documents);
  for (const name of await readdir(source)) {
    const kept = await documents.put(await readFile(join(source, name)));
    if (kept.ok) continue;
    const code = kept.error.kind === 'io' ? kept.error.code : 'EIO';
    return fail({ kind: 'io', code, fileName: name });
  }
  return ok(null);
};

async function* changesOf(entries: AsyncIterable<{ readonly body: Change }>): AsyncGenerator<Change> {
  for await (const { body } of entries) yield body;
}

/**
 * Brings the content of a verified backup back: documents first, then what the outbox does not know, then
 * the ledger by one rename. A failure on the way leaves the ledger as it was; documents and outbox
 * entries that were added harm nothing. Throws errors of the system where the backup cannot be read.
 */
export const restoreBackup = async (
  folder: string,
  manifest: BackupManifest,
  parts: {
    readonly mirror: Mirror;
    readonly documents: DocumentStore;
    readonly outbox: BackedUpOutbox | undefined;
    readonly at: string;
  },
): Promise<Result<null, BackupFailure>> => {
  const { mirror, outbox } = parts;
  const documents = await restoreDocuments(folder, parts.documents);
  if (!documents.ok) return documents;
  if (outbox) {
    const events = await readOutboxOfBackup(folder, outbox);
    if (!events.ok) return events;
    const adopted = eventsToAdopt(events.value, outbox.knownKeys(), parts.at);
    if (adopted.length > 0 && !(await outbox.adopt(adopted)).ok) return fail({ kind: 'outbox-refused' });
  }
  const opened = await openLedgerJournalReadOnly(join(folder, backupFiles.ledger));
  if (!opened.ok) return fail({ kind: 'damaged-backup', fileName: backupFiles.ledger });
  const journal = opened.value;
  try {
    const replaced = await mirror.replace({
      databaseId: manifest.databaseId,
      changes: changesOf(journal.entries()),
      restoredFrom: { backup: basename(folder), lastHash: manifest.chainHash },
    });
    if (replaced.ok) return ok(null);
    if (replaced.error.kind === 'io') return fail(replaced.error);
    return replaced.error.kind === 'not-ready'
      ? fail({ kind: 'ledger-refused', status: 'newer-version' })
      : fail({ kind: 'damaged-backup', fileName: backupFiles.ledger });
  } finally {
    await journal.close();
  }
};
