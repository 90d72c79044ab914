import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const lineFeed = 0x0a;

/** One line of a file: its bytes without LF, where it starts, and whether an LF ended it. */
export interface RawLine {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly complete: boolean;
}

/**
 * Lines of a file from byte `start` up to byte `end` (excluded), read by the megabyte and handed over by
 * chunk so that a million lines cost few awaits. Only the last line can be incomplete. The bytes are
 * valid until the next chunk is asked for. I/O errors of the system are thrown.
 */
export async function* readLines(
  handle: FileHandle,
  start: number,
  end: number,
): AsyncGenerator<readonly RawLine[]> {
  /** Pieces of a line that began in an earlier chunk. */
  let pieces: Buffer[] = [];
  let lineOffset = start;
  let position = start;
  while (position < end) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, end - position));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const lines: RawLine[] = [];
    let from = 0;
    for (;;) {
      const at = chunk.subarray(0, bytesRead).indexOf(lineFeed, from);
      if (at < 0) break;
      const tail = chunk.subarray(from, at);
      const bytes = pieces.length > 0 ? Buffer.concat([...pieces, tail]) : tail;
      pieces = [];
      lines.push({ bytes, offset: lineOffset, complete: true });
      lineOffset += bytes.length + 1;
      from = at + 1;
    }
    if (from < bytesRead) pieces.push(chunk.subarray(from, bytesRead));
    if (lines.length > 0) yield lines;
  }
  if (pieces.length > 0) yield [{ bytes: Buffer.concat(pieces), offset: lineOffset, complete: false }];
}
