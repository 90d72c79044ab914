import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MirrorStatus } from '../../shared/ipc/mirror-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { listCheckpoints, writeCheckpoint } from './checkpoint.ts';
import { ensureFolder, ioCode, isTemporaryName } from './durable-file.ts';
import { ledgerJournalName, ledgerJournalPath } from './ledger-journal.ts';
import { fileExists, type IoFailure, type JournalFailure, JournalReadError } from './line-journal.ts';
import { type LoadedMirror, loadMirror } from './load-mirror.ts';
import { createPageReader, type PageReader } from './page-reader.ts';
import { presentRows } from './present-rows.ts';

/** An open mirror that can be read and written. */
export interface ReadyMirror {
  readonly kind: 'ready';
  loaded: LoadedMirror;
  readonly pages: PageReader;
  /** Row images after the newest checkpoint: what the next opening would replay. */
  imagesSinceBase: number;
}

type State = ReadyMirror | Exclude<MirrorStatus, { kind: 'ready' }>;

/** The files of a mirror's folder and what they were found to be. Callers take care of one call at a time. */
export interface MirrorFiles {
  state(): State;
  /** Opens and verifies what the folder holds. Fails with `io` alone: all else is a state. */
  load(): Promise<Result<null, IoFailure>>;
  /** Writes a checkpoint where something is newer than the last one. A disk that refuses it is no failure. */
  writeCheckpoint(): Promise<void>;
  close(): Promise<void>;
}

/** A failure of reading or writing as a value; throws what is none. */
export const readFailure = (error: unknown): JournalFailure =>
  error instanceof JournalReadError
    ? error.failure
    : { kind: 'io', code: ioCode(error), fileName: ledgerJournalName };

/** Removes what a crash left half written under a temporary name: nobody ever relied on it. */
const clearTemporaries = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    if (isTemporaryName(name)) await rm(join(folder, name), { force: true }).catch(ioCode);
};

/** The mirror files of a folder; nothing is read before `load`. */
export const mirrorFiles = (folder: string): MirrorFiles => {
  let state: State = { kind: 'empty' };

  const find = async (): Promise<Result<State, JournalFailure>> => {
    // A disk that is read-only or full may hold a mirror all the same.
    await ensureFolder(folder).catch(ioCode);
    const path = ledgerJournalPath(folder);
    if (await fileExists(path)) {
      await clearTemporaries(folder);
      const loaded = await loadMirror(folder, path);
      if (!loaded.ok) return loaded;
      const ready: ReadyMirror = {
        kind: 'ready',
        loaded: loaded.value,
        pages: createPageReader(() => presentRows(ready.loaded)),
        imagesSinceBase: loaded.value.imagesSinceBase,
      };
      return ok(ready);
    }
    // Checkpoints without their journal: it was deleted. That is no first run.
    const orphaned = (await fileExists(folder)) && (await listCheckpoints(folder)).length > 0;
    return ok(orphaned ? { kind: 'damaged', line: 1, fileName: ledgerJournalName } : { kind: 'empty' });
  };

  return {
    state: () => state,
    load: async () => {
      const found = await find().catch((error: unknown) => fail(readFailure(error)));
      if (found.ok) state = found.value;
      else if (found.error.kind === 'io') return fail(found.error);
      else state = found.error;
      return ok(null);
    },
    writeCheckpoint: async () => {
      if (state.kind !== 'ready') return;
      const { loaded } = state;
      const { journal, identity, index, base } = loaded;
      if (journal.length === (base?.sequence ?? 0)) return;
      const header = {
        format: 'acquit-ledger-checkpoint',
        version: 1,
        ...identity,
        sequence: journal.length,
        chainHash: journal.lastHash,
        rowCounts: index.counts(),
      } as const;
      // Also after a failure: the next attempt waits for as much work as a success would.
      state.imagesSinceBase = 0;
      try {
        const path = await writeCheckpoint(folder, header, presentRows(loaded));
        state.loaded = { ...loaded, base: { path, sequence: header.sequence } };
      } catch (error) {
        // A full disk is no harm: the journal says it all. A base that cannot be read any more is given up.
        if (error instanceof JournalReadError) state.loaded = { ...loaded, base: undefined };
        else ioCode(error);
      }
    },
    close: async () => {
      if (state.kind !== 'ready') return;
      await state.pages.invalidate();
      await state.loaded.journal.close();
    },
  };
};
