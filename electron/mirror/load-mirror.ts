import type { Change } from '../../shared/ledger/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type LoadedCheckpoint, listCheckpoints, loadCheckpoint } from './checkpoint.ts';
import {
  identityOf,
  type LedgerIdentity,
  type LedgerJournal,
  ledgerJournalName,
  openLedgerJournal,
} from './ledger-journal.ts';
import type { JournalFailure } from './line-journal.ts';
import { createRowIndex, type RowIndex } from './row-index.ts';

/** Where reading rows begins: the checkpoint's, then the journal's after it. */
export interface MirrorBase {
  readonly path: string;
  readonly sequence: number;
}

/** An open mirror's files, verified, and what is known of their rows. */
export interface LoadedMirror {
  readonly journal: LedgerJournal;
  readonly identity: LedgerIdentity;
  readonly index: RowIndex;
  readonly base: MirrorBase | undefined;
  /** Images read since the base: how much the next opening would replay. */
  readonly imagesSinceBase: number;
}

const damaged = (line: number): { readonly ok: false; readonly error: JournalFailure } =>
  fail({ kind: 'damaged', line, fileName: ledgerJournalName });

/** Hash of the line of a change. */
const hashOfSequence = async (journal: LedgerJournal, sequence: number): Promise<string | undefined> => {
  for await (const { hash } of journal.entries(sequence + 1)) return hash;
  return undefined;
};

/** The newest checkpoint of this very ledger that verifies and stands on this very journal. */
const usableCheckpoint = async (
  folder: string,
  journal: LedgerJournal,
  identity: LedgerIdentity,
): Promise<Result<LoadedCheckpoint | undefined, JournalFailure>> => {
  for (const path of await listCheckpoints(folder)) {
    const loaded = await loadCheckpoint(path);
    if (loaded?.header.databaseId !== identity.databaseId || loaded.header.generation !== identity.generation)
      continue;
    const { sequence, chainHash } = loaded.header;
    // A checkpoint is written after its changes are on disk: a shorter journal has lost its end.
    if (sequence > journal.length) return damaged(journal.length + 2);
    if ((await hashOfSequence(journal, sequence)) === chainHash) return ok(loaded);
  }
  return ok(undefined);
};

/**
 * Opens and verifies the journal of a folder and finds out which change wrote each row last, from the
 * newest checkpoint that verifies, else from the first change.
 */
export const loadMirror = async (
  folder: string,
  path: string,
): Promise<Result<LoadedMirror, JournalFailure>> => {
  const opened = await openLedgerJournal(path);
  if (!opened.ok) return opened;
  const { journal } = opened.value;
  const loaded = await indexJournal(folder, journal);
  if (!loaded.ok) await journal.close();
  return loaded;
};

const indexJournal = async (
  folder: string,
  journal: LedgerJournal,
): Promise<Result<LoadedMirror, JournalFailure>> => {
  const identity = identityOf(journal.header);
  if (!identity) return damaged(1);
  const checkpoint = await usableCheckpoint(folder, journal, identity);
  if (!checkpoint.ok) return checkpoint;
  const index = checkpoint.value?.index ?? createRowIndex();
  const base = checkpoint.value && {
    path: checkpoint.value.path,
    sequence: checkpoint.value.header.sequence,
  };
  const replayed = await indexChanges(journal, index, (base?.sequence ?? 0) + 1);
  return replayed.ok ? ok({ journal, identity, index, base, imagesSinceBase: replayed.value }) : replayed;
};

/**
 * Takes the changes of a journal from a sequence on into an index. Fails with `damaged` where a line is not
 * the change whose turn it is. @returns the number of images.
 */
export const indexChanges = async (
  journal: LedgerJournal,
  index: RowIndex,
  fromSequence = 1,
): Promise<Result<number, JournalFailure>> => {
  let images = 0;
  for await (const { line, body } of journal.entries(fromSequence + 1)) {
    if (!isChangeOfLine(body, line)) return damaged(line);
    index.apply(body);
    images += body.images.length;
  }
  return ok(images);
};

const isChangeOfLine = (body: Change, line: number): boolean =>
  typeof body === 'object' && body !== null && body.sequence === line - 1 && Array.isArray(body.images);
