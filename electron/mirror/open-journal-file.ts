import type { FileHandle } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ioCode, writeFully } from './durable-file.ts';
import { encodeLine, verifyLine } from './journal-line.ts';
import { type IoFailure, type JournalEntry, JournalReadError, type LineJournal } from './line-journal.ts';
import { readLines } from './read-lines.ts';
import { type JournalMark, type JournalScan, linesPerMark } from './scan-journal.ts';

export interface VerifiedFile {
  readonly handle: FileHandle;
  readonly fileName: string;
  readonly scan: JournalScan;
  /** Bytes of an interrupted write still stand after the verified ones. */
  readonly dirtyTail: boolean;
  /** Why the file could only be opened for reading; appends then fail with it. */
  readonly readOnlyCode: string | undefined;
}

/** The journal over a file that was verified. */
export const journalOver = <Body>({
  handle,
  fileName,
  scan,
  readOnlyCode,
  ...file
}: VerifiedFile): LineJournal<Body> => {
  let { length, lastHash, goodBytes } = scan;
  const marks: JournalMark[] = [...scan.marks];
  /** Bytes that a failed write may have left after the good ones. */
  let dirtyTail = file.dirtyTail;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  const ioFailure = (code: string): { readonly ok: false; readonly error: IoFailure } =>
    fail({ kind: 'io', code, fileName });

  const cutBack = async (): Promise<void> => {
    await handle.truncate(goodBytes);
    await handle.sync();
    dirtyTail = false;
  };

  const write = async (bodies: readonly Body[]): Promise<Result<void, IoFailure>> => {
    if (closed) return ioFailure('EBADF');
    if (readOnlyCode !== undefined) return ioFailure(readOnlyCode);
    let hash = lastHash;
    let offset = goodBytes;
    const newMarks: JournalMark[] = [];
    const texts = bodies.map((body, index) => {
      const encoded = encodeLine(hash, body);
      if ((length + index) % linesPerMark === 0)
        newMarks.push({ line: length + index + 2, offset, previousHash: hash });
      hash = encoded.hash;
      offset += Buffer.byteLength(encoded.text);
      return encoded.text;
    });
    try {
      if (dirtyTail) await cutBack();
      dirtyTail = true;
      await writeFully(handle, Buffer.from(texts.join('')), goodBytes);
      await handle.datasync();
      dirtyTail = false;
    } catch (error) {
      const code = ioCode(error);
      // Where even the cut fails, the next append tries it again, and so does the next opening.
      await cutBack().catch(() => undefined);
      return ioFailure(code);
    }
    length += bodies.length;
    lastHash = hash;
    goodBytes = offset;
    marks.push(...newMarks);
    return ok(undefined);
  };

  async function* read(fromLine: number): AsyncGenerator<JournalEntry<Body>> {
    const end = goodBytes;
    const mark = marks[Math.floor(Math.max(0, fromLine - 2) / linesPerMark)];
    if (!mark || fromLine > length + 1) return;
    let { line, previousHash } = mark;
    try {
      for await (const lines of readLines(handle, mark.offset, end))
        for (const raw of lines) {
          const verified = raw.complete ? verifyLine(previousHash, raw.bytes) : undefined;
          if (!verified) throw new JournalReadError({ kind: 'damaged', line, fileName });
          const { hash, bodyJson } = verified;
          previousHash = hash;
          if (line >= fromLine) yield { line, hash, body: JSON.parse(bodyJson.toString('utf8')) as Body };
          line += 1;
        }
    } catch (error) {
      if (error instanceof JournalReadError) throw error;
      throw new JournalReadError({ kind: 'io', code: ioCode(error), fileName });
    }
  }

  return {
    header: scan.header,
    get length() {
      return length;
    },
    get lastHash() {
      return lastHash;
    },
    get bytes() {
      return goodBytes;
    },
    append: (bodies) => {
      const done = queue.then(() => (bodies.length === 0 ? ok(undefined) : write(bodies)));
      // A body without a JSON form rejects its own caller and nobody else.
      queue = done.catch(() => undefined);
      return done;
    },
    entries: (fromLine = 2) => ({ [Symbol.asyncIterator]: () => read(fromLine) }),
    close: () => {
      const done = queue.then(async () => {
        if (closed) return;
        closed = true;
        await handle.close();
      });
      queue = done.catch(() => undefined);
      return done;
    },
  };
};
