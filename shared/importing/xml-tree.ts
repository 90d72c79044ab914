import { fail, ok, type Result } from '../result.ts';
import type { XmlDocument, XmlElement, XmlError } from './xml-document.ts';

const tagLengthLimit = 65_536;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const lineAt = (text: string, index: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));

/** The five entities of XML 1.0 § 4.6 and character references; any other one stays as it is written. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return namedEntities[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
        return isCharacter(code) ? String.fromCodePoint(code) : whole;
      })
    : text;

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

/** Where a name ends: at white space, « / », « = », a quote, or `end`. */
const nameEnd = (text: string, start: number, end: number): number => {
  let index = start;
  for (; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (isSpace(code) || code === 47 || code === 61 || code === 34 || code === 39) break;
  }
  return index;
};

const pastSpace = (text: string, start: number, end: number): number => {
  let index = start;
  while (index < end && isSpace(text.charCodeAt(index))) index += 1;
  return index;
};

const startsName = (text: string): boolean => /^[A-Za-z_:]/.test(text) || /^\p{L}/u.test(text);

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

const noAttributes: ReadonlyMap<string, string> = new Map();

/** The attributes between `start` and `end`, by the names as written; undefined when they are no attributes. */
const attributesIn = (text: string, start: number, end: number): ReadonlyMap<string, string> | undefined => {
  let at = pastSpace(text, start, end);
  if (at === end) return noAttributes;
  const attributes = new Map<string, string>();
  while (at < end) {
    const nameStop = nameEnd(text, at, end);
    const equals = pastSpace(text, nameStop, end);
    const quoteAt = pastSpace(text, equals + 1, end);
    const quote = text.charAt(quoteAt);
    if (nameStop === at || text.charCodeAt(equals) !== 61 || (quote !== '"' && quote !== "'"))
      return undefined;
    const close = text.indexOf(quote, quoteAt + 1);
    if (close === -1 || close >= end) return undefined;
    attributes.set(text.slice(at, nameStop), decodeEntities(text.slice(quoteAt + 1, close)).trim());
    at = pastSpace(text, close + 1, end);
  }
  return attributes;
};

/** By local name, without the namespace declarations. */
const ownAttributes = (written: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  if (written.size === 0) return noAttributes;
  const own = new Map<string, string>();
  for (const [name, value] of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) own.set(localName(name), value);
  }
  return own;
};

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/**
 * Builds the tree of a document in one pass over its text, in time proportional to it and without recursion.
 * A declaration (DOCTYPE, ENTITY…) anywhere ends the reading, as do the limits; tags have to match, and
 * nothing may stand beside the root.
 */
export const xmlTree = (
  text: string,
  limits: { readonly maxDepth: number; readonly maxNodes: number },
): Result<XmlDocument, XmlError> => {
  const open: { readonly name: string; readonly element: Growing }[] = [];
  let root: Growing | undefined;
  let rootNamespace: string | undefined;
  let nodes = 0;
  const malformed = (index: number) => fail({ kind: 'malformed-xml', line: lineAt(text, index) } as const);

  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at);
    const textEnd = start === -1 ? text.length : start;
    const inner = open.at(-1)?.element;
    if (pastSpace(text, at, textEnd) < textEnd) {
      if (!inner) return root ? malformed(at) : fail({ kind: 'not-xml' });
      nodes += 1;
      inner.text += decodeEntities(text.slice(at, textEnd));
    } else if (inner && inner.text !== '' && textEnd > at) inner.text += ' ';
    if (start === -1) break;
    const second = text.charCodeAt(start + 1);
    nodes += second === 47 ? 0 : 1;
    if (nodes > limits.maxNodes) return fail({ kind: 'xml-too-many-nodes', limit: limits.maxNodes });
    if (second === 33 && text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      if (end === -1) return malformed(start);
      at = end + 3;
    } else if (second === 33 && text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9);
      if (end === -1 || !inner) return malformed(start);
      inner.text += text.slice(start + 9, end);
      at = end + 3;
    } else if (second === 33) {
      return fail({ kind: 'xml-doctype' });
    } else if (second === 63) {
      const end = text.indexOf('?>', start + 2);
      if (end === -1) return malformed(start);
      at = end + 2;
    } else {
      const end = tagEnd(text, start);
      if (end === -1) return malformed(start);
      at = end + 1;
      if (second === 47) {
        const nameStop = nameEnd(text, start + 2, end);
        const closed = open.pop();
        if (closed?.name !== text.slice(start + 2, nameStop) || pastSpace(text, nameStop, end) < end) {
          return malformed(start);
        }
        closed.element.text = closed.element.text.trim();
        continue;
      }
      const nameStop = nameEnd(text, start + 1, end);
      const name = text.slice(start + 1, nameStop);
      if (!startsName(name)) return root ? malformed(start) : fail({ kind: 'not-xml' });
      if (!inner && root) return malformed(start);
      const isEmpty = text.charCodeAt(end - 1) === 47;
      const written = attributesIn(text, nameStop, isEmpty ? end - 1 : end);
      if (!written) return malformed(start);
      const element: Growing = {
        name: localName(name),
        attributes: ownAttributes(written),
        children: [],
        text: '',
      };
      if (inner) inner.children.push(element);
      else {
        root = element;
        const colon = name.lastIndexOf(':');
        rootNamespace = written.get(colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`);
      }
      if (isEmpty) continue;
      open.push({ name, element });
      if (open.length > limits.maxDepth) return fail({ kind: 'xml-too-deep', limit: limits.maxDepth });
    }
  }
  if (!root) return fail({ kind: 'not-xml' });
  if (open.length > 0) return malformed(text.length);
  return ok({ root, ...(rootNamespace === undefined ? {} : { rootNamespace }) });
};
