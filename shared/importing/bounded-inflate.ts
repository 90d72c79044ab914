import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../result.ts';

export type InflateError =
  /** The output passes the limit: a giant, or a bomb. Nothing beyond the limit was kept. */
  | { readonly kind: 'inflated-too-big'; readonly limit: number }
  /** Not deflate (RFC 1951), damaged or cut off. */
  | { readonly kind: 'damaged-deflate' };

// Deflate grows by a factor of 1032 at most, so that one step never yields more than some seventeen megabytes.
const bytesPerStep = 16_384;

class LimitPassed extends Error {}

/**
 * Inflates raw deflate data (RFC 1951) step by step and stops as soon as the output passes `maxOutput` bytes,
 * whatever size the container declares. Bytes behind the end of the data are ignored.
 */
export const inflateBounded = (bytes: Uint8Array, maxOutput: number): Result<Uint8Array, InflateError> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate();
  inflate.ondata = (part) => {
    length += part.length;
    if (length > maxOutput) throw new LimitPassed();
    if (part.length > 0) parts.push(part);
  };
  try {
    if (bytes.length === 0) return fail({ kind: 'damaged-deflate' });
    for (let at = 0; at < bytes.length; at += bytesPerStep) {
      inflate.push(bytes.subarray(at, at + bytesPerStep), at + bytesPerStep >= bytes.length);
    }
  } catch (error) {
    return fail(
      error instanceof LimitPassed
        ? { kind: 'inflated-too-big', limit: maxOutput }
        : { kind: 'damaged-deflate' },
    );
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return ok(whole);
};

/** The checksum of zlib data (RFC 1950 § 8.2), unsigned. */
const adler32 = (bytes: Uint8Array): number => {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; ) {
    // As many as fit before the sums pass 32 bits.
    const end = Math.min(bytes.length, at + 3800);
    for (; at < end; at += 1) {
      low += bytes[at] as number;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
};

/**
 * The same for zlib data (RFC 1950), as PDF streams are. The checksum stands in the last bytes; a line end or
 * two may follow it, where a PDF does not say how long its stream is. One altered byte of a packed invoice may
 * be another amount in a sound document: without the right checksum nothing is believed.
 */
export const inflateZlibBounded = (
  bytes: Uint8Array,
  maxOutput: number,
): Result<Uint8Array, InflateError> => {
  const [method = 0, flags = 0] = bytes;
  const isZlib = (method & 15) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0;
  if (!isZlib || bytes.length < 8) return fail({ kind: 'damaged-deflate' });
  const inflated = inflateBounded(bytes.subarray(2), maxOutput);
  if (!inflated.ok) return inflated;
  const checksum = adler32(inflated.value);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isRight = [4, 5, 6].some(
    (fromEnd) => bytes.length >= fromEnd + 4 && view.getUint32(bytes.length - fromEnd) === checksum,
  );
  return isRight ? inflated : fail({ kind: 'damaged-deflate' });
};
