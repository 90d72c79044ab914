import { fail, ok, type Result } from '../result.ts';
import { decodeText } from './encoding.ts';

/** An entry as the central directory describes it (PKWARE APPNOTE 4.3.12). Sizes are what the file claims. */
export interface ZipDirectoryEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflate. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly isSymbolicLink: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly declaredSize: number;
  /** Where its local header stands. */
  readonly headerAt: number;
}

export type ZipDirectoryError =
  | { readonly kind: 'not-zip' }
  /** Cut off, or its directory does not agree with its length. */
  | { readonly kind: 'zip-damaged' }
  | { readonly kind: 'zip-too-many-entries'; readonly actual: number; readonly limit: number };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const unixLink = 0o120000;

const reader = (bytes: Uint8Array) => {
  const u16 = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return { u16, u32: (at: number): number => (u16(at) | (u16(at + 2) << 16)) >>> 0 };
};

/** The end record stands in the last 64 kB, behind it only a comment. */
const endRecordAt = (bytes: Uint8Array): number => {
  const { u16, u32 } = reader(bytes);
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes[at] === 0x50 && u32(at) === endMark && at + 22 + u16(at + 20) <= bytes.length) return at;
  }
  return -1;
};

/**
 * Reads the central directory of a ZIP file; nothing is unpacked. ZIP64 is refused as damaged: no file of a
 * billing program has four gigabytes.
 */
export const readZipDirectory = (
  bytes: Uint8Array,
  maxEntries: number,
): Result<readonly ZipDirectoryEntry[], ZipDirectoryError> => {
  const { u16, u32 } = reader(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail({ kind: 'not-zip' });
  const end = endRecordAt(bytes);
  if (end === -1) return fail({ kind: 'zip-damaged' });
  const count = u16(end + 10);
  const directoryEnd = u32(end + 16) + u32(end + 12);
  if (count > maxEntries) return fail({ kind: 'zip-too-many-entries', actual: count, limit: maxEntries });
  if (directoryEnd > end || u16(end + 4) !== 0 || u16(end + 8) !== count)
    return fail({ kind: 'zip-damaged' });
  const entries: ZipDirectoryEntry[] = [];
  let at = u32(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directoryEnd || u32(at) !== entryMark) return fail({ kind: 'zip-damaged' });
    const flags = u16(at + 8);
    const nameEnd = at + 46 + u16(at + 28);
    if (nameEnd > directoryEnd) return fail({ kind: 'zip-damaged' });
    const nameBytes = bytes.subarray(at + 46, nameEnd);
    entries.push({
      // Bit 11 promises UTF-8; without it, old programs write the code page of MS-DOS.
      name: decodeText(nameBytes, flags & 0x800 ? 'utf-8' : undefined).text,
      method: u16(at + 10),
      isEncrypted: (flags & 0x2041) !== 0,
      isSymbolicLink: u16(at + 4) >>> 8 === 3 && ((u32(at + 38) >>> 16) & 0o170000) === unixLink,
      crc: u32(at + 16),
      packedSize: u32(at + 20),
      declaredSize: u32(at + 24),
      headerAt: u32(at + 42),
    });
    at = nameEnd + u16(at + 30) + u16(at + 32);
  }
  return ok(entries);
};

/** The packed bytes of an entry, past its local header; undefined when they do not stand where they should. */
export const packedBytes = (bytes: Uint8Array, entry: ZipDirectoryEntry): Uint8Array | undefined => {
  const { u16, u32 } = reader(bytes);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || u32(at) !== 0x04034b50) return undefined;
  const start = at + 30 + u16(at + 26) + u16(at + 28);
  return start + entry.packedSize > bytes.length
    ? undefined
    : bytes.subarray(start, start + entry.packedSize);
};
