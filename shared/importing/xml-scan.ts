import { fail, ok, type Result } from '../result.ts';
import type { XmlError } from './xml-document.ts';

const tagLengthLimit = 65_536;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const isBlank = (text: string, from: number, to: number): boolean => {
  let index = from;
  while (index < to && isSpace(text.charCodeAt(index))) index += 1;
  return index === to;
};

const lineAt = (text: string, index: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** Where the tag that starts at `start` ends (its « > »), past quoted values; -1 when it does not. */
const tagEnd = (text: string, start: number): number => {
  const limit = Math.min(text.length, start + tagLengthLimit);
  let quote = 0;
  for (let index = start + 1; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return index;
    else if (code === 60) return -1;
  }
  return -1;
};

const nameEnd = (text: string, start: number, end: number): number => {
  let index = start;
  while (index < end && !isSpace(text.charCodeAt(index)) && text.charCodeAt(index) !== 47) index += 1;
  return index;
};

const startsName = /^[\p{L}_:]/u;

/**
 * The pass before the parser: one look at every tag, in time proportional to the text. Checks that tags match,
 * that there is one root and nothing behind it, that no declaration stands anywhere, and the two limits.
 * Gives the text without comments, processing instructions and the white space between tags.
 */
export const scanXml = (
  text: string,
  limits: { readonly maxDepth: number; readonly maxNodes: number },
): Result<string, XmlError> => {
  const open: string[] = [];
  const kept: string[] = [];
  let keptFrom = 0;
  let nodes = 0;
  let hasRoot = false;
  /** Leaves out what the parser need not see. */
  const drop = (from: number, to: number): void => {
    if (from > keptFrom) kept.push(text.slice(keptFrom, from));
    keptFrom = to;
  };
  const malformed = (index: number) => fail({ kind: 'malformed-xml', line: lineAt(text, index) } as const);
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at);
    const textEnd = start === -1 ? text.length : start;
    if (isBlank(text, at, textEnd)) drop(at, textEnd);
    else if (open.length > 0) nodes += 1;
    else return hasRoot ? malformed(at) : fail({ kind: 'not-xml' });
    if (start === -1) break;
    const second = text.charCodeAt(start + 1);
    if (second === 33 && text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      if (end === -1) return malformed(start);
      at = end + 3;
      drop(start, at);
    } else if (second === 33 && text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9);
      if (end === -1 || open.length === 0) return malformed(start);
      at = end + 3;
    } else if (second === 33) {
      return fail({ kind: 'xml-doctype' });
    } else if (second === 63) {
      const end = text.indexOf('?>', start + 2);
      if (end === -1) return malformed(start);
      at = end + 2;
      drop(start, at);
    } else {
      const end = tagEnd(text, start);
      if (end === -1) return malformed(start);
      const isClosing = second === 47;
      const from = isClosing ? start + 2 : start + 1;
      const name = text.slice(from, nameEnd(text, from, end));
      if (!startsName.test(name)) return hasRoot ? malformed(start) : fail({ kind: 'not-xml' });
      if (isClosing) {
        if (open.pop() !== name) return malformed(start);
      } else {
        if (open.length === 0 && hasRoot) return malformed(start);
        hasRoot = true;
        if (text.charCodeAt(end - 1) !== 47) {
          open.push(name);
          if (open.length > limits.maxDepth) return fail({ kind: 'xml-too-deep', limit: limits.maxDepth });
        }
      }
      at = end + 1;
    }
    nodes += 1;
    if (nodes > limits.maxNodes) return fail({ kind: 'xml-too-many-nodes', limit: limits.maxNodes });
  }
  if (!hasRoot) return fail({ kind: 'not-xml' });
  if (open.length > 0) return malformed(text.length);
  kept.push(text.slice(keptFrom));
  return ok(kept.join(''));
};
