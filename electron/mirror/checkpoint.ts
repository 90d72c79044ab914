import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TableName } from '../../shared/ledger/ledger.ts';
import { ioCode, writeAtomically, writeFully } from './durable-file.ts';
import { JournalReadError } from './line-journal.ts';
import { readLines } from './read-lines.ts';
import { createRowIndex, type RowIndex, type StoredRow } from './row-index.ts';

/*
 * A checkpoint holds all rows after one change, so that opening need not replay the journal from its start:
 * a header line, one line per row, a footer line with the SHA-256 of everything before it. It can be thrown
 * away at any time: the journal alone says what is true.
 */

export interface CheckpointHeader {
  readonly format: 'acquit-ledger-checkpoint';
  readonly version: 1;
  readonly databaseId: string;
  readonly generation: string;
  /** Last change that it contains. */
  readonly sequence: number;
  /** Hash of that change's line in the journal. */
  readonly chainHash: string;
  readonly rowCounts: Readonly<Partial<Record<TableName, number>>>;
}

/** A row and the change that wrote it. */
export interface CheckpointRow extends StoredRow {
  readonly sequence: number;
}

export interface LoadedCheckpoint {
  readonly path: string;
  readonly header: CheckpointHeader;
  readonly index: RowIndex;
}

const namePattern = /^checkpoint-(\d{1,15})\.ndjson$/;
const checkpointsKept = 2;
const writeBytes = 1024 * 1024;

/** Full paths of the checkpoints in a folder, newest first. */
export const listCheckpoints = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder))
    .flatMap((name) => {
      const sequence = namePattern.exec(name)?.[1];
      return sequence === undefined ? [] : [{ name, sequence: Number(sequence) }];
    })
    .sort((a, b) => b.sequence - a.sequence)
    .map(({ name }) => join(folder, name));

/** Writes a checkpoint, syncs it and removes all but the two newest. Throws the system's error. */
export const writeCheckpoint = async (
  folder: string,
  header: CheckpointHeader,
  rows: AsyncIterable<CheckpointRow>,
): Promise<string> => {
  const path = join(folder, `checkpoint-${header.sequence}.ndjson`);
  await writeAtomically(path, async (handle) => {
    const hash = createHash('sha256');
    let position = 0;
    let pending: string[] = [];
    let pendingLength = 0;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(pending.join(''));
      hash.update(bytes);
      await writeFully(handle, bytes, position);
      position += bytes.length;
      pending = [];
      pendingLength = 0;
    };
    const writeLine = async (value: unknown): Promise<void> => {
      const text = `${JSON.stringify(value)}\n`;
      pending.push(text);
      pendingLength += text.length;
      if (pendingLength > writeBytes) await flush();
    };
    await writeLine(header);
    for await (const row of rows) await writeLine(row);
    await flush();
    await writeFully(handle, Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`), position);
  });
  for (const old of (await listCheckpoints(folder)).slice(checkpointsKept)) await rm(old, { force: true });
  return path;
};

/** Lines of a checkpoint without its footer; throws where the footer does not vouch for them. */
async function* checkedLines(handle: FileHandle): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const { size } = await handle.stat();
  let held: Buffer | undefined;
  for await (const lines of readLines(handle, 0, size))
    for (const { bytes, complete } of lines) {
      if (!complete) throw new Error('checkpoint without its end');
      if (held) {
        hash.update(held).update('\n');
        yield held.toString('utf8');
      }
      held = bytes;
    }
  const footer = `{"sha256":"${hash.digest('hex')}"}`;
  if (held?.toString('utf8') !== footer) throw new Error('checkpoint does not match its hash');
}

/**
 * Which row a line holds, and from which change, without reading the row: at every start there is one line for
 * each row of the ledger. Inside a text of JSON no quotation mark follows a comma without its backslash, so that
 * the first such name is the row's.
 */
const placeOf = (line: string): Omit<CheckpointRow, 'row'> => {
  const end = line.indexOf(',"row":');
  return JSON.parse(end < 0 ? line : `${line.slice(0, end)}}`) as Omit<CheckpointRow, 'row'>;
};

/**
 * Reads and verifies a checkpoint. Undefined when anything about it is wrong, cannot be read or is of
 * another version: the journal is replayed instead.
 */
export const loadCheckpoint = async (path: string): Promise<LoadedCheckpoint | undefined> => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const index = createRowIndex();
    let header: CheckpointHeader | undefined;
    for await (const line of checkedLines(handle)) {
      if (!header) {
        header = JSON.parse(line) as CheckpointHeader;
        if (header.format !== 'acquit-ledger-checkpoint' || header.version !== 1) return undefined;
      } else {
        const { table, key, sequence } = placeOf(line);
        index.add(table, key, sequence);
      }
    }
    return header && { path, header, index };
  } catch {
    // Whatever is wrong with it: a checkpoint is only ever a shortcut.
    return undefined;
  } finally {
    await handle?.close();
  }
};

/** Rows of a checkpoint. Throws {@link JournalReadError} where it was damaged since it was loaded. */
export async function* checkpointRows(path: string): AsyncGenerator<CheckpointRow> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    let first = true;
    for await (const line of checkedLines(handle)) {
      if (!first) yield JSON.parse(line) as CheckpointRow;
      first = false;
    }
  } catch (error) {
    if (error instanceof JournalReadError) throw error;
    throw new JournalReadError({ kind: 'damaged', line: 1, fileName: basename(path) });
  } finally {
    await handle?.close();
  }
}

/** Removes a temporary file that a crash left; failure does not matter. */
export const forgetFile = async (path: string): Promise<void> => {
  await rm(path, { force: true }).catch(ioCode);
};
