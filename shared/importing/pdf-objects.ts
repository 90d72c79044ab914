/** Where an object of a PDF file stands: its text up to `bodyEnd`, and its stream if it has one. */
export interface PdfObjectSpan {
  readonly number: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Bytes of the stream; `isWhole` is false when no end was found. */
  readonly stream?: { readonly start: number; readonly end: number; readonly isWhole: boolean };
}

/** What one pass over the file found. */
export interface PdfScan {
  /** In the order of the file; of two objects with one number, the later one counts. */
  readonly objects: readonly PdfObjectSpan[];
  /** The texts after « trailer ». */
  readonly trailers: readonly string[];
  /** More objects than any invoice has: the rest was left out. */
  readonly hasTooMany: boolean;
}

const objectLimit = 300_000;
const trailerLength = 4096;

const codes = (word: string): readonly number[] => [...word].map((character) => character.charCodeAt(0));
const objWord = codes('obj');
const endobjWord = codes('endobj');
const streamWord = codes('stream');
const endstreamWord = codes('endstream');
const trailerWord = codes('trailer');

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

const standsAt = (bytes: Uint8Array, at: number, word: readonly number[]): boolean => {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  return true;
};

/** Bytes as characters U+0000 to U+00FF. */
export const latinText = (bytes: Uint8Array, start: number, end: number): string => {
  const parts: string[] = [];
  for (let at = start; at < end; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192))));
  }
  return parts.join('');
};

/** The « 12 0 » before the « obj » at `at`: its number and where it begins. */
const headerBefore = (
  bytes: Uint8Array,
  at: number,
): { readonly number: number; readonly start: number } | undefined => {
  const back = (from: number, test: (byte: number | undefined) => boolean): number => {
    let index = from;
    while (index > 0 && from - index < 12 && test(bytes[index - 1])) index -= 1;
    return index;
  };
  const generationEnd = back(at, isSpace);
  const generationStart = back(generationEnd, isDigit);
  const numberEnd = back(generationStart, isSpace);
  const start = back(numberEnd, isDigit);
  const isHeader = generationStart < generationEnd && numberEnd < generationStart && start < numberEnd;
  return isHeader ? { number: Number(latinText(bytes, start, numberEnd)), start } : undefined;
};

/** True when « endstream » follows at `at`, after a line end at most. */
export const endsStreamAt = (bytes: Uint8Array, at: number): boolean => {
  let index = at;
  while (index < at + 4 && isSpace(bytes[index])) index += 1;
  return standsAt(bytes, index, endstreamWord);
};

/**
 * Finds the objects of a PDF by their own marks « 12 0 obj », without cross-reference tables (which a hostile
 * or repaired file may have wrong): one pass over the bytes, in time proportional to their number.
 */
export const scanPdf = (bytes: Uint8Array): PdfScan => {
  const objects: PdfObjectSpan[] = [];
  const trailers: string[] = [];
  let lacksEndstream = false;

  const streamEnd = (start: number, dictionary: string): { end: number; isWhole: boolean } => {
    const declared = /\/Length\s+(\d{1,10})(?!\d|\s+\d{1,5}\s+R)/.exec(dictionary)?.[1];
    const end = declared === undefined ? -1 : start + Number(declared);
    if (end !== -1 && end <= bytes.length && endsStreamAt(bytes, end)) return { end, isWhole: true };
    for (let at = start; !lacksEndstream && at < bytes.length; at += 1) {
      if (bytes[at] === 101 && standsAt(bytes, at, endstreamWord)) return { end: at, isWhole: true };
    }
    // Searched once to the end: no later stream has to do so again.
    lacksEndstream = true;
    return { end: bytes.length, isWhole: false };
  };

  const readObject = (number: number, bodyStart: number): { span: PdfObjectSpan; next: number } => {
    let lastInk = 0;
    for (let at = bodyStart; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === 101 && standsAt(bytes, at, endobjWord)) {
        return { span: { number, bodyStart, bodyEnd: at }, next: at + 6 };
      }
      if (byte === 111 && standsAt(bytes, at, objWord)) {
        const header = headerBefore(bytes, at);
        // The « endobj » is missing.
        if (header && header.start > bodyStart) {
          return { span: { number, bodyStart, bodyEnd: header.start }, next: header.start };
        }
      }
      if (byte === 115 && lastInk === 62 && standsAt(bytes, at, streamWord)) {
        const lineEnd = bytes[at + 6] === 13 ? (bytes[at + 7] === 10 ? 2 : 1) : bytes[at + 6] === 10 ? 1 : 0;
        const start = at + 6 + lineEnd;
        const { end, isWhole } = streamEnd(start, latinText(bytes, bodyStart, at));
        return { span: { number, bodyStart, bodyEnd: at, stream: { start, end, isWhole } }, next: end };
      }
      if (!isSpace(byte)) lastInk = byte ?? 0;
    }
    return { span: { number, bodyStart, bodyEnd: bytes.length }, next: bytes.length };
  };

  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at];
    if (byte === 111 && standsAt(bytes, at, objWord)) {
      const header = headerBefore(bytes, at);
      if (header) {
        if (objects.length >= objectLimit) return { objects, trailers, hasTooMany: true };
        const { span, next } = readObject(header.number, at + 3);
        objects.push(span);
        at = next;
        continue;
      }
    }
    if (byte === 116 && trailers.length < 100 && standsAt(bytes, at, trailerWord)) {
      trailers.push(latinText(bytes, at + 7, Math.min(bytes.length, at + trailerLength)));
    }
    at += 1;
  }
  return { objects, trailers, hasTooMany: false };
};
