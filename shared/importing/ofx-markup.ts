/** One piece of an OFX document. */
export type OfxEvent =
  | { readonly kind: 'open'; readonly name: string; readonly line: number }
  | { readonly kind: 'close'; readonly name: string; readonly line: number }
  | { readonly kind: 'value'; readonly name: string; readonly value: string; readonly line: number };

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return named[name] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
        const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        return isCharacter ? String.fromCodePoint(code) : whole;
      })
    : text;

/** Name of a tag, and what must follow it; attributes, which OFX has none of, are passed over. */
const tagName = /^\/?([A-Za-z][\w.:-]{0,63})(?=[\s/]|$)/;
const longestTag = 1000;
/** Far above the 255 characters of a MEMO. */
const longestValue = 4000;

/** What stands between « < » at `start` and its « > »; undefined when that is no tag. */
const tagInside = (text: string, start: number): string | undefined => {
  const limit = Math.min(text.length, start + longestTag);
  for (let index = start + 1; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 62) return text.slice(start + 1, index);
    if (code === 60) return undefined;
  }
  return undefined;
};

const cdataStart = '<![CDATA[';

/**
 * Goes through an OFX document, SGML (1.x, values never closed) or XML (2.x, and what banks make of both): an
 * aggregate opens and closes, an element has a value. Comments and processing instructions are left out. A « < »
 * that starts no tag is text. Takes time in proportion to the text; entities are replaced once and never expand.
 * @returns false when the document holds a declaration (DOCTYPE): it is not read any further.
 */
export const readOfxMarkup = (text: string, onEvent: (event: OfxEvent) => void): boolean => {
  let at = 0;
  let line = 1;
  let nextLineEnd = text.indexOf('\n');
  const lineAt = (index: number): number => {
    while (nextLineEnd !== -1 && nextLineEnd < index) {
      line += 1;
      nextLineEnd = text.indexOf('\n', nextLineEnd + 1);
    }
    return line;
  };
  /** The tag whose value may come now. */
  let pending: { readonly name: string; readonly line: number; value: string } | undefined;
  const flush = (): void => {
    if (!pending) return;
    const value = pending.value.slice(0, longestValue).replace(/\s+/gu, ' ').trim();
    if (value === '') onEvent({ kind: 'open', name: pending.name, line: pending.line });
    else onEvent({ kind: 'value', name: pending.name, value, line: pending.line });
    pending = undefined;
  };
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const end = start === -1 ? text.length : start;
    if (pending && end > at) pending.value += decodeEntities(text.slice(at, end));
    if (start === -1) break;
    if (text.startsWith('<!--', start)) {
      const close = text.indexOf('-->', start + 4);
      at = close === -1 ? text.length : close + 3;
    } else if (text.startsWith(cdataStart, start)) {
      const close = text.indexOf(']]>', start);
      const stop = close === -1 ? text.length : close;
      if (pending) pending.value += text.slice(start + cdataStart.length, stop);
      at = stop + 3;
    } else if (text.startsWith('<?', start)) {
      const close = text.indexOf('?>', start);
      at = close === -1 ? text.length : close + 2;
    } else if (text.startsWith('<!', start)) {
      return false;
    } else {
      const inside = tagInside(text, start);
      const match = tagName.exec(inside ?? '');
      if (inside === undefined || !match) {
        if (pending) pending.value += '<';
        at = start + 1;
        continue;
      }
      const name = (match[1] ?? '').toUpperCase();
      const here = lineAt(start);
      if (inside.startsWith('/')) {
        // The end tag of a value says nothing new; that of an empty element ends it.
        flush();
        onEvent({ kind: 'close', name, line: here });
      } else {
        flush();
        pending = { name, line: here, value: '' };
        if (inside.endsWith('/')) {
          flush();
          onEvent({ kind: 'close', name, line: here });
        }
      }
      at = start + inside.length + 2;
    }
  }
  // A value at the very end of the file may be cut off: it is not told.
  return true;
};
