import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file, hexadecimal, by streaming. Throws the system's error. */
export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** The text that `sha256sum --check SHA256SUMS` reads: hash, two blanks, path with `/`. */
export const formatSums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([path, hash]) => `${hash}  ${path}\n`).join('');

/** A file beside the sums, or one in a folder beside them: nothing that leads out of the backup. */
const linePattern = /^([0-9a-f]{64}) {2}((?:[A-Za-z0-9][A-Za-z0-9._-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*)$/;

/** Hash by path; undefined where a line is not of the form written by {@link formatSums}. */
export const parseSums = (text: string): ReadonlyMap<string, string> | undefined => {
  if (!text.endsWith('\n')) return undefined;
  const sums = new Map<string, string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const [, hash, path] = linePattern.exec(line) ?? [];
    if (hash === undefined || path === undefined || sums.has(path)) return undefined;
    sums.set(path, hash);
  }
  return sums;
};
