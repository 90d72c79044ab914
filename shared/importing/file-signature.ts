/** What a file is when it is not a text table, told by its first bytes. */
export type ForeignFileType =
  | 'xlsx'
  | 'ods'
  | 'word'
  | 'zip'
  | 'xls'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'database'
  | 'program'
  | 'unknown-binary';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const latin = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, start), Math.min(end, bytes.length)));

/** ZIP containers name their parts uncompressed, at the start and again in the directory at the end. */
const zipKind = (bytes: Uint8Array): ForeignFileType => {
  const names = latin(bytes, 0, 8192) + latin(bytes, bytes.length - 16_384, bytes.length);
  if (/xl\/(workbook|worksheets|_rels|styles)/.test(names)) return 'xlsx';
  if (names.includes('opendocument.spreadsheet')) return 'ods';
  if (/word\/document/.test(names) || names.includes('opendocument.text')) return 'word';
  return 'zip';
};

/** The binary type of a file by its first bytes, or undefined when they belong to no known one. */
export const foreignBinaryType = (bytes: Uint8Array): ForeignFileType | undefined => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return zipKind(bytes);
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  if (/^(GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s.test(latin(bytes, 0, 12))) return 'image';
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return 'archive';
  if (latin(bytes, 0, 4) === 'Rar!') return 'archive';
  if (latin(bytes, 0, 15) === 'SQLite format 3') return 'database';
  if (startsWith(bytes, 0x4d, 0x5a, 0x90) || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46)) return 'program';
  return undefined;
};

/** The type of a decoded text that is written in a markup language, or undefined for plain text. */
export const foreignTextType = (text: string): ForeignFileType | undefined => {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^<(!doctype html|html|head|body|table|meta|div)\b/.test(start)) return 'html';
  if (/^<(\?xml|[a-z][\w.-]*(:[\w.-]+)?[\s>])/.test(start)) return 'xml';
  return undefined;
};

/** True when a decoded text holds characters that no text file has, such as NUL. */
export const hasBinaryCharacters = (text: string): boolean => {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, 8192);
  let controls = 0;
  for (const character of sample) {
    const code = character.charCodeAt(0);
    // 0x1A ends a DOS text file.
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 0x1a)
      controls += 1;
  }
  return controls > sample.length / 50;
};
