import {
  decodeSingleByte,
  type SingleByteCharset,
  singleByteCharsets,
  upperCharacter,
} from './single-byte-charset.ts';

/** How the bytes of a text file stand for characters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteCharset;

/** The encodings a user can choose from when the detected one shows wrong accents, the most likely first. */
export const textEncodings: readonly TextEncoding[] = [
  'utf-8',
  ...singleByteCharsets,
  'utf-16le',
  'utf-16be',
];

/** What the user reads for an encoding. */
export const encodingNamesFrench: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, octets inversés)',
  'windows-1252': 'Windows-1252 (Europe de l’Ouest)',
  'iso-8859-15': 'Europe de l’Ouest (ISO 8859-15)',
  cp850: 'MS-DOS (850)',
  macintosh: 'Mac OS ancien',
  'windows-1250': 'Windows-1250 (Europe centrale)',
};

/** A decoded text file. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True when the file began with a byte order mark (which is not part of `text`). */
  readonly byteOrderMark: boolean;
  /** Number of characters that could not be decoded and show as U+FFFD. */
  readonly damagedCharacters: number;
}

// `shared/` compiles without DOM and Node types, so that neither can be used there by accident. TextDecoder
// is in every engine the application runs on; only this narrow view of it is declared.
interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
}
const { TextDecoder: PlatformDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => Utf8Decoder;
};

const decodeUtf8 = (bytes: Uint8Array): string =>
  new PlatformDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const decodeUtf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string =>
  new PlatformDecoder(encoding, { ignoreBOM: true }).decode(bytes);

const byteOrderMarkOf = (bytes: Uint8Array): { encoding: TextEncoding; length: number } | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
};

/** Counts the multi-byte sequences of RFC 3629 that are whole and the bytes that fit into none. */
const countUtf8Sequences = (bytes: Uint8Array): { readonly whole: number; readonly broken: number } => {
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let valid = length > 0 && lead <= 0xf4 && index + length <= bytes.length;
    for (let offset = 1; valid && offset < length; offset += 1) {
      valid = ((bytes[index + offset] ?? 0) & 0xc0) === 0x80;
    }
    const second = bytes[index + 1] ?? 0;
    // Overlong forms, surrogates and what lies beyond U+10FFFF.
    if (lead === 0xe0 && second < 0xa0) valid = false;
    if (lead === 0xed && second > 0x9f) valid = false;
    if (lead === 0xf0 && second < 0x90) valid = false;
    if (lead === 0xf4 && second > 0x8f) valid = false;
    if (valid) {
      whole += 1;
      index += length;
    } else {
      broken += 1;
      index += 1;
    }
  }
  return { whole, broken };
};

/** UTF-16 without mark, as some accounting tools write it: nearly every second byte of Western text is 0. */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le';
  if (even > pairs * 0.8 && odd === 0) return 'utf-16be';
  return undefined;
};

const weightOfCharacter = (character: string): number => {
  if ('éèàêçôîâûëïœÉÀÈÇÊ'.includes(character)) return 3;
  if ('€’«»°…–—“”\u00a0ùüöäñóáíúÂÎÔŒ'.includes(character)) return 1;
  if ('řěůčťďňłąęśżź'.includes(character)) return 2;
  if (/\p{L}/u.test(character)) return -1;
  return /[\u0080-\u009f\ufffd\u2500-\u259f]/u.test(character) ? -6 : -3;
};

/**
 * What each set must beat the first by before it is believed. A central European file is rare here, and its
 * letters lie where windows-1252 has « è », « ø » or « ù ».
 */
const handicaps: Readonly<Record<SingleByteCharset, number>> = {
  'windows-1252': 0,
  'iso-8859-15': 0,
  cp850: 0,
  macintosh: 0,
  'windows-1250': 6,
};

/** The single-byte set in which the bytes above 0x7F spell the most French (or central European) text. */
const likeliestCharset = (bytes: Uint8Array): SingleByteCharset => {
  const counts = new Map<number, number>();
  for (const byte of bytes) {
    if (byte >= 0x80) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  let best: SingleByteCharset = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of singleByteCharsets) {
    let score = -handicaps[charset];
    for (const [byte, count] of counts) score += count * weightOfCharacter(upperCharacter(byte, charset));
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
};

const detectEncoding = (bytes: Uint8Array): TextEncoding => {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return utf16;
  const { whole, broken } = countUtf8Sequences(bytes);
  // A UTF-8 file cut in the middle of a letter, or with one pasted foreign byte, is still UTF-8: reading it
  // as windows-1252 would turn every « é » into « Ã© ».
  if (broken === 0 || whole >= 10 * broken) return 'utf-8';
  return likeliestCharset(bytes);
};

const countDamaged = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
};

/**
 * Decodes a text file. Order of evidence: the user's choice, a byte order mark, UTF-16 by its zero bytes,
 * valid UTF-8, then the single-byte set whose letters look most like French. Never fails; what cannot be
 * decoded is counted.
 */
export const decodeText = (bytes: Uint8Array, chosen?: TextEncoding): DecodedText => {
  const mark = byteOrderMarkOf(bytes);
  const encoding = chosen ?? mark?.encoding ?? detectEncoding(bytes);
  const body = mark && mark.encoding === encoding ? bytes.subarray(mark.length) : bytes;
  let text: string;
  if (encoding === 'utf-8') text = decodeUtf8(body);
  else if (encoding === 'utf-16le' || encoding === 'utf-16be') text = decodeUtf16(body, encoding);
  else text = decodeSingleByte(body, encoding);
  return {
    text,
    encoding,
    byteOrderMark: body !== bytes,
    damagedCharacters: countDamaged(text),
  };
};
