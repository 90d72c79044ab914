import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openDocumentStore } from '../documents/document-store.ts';
import { ensureFolder, ioCode } from '../mirror/durable-file.ts';
import { JournalReadError } from '../mirror/line-journal.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import type { BackupFailure } from './backup-failure.ts';
import { type BackupManifest, backupFiles } from './backup-manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';

/** What a rehearsed restore brought back. */
export interface RehearsalCounts {
  readonly manifest: BackupManifest;
  readonly rows: number;
  readonly documents: number;
}

const placePrefix = 'repetition-';

const damaged = (fileName: string) => fail<BackupFailure>({ kind: 'damaged-backup', fileName });

const nonZero = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** Rows of each table, read page by page as the page does when it starts from the mirror. */
const countRows = async (mirror: Mirror): Promise<Record<string, number> | undefined> => {
  const counts: Record<string, number> = {};
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const page = await mirror.readPage(cursor);
    if (!page.ok) return undefined;
    for (const { table } of page.value.rows) counts[table] = (counts[table] ?? 0) + 1;
    cursor = page.value.next;
  }
  return counts;
};

const restoreInto = async (
  place: string,
  path: string,
  manifest: BackupManifest,
  clock: Clock,
): Promise<Result<RehearsalCounts, BackupFailure>> => {
  const folder = join(place, 'mirror');
  const documents = await openDocumentStore({ folder: join(place, 'documents') });
  if (!documents.ok) return fail({ kind: 'io', code: 'EIO', fileName: basename(place) });
  const first = await openMirror({ folder, clock });
  if (!first.ok) return damaged(backupFiles.ledger);
  const at = instantOf(clock.nowMs());
  const parts = { mirror: first.value, documents: documents.value, outbox: undefined, at };
  const restored = await restoreBackup(path, manifest, parts).finally(() => first.value.close());
  if (!restored.ok) return restored;
  // Opened anew, as the next start after a restore would.
  const again = await openMirror({ folder, clock });
  if (!again.ok) return damaged(backupFiles.ledger);
  try {
    const status = again.value.status();
    const counts = await countRows(again.value);
    const isWhole =
      status.kind === 'ready' &&
      status.databaseId === manifest.databaseId &&
      status.lastSequence === manifest.sequence &&
      counts !== undefined &&
      isDeepStrictEqual(counts, nonZero(manifest.rowCounts));
    if (!isWhole) return damaged(backupFiles.ledger);
    for (const hash of documents.value.list())
      if (!(await documents.value.verify(hash)).ok) return damaged(hash);
    if (documents.value.list().length !== manifest.documents) return damaged(backupFiles.documents);
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return ok({ manifest, rows, documents: manifest.documents });
  } finally {
    await again.value.close();
  }
};

/**
 * Restores a backup into an empty place beside the ledger, opens it there as a start would, counts its rows
 * and documents against what the backup says of itself, and removes the place. The ledger, its outbox and the
 * backup are only read. Fails as a restore of it would.
 */
export const rehearseRestore = async (
  path: string,
  stateFolder: string,
  clock: Clock,
): Promise<Result<RehearsalCounts, BackupFailure>> => {
  try {
    const verified = await verifyBackup(path);
    if (!verified.ok) return verified;
    await ensureFolder(stateFolder);
    for (const name of await readdir(stateFolder))
      if (name.startsWith(placePrefix)) await rm(join(stateFolder, name), { recursive: true, force: true });
    const place = await mkdtemp(join(stateFolder, placePrefix));
    try {
      return await restoreInto(place, path, verified.value, clock);
    } finally {
      await rm(place, { recursive: true, force: true }).catch(ioCode);
    }
  } catch (error) {
    if (error instanceof JournalReadError) return damaged(backupFiles.ledger);
    return fail({ kind: 'io', code: ioCode(error), fileName: basename(stateFolder) });
  }
};
