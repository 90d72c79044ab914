import { inflateSync } from 'node:zlib';
import { fail, ok, type Result } from '../../shared/result.ts';

/** A logo or signature larger than this slows every letter down. */
export const largestImageBytes = 5 * 1024 * 1024;
/** Beyond what any printer shows of a 55 mm logo, and few enough pixels to unpack in memory. */
const longestSide = 6000;
const mostPixels = 16_000_000;

export type ImageFailure =
  | { readonly kind: 'not-an-image' }
  | { readonly kind: 'image-too-large' }
  | { readonly kind: 'image-damaged' };

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples a pixel by colour type (PNG 1.2, 4.1.1). */
const pngSamples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

const isPrintable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= longestSide && height <= longestSide && width * height <= mostPixels;

/**
 * Checks a PNG down to its pixels. pdfkit unpacks them in a callback and throws there, where nothing can
 * catch it: a damaged logo would end the whole main process.
 */
const checkPng = (bytes: Uint8Array): Result<'image/png', ImageFailure> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = fail<ImageFailure>({ kind: 'image-damaged' });
  let header: { width: number; height: number; bitsPerPixel: number; isPalette: boolean } | undefined;
  let paletteBytes = 0;
  const data: Uint8Array[] = [];
  let ended = false;
  for (let at = pngSignature.length; at + 12 <= bytes.length && !ended; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length !== length || at + 12 + length > bytes.length) return damaged;
    if (name === 'IHDR') {
      if (length !== 13 || header) return damaged;
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      const [depth = 0, colour = 0, compression = 1, filter = 1, interlace = 1] = body.subarray(8, 13);
      const samples = pngSamples[colour];
      if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) return damaged;
      if (compression !== 0 || filter !== 0) return damaged;
      // Interlaced files cannot be put into a PDF as they are, and nobody misses them.
      if (interlace !== 0) return fail({ kind: 'not-an-image' });
      if (!isPrintable(width, height)) return fail({ kind: 'image-too-large' });
      header = { width, height, bitsPerPixel: depth * samples, isPalette: colour === 3 };
    } else if (name === 'PLTE') paletteBytes = length;
    else if (name === 'IDAT') data.push(body);
    else if (name === 'IEND') ended = true;
    at += 12 + length;
  }
  if (!header || !ended || data.length === 0) return damaged;
  if (header.isPalette && (paletteBytes === 0 || paletteBytes % 3 !== 0)) return damaged;
  const expected = header.height * (1 + Math.ceil((header.width * header.bitsPerPixel) / 8));
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: expected + 1 });
    return pixels.length === expected ? ok('image/png') : damaged;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return damaged;
    throw error;
  }
};

/** Walks the segments of a JPEG to its frame header (ITU T.81, B.1.1). */
const checkJpeg = (bytes: Uint8Array): Result<'image/jpeg', ImageFailure> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) break;
    // SOF0 and SOF2: baseline and progressive, which is what readers of PDF know.
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      if (length < 11) break;
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3 && components !== 4) break;
      return isPrintable(view.getUint16(at + 7), view.getUint16(at + 5))
        ? ok('image/jpeg')
        : fail({ kind: 'image-too-large' });
    }
    at += 2 + length;
  }
  return fail({ kind: 'image-damaged' });
};

/**
 * A PNG or JPEG as a data URL for pdfmake, after a check that it is one, whole, and of a sane size.
 * Fails on any other format, more than 5 MB or 16 million pixels, and on damaged files.
 */
export const letterImage = (bytes: Uint8Array): Result<string, ImageFailure> => {
  if (bytes.byteLength > largestImageBytes) return fail({ kind: 'image-too-large' });
  const type = startsWith(bytes, pngSignature)
    ? checkPng(bytes)
    : startsWith(bytes, [0xff, 0xd8, 0xff])
      ? checkJpeg(bytes)
      : fail<ImageFailure>({ kind: 'not-an-image' });
  return type.ok ? ok(`data:${type.value};base64,${Buffer.from(bytes).toString('base64')}`) : type;
};
