import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { MirrorPage, MirrorStatus } from '../../shared/ipc/mirror-contract.ts';
import type { Change } from '../../shared/ledger/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { appendChanges } from './append-changes.ts';
import { forgetFile } from './checkpoint.ts';
import { syncFolder } from './durable-file.ts';
import { ledgerJournalName, ledgerJournalPath, openLedgerJournal } from './ledger-journal.ts';
import type { IoFailure, JournalFailure, JournalHeader } from './line-journal.ts';
import { mirrorFiles, type ReadyMirror, readFailure } from './mirror-files.ts';
import { type ReplacementLedger, writeReplacement } from './write-replacement.ts';

export type MirrorFailure =
  /** There is no mirror yet, or it was refused: `status` says which. */
  | { readonly kind: 'not-ready'; readonly status: MirrorStatus['kind'] }
  | { readonly kind: 'wrong-database' }
  | { readonly kind: 'gap'; readonly expectedSequence: number }
  /** A change that is already kept comes again with another content. */
  | { readonly kind: 'conflict'; readonly sequence: number }
  /** The rows changed since page 0 was read: begin again at 0. */
  | { readonly kind: 'stale-cursor' }
  | JournalFailure;

/** The verified bytes of the journal at one moment: an append-only file, so that they never change. */
export interface JournalSnapshot {
  readonly path: string;
  readonly bytes: number;
  readonly header: JournalHeader;
  readonly lastSequence: number;
  readonly lastHash: string;
}

/** Main's copy of one ledger. All operations are done one after the other. */
export interface Mirror {
  readonly folder: string;
  status(): MirrorStatus;
  /** Starts the mirror of a database; the same database again is no error. */
  create(databaseId: string): Promise<Result<MirrorStatus, MirrorFailure>>;
  /** Keeps changes that follow the last one; known ones are ignored where they are the same. On disk when ok. */
  append(
    databaseId: string,
    changes: readonly Change[],
  ): Promise<Result<{ readonly lastSequence: number }, MirrorFailure>>;
  /** Up to 2,000 rows as they are after the last change; begin with cursor 0, go on with `next`. */
  readPage(cursor: number): Promise<Result<MirrorPage, MirrorFailure>>;
  /** Up to `limit` changes from a sequence (1 = the first) on; fewer where they are large, none at the end. */
  readChanges(fromSequence: number, limit: number): Promise<Result<readonly Change[], MirrorFailure>>;
  /** What a backup or an export copies; undefined unless the mirror is ready. */
  snapshot(): JournalSnapshot | undefined;
  /**
   * Replaces the ledger by these changes under a new generation (restore of a backup). Until the last
   * rename nothing is touched; after a failure the mirror is what it was.
   */
  replace(source: ReplacementLedger): Promise<Result<MirrorStatus, MirrorFailure>>;
  /** Writes a checkpoint where there is something new, and lets go of the files. */
  close(): Promise<void>;
}

const changesPerCheckpoint = 2000;
const imagesPerCheckpoint = 50_000;
/** A page of changes stops here: one change of an import holds up to 1,000 rows. */
const imagesPerAnswer = 5000;

/**
 * Opens the mirror in a folder (created with the first ledger). A damaged or newer mirror opens too: its
 * status says so and everything else is refused. Fails with `io` where the folder cannot be read: that is
 * never shown as an empty mirror.
 */
export const openMirror = async ({
  folder,
  clock,
  checkpointAfterImages = imagesPerCheckpoint,
}: {
  readonly folder: string;
  readonly clock: Clock;
  /** Row images after which a checkpoint is written, as it is after 2,000 changes. */
  readonly checkpointAfterImages?: number;
}): Promise<Result<Mirror, IoFailure>> => {
  const path = ledgerJournalPath(folder);
  const files = mirrorFiles(folder);
  let queue: Promise<unknown> = Promise.resolve();

  /** Does work in its turn; failures of files become values. */
  const inTurn = <Value>(
    work: () => Promise<Result<Value, MirrorFailure>>,
  ): Promise<Result<Value, MirrorFailure>> => {
    const done = queue.then(work).catch((error: unknown): Result<Value, MirrorFailure> => {
      return fail(readFailure(error));
    });
    queue = done.catch(() => undefined);
    return done;
  };
  const whenReady = <Value>(
    work: (state: ReadyMirror) => Promise<Result<Value, MirrorFailure>>,
  ): Promise<Result<Value, MirrorFailure>> =>
    inTurn(async () => {
      const state = files.state();
      return state.kind === 'ready' ? work(state) : fail({ kind: 'not-ready', status: state.kind });
    });

  const status = (): MirrorStatus => {
    const state = files.state();
    if (state.kind !== 'ready') return state;
    const { identity, journal, index } = state.loaded;
    return { kind: 'ready', ...identity, lastSequence: journal.length, rowCounts: index.counts() };
  };

  const headerFor = (databaseId: string): Record<string, string | number> => ({
    createdAt: instantOf(clock.nowMs()),
    databaseId,
    generation: randomUUID(),
  });

  const mirror: Mirror = {
    folder,
    status,
    create: (databaseId) =>
      inTurn(async () => {
        const state = files.state();
        if (state.kind === 'ready')
          return state.loaded.identity.databaseId === databaseId
            ? ok(status())
            : fail({ kind: 'wrong-database' });
        if (state.kind !== 'empty') return fail({ kind: 'not-ready', status: state.kind });
        const created = await openLedgerJournal(path, headerFor(databaseId));
        if (!created.ok) return created;
        await created.value.journal.close();
        const loaded = await files.load();
        return loaded.ok ? ok(status()) : loaded;
      }),
    append: (databaseId, changes) =>
      whenReady(async (state) => {
        const { pages } = state;
        const { journal, identity, index, base } = state.loaded;
        if (identity.databaseId !== databaseId) return fail({ kind: 'wrong-database' });
        const appended = await appendChanges(journal, changes);
        if (!appended.ok) return appended;
        for (const change of appended.value) index.apply(change);
        state.imagesSinceBase += appended.value.reduce((sum, { images }) => sum + images.length, 0);
        if (appended.value.length > 0) await pages.invalidate();
        const changesSinceBase = journal.length - (base?.sequence ?? 0);
        const passedCheckpoint = journal.length % changesPerCheckpoint < appended.value.length;
        if (
          state.imagesSinceBase >= checkpointAfterImages ||
          (changesSinceBase >= changesPerCheckpoint && passedCheckpoint)
        )
          // Queued behind this append, whose caller does not wait for it.
          void inTurn(async () => ok(await files.writeCheckpoint()));
        return ok({ lastSequence: journal.length });
      }),
    readPage: (cursor) => whenReady(({ pages }) => pages.read(cursor)),
    readChanges: (fromSequence, limit) =>
      whenReady(async ({ loaded }) => {
        const changes: Change[] = [];
        let images = 0;
        if (limit < 1) return ok(changes);
        for await (const { body } of loaded.journal.entries(Math.max(1, fromSequence) + 1)) {
          changes.push(body);
          images += body.images.length;
          if (changes.length >= limit || images >= imagesPerAnswer) break;
        }
        return ok(changes);
      }),
    snapshot: () => {
      const state = files.state();
      if (state.kind !== 'ready') return undefined;
      const { header, bytes, length, lastHash } = state.loaded.journal;
      return { path, bytes, header, lastSequence: length, lastHash };
    },
    replace: (source) =>
      inTurn(async () => {
        const state = files.state();
        if (state.kind === 'newer-version') return fail({ kind: 'not-ready', status: state.kind });
        const next = join(folder, `${ledgerJournalName}.restoring`);
        await forgetFile(next);
        let complete = false;
        try {
          const written = await writeReplacement(next, source, headerFor(source.databaseId));
          if (!written.ok) return written;
          complete = true;
        } finally {
          if (!complete) await forgetFile(next);
        }
        await files.close();
        let renameError: unknown;
        try {
          // The one step that counts. Checkpoints of the former generation are ignored from here on.
          await rename(next, path);
          await syncFolder(folder);
        } catch (error) {
          renameError = error;
        }
        const loaded = await files.load();
        if (renameError !== undefined) return fail(readFailure(renameError));
        return loaded.ok ? ok(status()) : loaded;
      }),
    close: async () => {
      await inTurn(async () => {
        await files.writeCheckpoint();
        await files.close();
        return ok(null);
      });
    },
  };

  const opened = await files.load();
  return opened.ok ? ok(mirror) : opened;
};
