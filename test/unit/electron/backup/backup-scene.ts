import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Backups, createBackups } from '../../../../electron/backup/backup.ts';
import type { BackedUpOutbox } from '../../../../electron/backup/restore-backup.ts';
import { type DocumentStore, openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';
import { type Mirror, openMirror } from '../../../../electron/mirror/mirror.ts';
import type { OutboxEvent } from '../../../../shared/reminders/outbox-state.ts';
import { ok } from '../../../../shared/result.ts';
import { appendAll, databaseId } from '../mirror/open-mirror-in.ts';
import { invoiceChanges } from '../mirror/sample-changes.ts';

/** One PC: a mirror, documents, an outbox and backups in a folder. */
export interface Scene {
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  readonly backups: Backups;
  readonly backupFolder: string;
  readonly clock: { now: number };
  readonly outboxEvents: () => Promise<readonly OutboxEvent[]>;
  readonly send: (...events: readonly OutboxEvent[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const outboxFormat = { format: 'acquit-outbox', version: 1 } as const;

const orThrow = <Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Opens a PC below `root`; `backupFolder` may be shared with another one. */
export const openScene = async (root: string, backupFolder = join(root, 'Sauvegardes')): Promise<Scene> => {
  const clock = { now: Date.UTC(2026, 10, 22, 13, 5) };
  const time = { nowMs: () => clock.now };
  const mirror = orThrow(await openMirror({ folder: join(root, 'mirror'), clock: time }));
  const documents = orThrow(await openDocumentStore({ folder: join(root, 'documents') }));
  const path = join(root, 'outbox', 'outbox.ndjson');
  const { journal } = orThrow(await openLineJournal<OutboxEvent>({ path, ...outboxFormat }));
  const keys = new Set<string>();
  for await (const { body } of journal.entries()) keys.add(body.key);
  const append = async (events: readonly OutboxEvent[]): Promise<void> => {
    orThrow(await journal.append(events));
    for (const { key } of events) keys.add(key);
  };
  const outbox: BackedUpOutbox = {
    path,
    ...outboxFormat,
    knownKeys: () => keys,
    adopt: async (events) => {
      await append(events);
      return ok(null);
    },
  };
  return {
    mirror,
    documents,
    backupFolder,
    clock,
    backups: createBackups({
      mirror,
      documents,
      outbox,
      folder: backupFolder,
      stateFolder: join(root, 'backups'),
      clock: time,
    }),
    outboxEvents: async () => {
      const events: OutboxEvent[] = [];
      for await (const { body } of journal.entries()) events.push(body);
      return events;
    },
    send: (...events) => append(events),
    close: async () => {
      await mirror.close();
      await journal.close();
    },
  };
};

export const letter = Buffer.from('%PDF-1.7\nmise en demeure');
export const message = Buffer.from('From: a@b.example\r\n\r\nBonjour');

/** A scene with `count` changes and two documents. */
export const filledScene = async (root: string, count = 5, backupFolder?: string): Promise<Scene> => {
  const scene = await openScene(root, backupFolder);
  orThrow(await scene.mirror.create(databaseId));
  await appendAll(scene.mirror, invoiceChanges(count));
  orThrow(await scene.documents.put(letter));
  orThrow(await scene.documents.put(message));
  return scene;
};

const at = '2026-11-22T10:00:00.000Z';

export const intentOf = (key: string): OutboxEvent => ({
  kind: 'intent',
  key,
  at,
  messageId: `<${key}@acquit.example>`,
  emlHash: 'a'.repeat(64),
  from: 'moi@example.fr',
  to: 'client@example.fr',
  toName: 'Client',
  subject: 'Relance',
  sendAfter: at,
});
export const attemptOf = (key: string): OutboxEvent => ({ kind: 'attempt', key, startedAt: at });
export const acceptedOf = (key: string): OutboxEvent => ({
  kind: 'accepted',
  key,
  at,
  serverReply: '250 OK',
});

/** Content of all files below a folder, by relative path. */
export const filesBelow = async (folder: string, prefix = ''): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).isDirectory())
      for (const [inner, bytes] of await filesBelow(path, `${prefix}${name}/`)) files.set(inner, bytes);
    else files.set(`${prefix}${name}`, await readFile(path));
  }
  return files;
};
