import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { businessDay, type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { BackupRehearsal, BackupStatus } from '../../shared/ipc/scheduler-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { ensureFolder, ioCode } from '../mirror/durable-file.ts';
import { JournalReadError } from '../mirror/line-journal.ts';
import type { Mirror } from '../mirror/mirror.ts';
import {
  type BackupFailure,
  backupFailureText,
  missingDocumentsText,
  sameFolderText,
  secondFolderText,
} from './backup-failure.ts';
import { backupFiles } from './backup-manifest.ts';
import { type BackupState, readBackupState, writeBackupState } from './backup-state.ts';
import { type ListedBackup, listBackups, newestAsOf } from './list-backups.ts';
import { backupName, freeNameIn, makeBackup } from './make-backup.ts';
import { rehearseRestore } from './rehearse.ts';
import { type BackedUpOutbox, restoreBackup } from './restore-backup.ts';
import { copyToSecondFolder, examineSecondFolder, type SecondFolderFailure } from './second-folder.ts';
import { verifyBackup } from './verify-backup.ts';

/** Which backup to restore: one of the list, or a folder that the user chose in a dialog. */
export type BackupChoice =
  | { readonly kind: 'listed'; readonly name: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Backups of one ledger, in one folder. Operations are done one after the other. */
export interface Backups {
  /** Writes, re-opens, verifies and counts a backup, gives it its name, and lets old ones go. */
  backupNow(): Promise<Result<ListedBackup, BackupFailure>>;
  /**
   * The same where the business day has no backup of more than an empty ledger; null = it has one, or there
   * is nothing in the ledger yet.
   */
  backupIfDue(on: Day): Promise<Result<ListedBackup | null, BackupFailure>>;
  /**
   * Copies the newest backup to the second folder where it lacks it, and answers whether it tried. Nothing
   * where there is no such folder.
   */
  copyIfDue(): Promise<boolean>;
  status(): Promise<BackupStatus>;
  /**
   * Rehearses the restore of the newest backup in a temporary place; what was found is kept for the status.
   * Fails where there is no backup.
   */
  rehearse(): Promise<Result<BackupRehearsal, BackupFailure>>;
  /**
   * Takes this folder as the second one and copies a backup to it. Fails, and changes nothing, where the
   * folder cannot be used.
   */
  chooseSecondFolder(path: string): Promise<Result<null, SecondFolderFailure>>;
  /** No second folder from now on; what is in it stays. */
  forgetSecondFolder(): Promise<void>;
  /**
   * Verifies the backup, keeps the present state as a backup « avant restauration » (its name comes back),
   * then brings the backup back under a new generation. Refused without any change where the backup is not
   * whole, is newer, or where the present state cannot be kept.
   */
  restore(choice: BackupChoice): Promise<Result<{ readonly keptAs: string | undefined }, BackupFailure>>;
  /** What happened and what to do, French. */
  failureText(failure: SecondFolderFailure): string;
}

export interface BackupsOptions {
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  /** Left out only where the ledger has no outbox: a restore then cannot know what has left. */
  readonly outbox?: BackedUpOutbox | undefined;
  /** Where the backups go; created when needed. */
  readonly folder: string;
  /** Where it is remembered how the backups went; holds the rehearsals while they last. */
  readonly stateFolder: string;
  readonly clock: Clock;
}

/** Creates the backups of a ledger; nothing is read or written before the first call. */
export const createBackups = (options: BackupsOptions): Backups => {
  const { mirror, documents, outbox, folder, stateFolder, clock } = options;
  const parts = { mirror, documents, outbox, folder, clock };
  let queue: Promise<unknown> = Promise.resolve();
  let known: Promise<BackupState> | undefined;

  const state = (): Promise<BackupState> => {
    known ??= readBackupState(stateFolder);
    return known;
  };
  const keep = async (change: (before: BackupState) => BackupState): Promise<void> => {
    const next = change(await state());
    known = Promise.resolve(next);
    await writeBackupState(stateFolder, next);
  };

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
    const problem = made.ok
      ? missing === 0
        ? undefined
        : missingDocumentsText(missing)
      : backupFailureText(made.error, folder);
    await keep(({ failure, ...rest }) => ({
      ...rest,
      ...(problem === undefined
        ? {}
        : { failure: { at: failure?.at ?? instantOf(clock.nowMs()), message: problem } }),
    }));
    if (made.ok) await copy(made.value);
    return made;
  };

  /** Copies a backup to the second folder, if there is one; what came of it is kept for the status. */
  const copy = async (backup: ListedBackup): Promise<Result<null, BackupFailure>> => {
    const { second } = await state();
    if (!second) return ok(null);
    const copied = await copyToSecondFolder(backup, second.folder);
    const { problem: _former, ...rest } = second;
    await keep((before) => ({
      ...before,
      second: copied.ok
        ? { ...rest, lastAt: copied.value.manifest.at }
        : { ...rest, problem: secondFolderText(copied.error, second.folder) },
    }));
    return copied.ok ? ok(null) : copied;
  };

  /** The newest backup of this ledger; undefined where there is none. */
  const newest = async (): Promise<ListedBackup | undefined> => {
    const status = mirror.status();
    const listed = await listBackups(folder);
    const own =
      status.kind === 'ready'
        ? listed.filter(({ manifest }) => manifest.databaseId === status.databaseId)
        : listed;
    return newestAsOf(own, clock.nowMs());
  };

  const hasBackupOf = async (on: Day, databaseId: string): Promise<boolean> =>
    (await listBackups(folder)).some(
      ({ manifest: { kind, at, databaseId: id, sequence } }) =>
        kind === 'regular' && id === databaseId && sequence > 0 && businessDay(Date.parse(at)) === on,
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
        if (status.kind === 'empty' || (status.kind === 'ready' && status.lastSequence === 0))
          return ok(null);
        const done = status.kind === 'ready' && (await hasBackupOf(on, status.databaseId).catch(() => false));
        return done ? ok(null) : backupNow();
      }),
    copyIfDue: async () => {
      let tried = false;
      await inTurn(async () => {
        const { second } = await state();
        const last = second && (await newest());
        // Seen there already: a disk at rest is left at rest.
        const isThere = second?.lastAt === last?.manifest.at && second?.problem === undefined;
        tried = last !== undefined && !isThere;
        return last && tried ? copy(last) : ok(null);
      });
      return tried;
    },
    status: async () => {
      const { failure, second, rehearsal } = await state();
      const listed = await listBackups(folder).catch((error: unknown) => ioFailure(error).error);
      if ('kind' in listed)
        return {
          verified: false,
          folder,
          problem: backupFailureText(listed, folder),
          second,
          rehearsal,
          backups: [],
        };
      return {
        lastAt: newestAsOf(listed, clock.nowMs())?.manifest.at,
        // Only what was verified has a name that is listed.
        verified: listed.length > 0,
        folder,
        problem: failure?.message,
        problemSince: failure?.at,
        second,
        rehearsal,
        backups: listed.map(({ name, manifest: { at, sequence, bytes, kind } }) => ({
          name,
          at,
          sequence,
          bytes,
          kind,
        })),
      };
    },
    rehearse: () =>
      inTurn(async () => {
        const backup = await newest();
        if (!backup) return fail<BackupFailure>({ kind: 'unknown-backup' });
        const tried = await rehearseRestore(backup.path, stateFolder, clock);
        const present = mirror.status();
        const rehearsal: BackupRehearsal = {
          at: instantOf(clock.nowMs()),
          name: backup.name,
          backupAt: backup.manifest.at,
          outcome: tried.ok
            ? {
                kind: 'passed',
                rows: tried.value.rows,
                documents: tried.value.documents,
                changesSince:
                  present.kind === 'ready'
                    ? Math.max(0, present.lastSequence - tried.value.manifest.sequence)
                    : 0,
              }
            : { kind: 'failed', message: backupFailureText(tried.error, folder) },
        };
        await keep((before) => ({ ...before, rehearsal }));
        return ok(rehearsal);
      }),
    chooseSecondFolder: async (path) => {
      const examined = await examineSecondFolder(path, folder, dirname(mirror.folder));
      if (!examined.ok) return examined;
      return inTurn(async () => {
        const before = (await state()).second;
        await keep((known) => ({ ...known, second: examined.value }));
        const last = await newest();
        const copied = last ? await copy(last) : ok(null);
        if (!copied.ok)
          await keep(({ second: _refused, ...rest }) => (before ? { ...rest, second: before } : rest));
        return copied;
      });
    },
    forgetSecondFolder: async () => {
      await inTurn(async () => {
        await keep(({ second: _forgotten, ...rest }) => rest);
        return ok(null);
      });
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
    failureText: (failure) =>
      failure.kind === 'same-folder' ? sameFolderText : backupFailureText(failure, folder),
  };
};
