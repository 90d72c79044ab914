import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { verifyLine } from './journal-line.ts';
import type { JournalFailure, JournalHeader, JournalOptions } from './line-journal.ts';
import { type RawLine, readLines } from './read-lines.ts';

/** Where a line starts and the hash it follows: reading can begin there. */
export interface JournalMark {
  readonly line: number;
  readonly offset: number;
  readonly previousHash: string;
}

/** A mark is kept every so many lines. */
export const linesPerMark = 256;

/** What a verified journal file holds. */
export interface JournalScan {
  readonly header: JournalHeader;
  readonly length: number;
  readonly lastHash: string;
  /** Bytes of the complete, verified lines. */
  readonly goodBytes: number;
  /** Bytes after them that an interrupted write left. */
  readonly tornBytes: number;
  readonly marks: readonly JournalMark[];
}

const parseHeader = (bodyJson: Buffer): JournalHeader | undefined => {
  const value: unknown = JSON.parse(bodyJson.toString('utf8'));
  const isHeader =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    typeof value.format === 'string' &&
    'version' in value &&
    typeof value.version === 'number';
  return isHeader ? (value as JournalHeader) : undefined;
};

/**
 * What an incomplete last line is: a write that was interrupted, or a complete line whose LF became
 * another byte. The second was acknowledged once, so it must not be cut off in silence.
 */
const isInterruptedWrite = (previousHash: string, line: RawLine): boolean =>
  verifyLine(previousHash, line.bytes.subarray(0, -1)) === undefined;

/**
 * Verifies a journal file from the first byte to the last, by streaming. Nothing is written.
 * The version is looked at before the lines: what a newer application writes there is not ours to judge.
 */
export const scanJournal = async (
  handle: FileHandle,
  { path, format, version, firstBytes }: JournalOptions,
): Promise<Result<JournalScan, JournalFailure>> => {
  const size = Math.min((await handle.stat()).size, firstBytes ?? Number.POSITIVE_INFINITY);
  let header: JournalHeader | undefined;
  let lastHash = '';
  let goodBytes = 0;
  let line = 0;
  const marks: JournalMark[] = [];
  const damaged = () => fail<JournalFailure>({ kind: 'damaged', line: line + 1, fileName: basename(path) });

  for await (const lines of readLines(handle, 0, size))
    for (const raw of lines) {
      if (!raw.complete) {
        if (!header || !isInterruptedWrite(lastHash, raw)) return damaged();
        continue;
      }
      const verified = verifyLine(lastHash, raw.bytes);
      if (!verified) return damaged();
      if (header === undefined) {
        header = parseHeader(verified.bodyJson);
        if (header?.format !== format) return damaged();
        if (header.version > version) return fail({ kind: 'newer-version', formatVersion: header.version });
      } else if ((line - 1) % linesPerMark === 0) {
        marks.push({ line: line + 1, offset: raw.offset, previousHash: lastHash });
      }
      line += 1;
      lastHash = verified.hash;
      goodBytes = raw.offset + raw.bytes.length + 1;
    }

  if (!header) return damaged();
  return ok({ header, length: line - 1, lastHash, goodBytes, tornBytes: size - goodBytes, marks });
};
