import { inflateSync } from 'node:zlib';
import { latinText, scanPdf } from '../../shared/importing/pdf-objects.ts';

/** What all unpacked text of one copy may come to: a hundred times what an invoice has. */
export const mostUnpackedBytes = 64 * 1024 * 1024;

/** Bytes that one byte can become, by filter (ISO 32000-1, 7.4); anything else leaves its input as it is. */
const growth: Readonly<Record<string, number>> = {
  FlateDecode: 1032,
  Fl: 1032,
  LZWDecode: 2730,
  LZW: 2730,
  RunLengthDecode: 64,
  RL: 64,
};

/** Counts what streams unpack to without keeping it. */
export interface UnpackedBudget {
  /** False once the streams together come to more than a copy may, or cannot be told. */
  readonly spend: (packed: Uint8Array, filters: readonly string[]) => boolean;
}

export const unpackedBudget = (limit = mostUnpackedBytes): UnpackedBudget => {
  let left = limit;
  const unpackedLength = (packed: Uint8Array, filters: readonly string[]): number => {
    const packing = filters.filter((filter) => growth[filter] !== undefined);
    const most = packing.reduce((length, filter) => length * (growth[filter] ?? 1), packed.byteLength);
    if (most <= left || filters.length !== 1 || growth[filters[0] ?? ''] !== growth.FlateDecode) return most;
    try {
      return inflateSync(packed, { maxOutputLength: left + 1 }).byteLength;
    } catch (error) {
      // Too much of it, or damaged: where it is damaged the reader of the pages says so.
      if (error instanceof Error && 'code' in error)
        return error.code === 'ERR_BUFFER_TOO_LARGE' ? left + 1 : 0;
      throw error;
    }
  };
  return {
    spend: (packed, filters) => {
      left -= unpackedLength(packed, filters);
      return left >= 0;
    },
  };
};

const filterNames = (dictionary: string): readonly string[] => {
  const written = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/u.exec(dictionary)?.[1] ?? '';
  return [...written.matchAll(/\/([^\s/<>[\]()]+)/gu)].map((match) => match[1] ?? '');
};

/**
 * True when the compressed tables and objects of a PDF unpack to no more than a copy may have. They are
 * unpacked by whoever opens the file, before anything of it can be looked at: a few kilobytes there can fill
 * the memory of the whole application.
 */
export const unpacksWithin = (bytes: Uint8Array, budget: UnpackedBudget): boolean => {
  const scan = scanPdf(bytes);
  if (scan.hasTooMany) return false;
  for (const { bodyStart, bodyEnd, stream } of scan.objects) {
    if (!stream) continue;
    const dictionary = latinText(bytes, bodyStart, Math.min(bodyEnd, bodyStart + 8192)).replace(
      /#([0-9a-fA-F]{2})/gu,
      (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (!/\/(?:ObjStm|XRef)\b/u.test(dictionary)) continue;
    if (!budget.spend(bytes.subarray(stream.start, stream.end), filterNames(dictionary))) return false;
  }
  return true;
};
