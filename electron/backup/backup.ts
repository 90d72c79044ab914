import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { businessDay, type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { BackupStatus } from '../../shared/ipc/scheduler-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { ensureFolder, ioCode } from '../mirror/durable-file.ts';
import { JournalReadError } from '../mirror/line-journal.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type BackupFailure, backupFailureText, missingDocumentsText } from './backup-failure.ts';
import { backupFiles } from './backup-manifest.ts';
import { type ListedBackup, listBackups } from './list-backups.ts';
import { backupName, freeNameIn, makeBackup } from './make-backup.ts';
import { type BackedUpOutbox, restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';

/** Which backup to restore: one of the list, or a folder that the user chose in a dialog. */
export type BackupChoice =
  | { readonly kind: 'listed'; readonly name: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Backups of one ledger, in one folder. Operations are done one after the other. */
export interface Backups {
  /** Writes, re-opens, verifies and counts a backup, gives it its name, and lets old ones go. */
  backupNow(): Promise<Result<ListedBackup, BackupFailure>>;
  /** The same where the business day has no backup yet; null = it has one, or there is no ledger. */
  backupIfDue(on: Day): Promise<Result<ListedBackup | null, BackupFailure>>;
  status(): Promise<BackupStatus>;
  /**
   * Verifies the backup, keeps the present state as a backup « avant restauration » (its name comes back),
   * then brings the backup back under a new generation. Refused without any change where the backup is not
   * whole, is newer, or where the present state cannot be kept.
   */
  restore(choice: BackupChoice): Promise<Result<{ readonly keptAs: string | undefined }, BackupFailure>>;
  /** What happened and what to do, French. */
  failureText(failure: BackupFailure): string;
}

export interface BackupsOptions {
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  /** Left out only where the ledger has no outbox: a restore then cannot know what has left. */
  readonly outbox?: BackedUpOutbox | undefined;
  /** Where the backups go; created when needed. */
  readonly folder: string;
  readonly clock: Clock;
}

/** Creates the backups of a ledger; nothing is read or written before the first call. */
export const createBackups = ({ mirror, documents, outbox, folder, clock }: BackupsOptions): Backups => {
  const parts = { mirror, documents, outbox, folder, clock };
  let queue: Promise<unknown> = Promise.resolve();
  let problem: string | undefined;

  const ioFailure = (error: unknown): { readonly ok: false; readonly error: BackupFailure } => {
    const failure = error instanceof JournalReadError ? error.failure : undefined;
    if (failure && failure.kind !== 'io')
      return fail({ kind: 'damaged-backup', fileName: backupFiles.ledger });
    return fail(failure ?? { kind: 'io', code: ioCode(error), fileName: basename(folder) });
  };
  const inTurn = <Value>(
    work: () => Promise<Result<Value, BackupFailure>>,
  ): Promise<Result<Value, BackupFailure>> => {
    const done = queue.then(work).catch(ioFailure);
    queue = done.catch(() => undefined);
    return done;
  };

  const backupNow = async (): Promise<Result<ListedBackup, BackupFailure>> => {
    const made = await makeBackup(parts, 'regular').catch(ioFailure);
    const missing = made.ok ? made.value.manifest.missingDocuments.length : 0;
    if (!made.ok) problem = backupFailureText(made.error, folder);
    else problem = missing === 0 ? undefined : missingDocumentsText(missing);
    return made;
  };

  const hasBackupOf = async (on: Day, databaseId: string): Promise<boolean> =>
    (await listBackups(folder)).some(
      ({ manifest: { kind, at, databaseId: id } }) =>
        kind === 'regular' && id === databaseId && businessDay(Date.parse(at)) === on,
    );

  /** A plain copy of a mirror that no verified backup can be made of: nothing is thrown away. */
  const keepDamaged = async (): Promise<string> => {
    await ensureFolder(folder);
    const name = await freeNameIn(folder, `${backupName(clock.nowMs(), 'before-restore')} (état abîmé)`);
    await cp(mirror.folder, join(folder, name), { recursive: true, errorOnExist: true });
    return name;
  };

  /** Keeps the present state; its name, or undefined where there is none. */
  const keepPresent = async (
    neededName: string | undefined,
  ): Promise<Result<string | undefined, BackupFailure>> => {
    const made = await makeBackup(parts, 'before-restore', neededName);
    if (made.ok) return ok(made.value.name);
    if (made.error.kind === 'nothing-to-back-up') return ok(undefined);
    const damaged = made.error.kind === 'ledger-refused' && made.error.status === 'damaged';
    return damaged ? ok(await keepDamaged()) : made;
  };

  const pathOf = async (choice: BackupChoice): Promise<string | undefined> => {
    if (choice.kind === 'folder') return choice.path;
    // By the list, never by joining: the name comes from the renderer.
    return (await listBackups(folder)).find(({ name }) => name === choice.name)?.path;
  };

  return {
    backupNow: () => inTurn(backupNow),
    backupIfDue: (on) =>
      inTurn<ListedBackup | null>(async () => {
        const status = mirror.status();
        if (status.kind === 'empty') return ok(null);
        const done = status.kind === 'ready' && (await hasBackupOf(on, status.databaseId).catch(() => false));
        return done ? ok(null) : backupNow();
      }),
    status: async () => {
      const listed = await listBackups(folder).catch((error: unknown) => ioFailure(error).error);
      if ('kind' in listed)
        return { verified: false, folder, problem: backupFailureText(listed, folder), backups: [] };
      return {
        lastAt: listed[0]?.manifest.at,
        // Only what was verified has a name that is listed.
        verified: listed.length > 0,
        folder,
        problem,
        backups: listed.map(({ name, manifest: { at, sequence, bytes } }) => ({ name, at, sequence, bytes })),
      };
    },
    restore: (choice) =>
      inTurn(async () => {
        const path = await pathOf(choice);
        if (path === undefined) return fail({ kind: 'unknown-backup' });
        const verified = await verifyBackup(path);
        if (!verified.ok) return verified;
        const kept = await keepPresent(basename(path));
        if (!kept.ok) return kept;
        const at = instantOf(clock.nowMs());
        const restored = await restoreBackup(path, verified.value, { mirror, documents, outbox, at });
        return restored.ok ? ok({ keptAs: kept.value }) : restored;
      }),
    failureText: (failure) => backupFailureText(failure, folder),
  };
};
