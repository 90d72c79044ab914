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

/** The same for zlib data (RFC 1950), as PDF streams are; the checksum behind it is not looked at. */
export const inflateZlibBounded = (
  bytes: Uint8Array,
  maxOutput: number,
): Result<Uint8Array, InflateError> => {
  const [method = 0, flags = 0] = bytes;
  const isZlib = (method & 15) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0;
  return isZlib ? inflateBounded(bytes.subarray(2), maxOutput) : fail({ kind: 'damaged-deflate' });
};
