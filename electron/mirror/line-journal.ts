import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ensureFolder, ioCode, writeAtomically, writeFully } from './durable-file.ts';
import { encodeLine } from './journal-line.ts';
import { journalOver } from './open-journal-file.ts';
import { type JournalScan, scanJournal } from './scan-journal.ts';
import { setTornTailAside } from './torn-tail.ts';

export interface IoFailure {
  readonly kind: 'io';
  /** Code of the system: `ENOSPC`, `EROFS`, `EIO`… */
  readonly code: string;
  readonly fileName: string;
}

export type JournalFailure =
  | { readonly kind: 'newer-version'; readonly formatVersion: number }
  /** `line` counts from 1, the header. */
  | { readonly kind: 'damaged'; readonly line: number; readonly fileName: string }
  | IoFailure;

/** First line of the file. Callers add their own fields when the file is created. */
export interface JournalHeader {
  readonly format: string;
  readonly version: number;
  readonly [field: string]: string | number;
}

export interface JournalEntry<Body> {
  /** Line in the file, from 2: line 1 is the header. */
  readonly line: number;
  readonly hash: string;
  readonly body: Body;
}

/** An append-only, checksummed and hash-chained file of lines (format: journal-line.ts). */
export interface LineJournal<Body> {
  readonly header: JournalHeader;
  /** Entries in the file, the header not counted. */
  readonly length: number;
  /** Hash of the last line: vouches for everything before it. */
  readonly lastHash: string;
  /** Size of the verified file. */
  readonly bytes: number;
  /**
   * Adds entries by one write and one sync; they are on disk when it answers ok. After a failure the file
   * is what it was before, and a later call may succeed. Calls are done one after the other.
   */
  append(bodies: readonly Body[]): Promise<Result<void, IoFailure>>;
  /**
   * Entries present at the call, from a line (2 = the first) on. Each is verified once more; a file that
   * was damaged since the opening throws {@link JournalReadError}.
   */
  entries(fromLine?: number): AsyncIterable<JournalEntry<Body>>;
  /** Waits for pending appends and lets go of the file. */
  close(): Promise<void>;
}

/** The file changed under an open journal, or the disk fails. */
export class JournalReadError extends Error {
  readonly failure: JournalFailure;
  constructor(failure: JournalFailure) {
    super(`journal cannot be read: ${JSON.stringify(failure)}`);
    this.failure = failure;
  }
}

export interface JournalOptions {
  readonly path: string;
  /** Name of the format, checked in the header. */
  readonly format: string;
  /** Newest version this application reads and the one it writes. */
  readonly version: number;
  /** Further fields of the header, used when the file is created: `createdAt`, `databaseId`… */
  readonly header?: Readonly<Record<string, string | number>>;
  /** Nothing is created or repaired, and appends fail: for backups, where a torn line is damage too. */
  readonly readOnly?: boolean;
  /** With `readOnly`: only so many bytes are looked at, those verified of a file that still grows. */
  readonly firstBytes?: number;
}

const readOnlyCodes = ['EACCES', 'EPERM', 'EROFS'];

/** Opens for reading and writing, or for reading alone where the disk or folder is read-only. */
const openExisting = async (
  path: string,
  readOnly: boolean,
): Promise<{ handle: FileHandle; readOnlyCode?: string }> => {
  if (readOnly) return { handle: await open(path, 'r'), readOnlyCode: 'EROFS' };
  try {
    return { handle: await open(path, 'r+') };
  } catch (error) {
    const code = ioCode(error);
    if (!readOnlyCodes.includes(code)) throw error;
    return { handle: await open(path, 'r'), readOnlyCode: code };
  }
};

/**
 * Opens a journal, or creates it (atomically: a file without its header is damaged, never "new").
 * The whole chain is verified. A last line that a crash or power cut left incomplete is cut off and kept
 * beside as `<file>.torn-<n>`: it was never acknowledged. Any other damage and any newer version is
 * refused and the file is left alone. On a read-only disk the journal opens, and appends fail.
 */
export const openLineJournal = async <Body>(
  options: JournalOptions,
): Promise<
  Result<{ readonly journal: LineJournal<Body>; readonly repairedTornLine: boolean }, JournalFailure>
> => {
  const { path, readOnly = false } = options;
  const fileName = basename(path);
  try {
    if (!readOnly && !(await fileExists(path))) await createJournalFile(options);
    const { handle, readOnlyCode } = await openExisting(path, readOnly);
    const scan = await scanJournal(handle, options);
    if (!scan.ok || (readOnly && scan.value.tornBytes > 0)) {
      await handle.close();
      return scan.ok ? fail({ kind: 'damaged', line: scan.value.length + 2, fileName }) : scan;
    }
    const torn = scan.value.tornBytes > 0;
    const keptAside = torn && readOnlyCode === undefined && (await tryToSetAside(handle, path, scan.value));
    const journal = journalOver<Body>({
      handle,
      fileName,
      scan: scan.value,
      dirtyTail: torn && !keptAside,
      readOnlyCode,
    });
    return ok({ journal, repairedTornLine: torn });
  } catch (error) {
    return fail({ kind: 'io', code: ioCode(error), fileName });
  }
};

/** False only when the system says that there is no such file: a folder that cannot be read is no empty folder. */
export const fileExists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return false;
    throw error;
  }
};

/** On a full disk the tail cannot be copied: it then stays until the next append cuts it off. */
const tryToSetAside = async (handle: FileHandle, path: string, scan: JournalScan): Promise<boolean> => {
  try {
    await setTornTailAside(handle, path, scan.goodBytes);
    return true;
  } catch (error) {
    ioCode(error);
    return false;
  }
};

const createJournalFile = async ({ path, format, version, header }: JournalOptions): Promise<void> => {
  await ensureFolder(dirname(path));
  const { text } = encodeLine('', { format, version, ...header });
  await writeAtomically(path, (handle) => writeFully(handle, Buffer.from(text), 0));
};
