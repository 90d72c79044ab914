import { createHash } from 'node:crypto';

/*
 * The line format, which users may check with any tool (it is explained in LISEZMOI.txt of every backup):
 * UTF-8, one line per entry, each ended by LF (0x0A):
 *   {"hash":"<64 hexadecimal digits>","body":<JSON>}
 * hash = SHA-256, in lower-case hexadecimal, of: the hash of the line before (nothing for the first line),
 * then LF, then the exact bytes of <JSON>. The first line is the header; its body holds at least
 * "format" and "version". Each hash thus vouches for the whole file up to its line.
 */

const opening = Buffer.from('{"hash":"');
const middle = Buffer.from('","body":');
const bodyStart = opening.length + 64 + middle.length;
const closingBrace = 0x7d;

/** SHA-256 of a body that follows a line, hexadecimal. `previousHash` is empty for the header. */
const chainHash = (previousHash: string, bodyJson: Uint8Array | string): string =>
  createHash('sha256').update(`${previousHash}\n`).update(bodyJson).digest('hex');

/** One line with its LF, and its hash. Throws when the body has no JSON form, which is a bug. */
export const encodeLine = (
  previousHash: string,
  body: unknown,
): { readonly text: string; readonly hash: string } => {
  const bodyJson = JSON.stringify(body);
  if (bodyJson === undefined) throw new TypeError('a journal entry must have a JSON form');
  const hash = chainHash(previousHash, bodyJson);
  return { text: `{"hash":"${hash}","body":${bodyJson}}\n`, hash };
};

/** Hash and body bytes of one line (without its LF) that follows `previousHash`; undefined when it does not. */
export const verifyLine = (
  previousHash: string,
  line: Buffer,
): { readonly hash: string; readonly bodyJson: Buffer } | undefined => {
  if (line.length <= bodyStart + 1 || line[line.length - 1] !== closingBrace) return undefined;
  if (!line.subarray(0, opening.length).equals(opening)) return undefined;
  if (!line.subarray(opening.length + 64, bodyStart).equals(middle)) return undefined;
  const hash = line.toString('latin1', opening.length, opening.length + 64);
  const bodyJson = line.subarray(bodyStart, line.length - 1);
  return chainHash(previousHash, bodyJson) === hash ? { hash, bodyJson } : undefined;
};
