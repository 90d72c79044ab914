/**
 * Reads a clean QR code of level M, versions 1 to 13 (ISO 18004), from its modules: format, mask, zigzag,
 * blocks, bytes. Written for the tests and independent of the encoder; errors are found, not corrected.
 */

/** Data codewords of each block at level M, by version. */
const blocks: Readonly<Record<number, readonly number[]>> = {
  1: [16],
  2: [28],
  3: [44],
  4: [32, 32],
  5: [43, 43],
  6: [27, 27, 27, 27],
  7: [31, 31, 31, 31],
  8: [38, 38, 39, 39],
  9: [36, 36, 36, 37, 37],
  10: [43, 43, 43, 43, 44],
  11: [50, 51, 51, 51, 51],
  12: [36, 36, 36, 36, 36, 36, 37, 37],
  13: [37, 37, 37, 37, 37, 37, 37, 37, 38],
};

const alignmentCentres = (version: number): readonly number[] => {
  if (version === 1) return [];
  const last = version * 4 + 10;
  return version < 7 ? [6, last] : [6, (6 + last) / 2, last];
};

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

const isFunctionModule = (version: number, row: number, column: number): boolean => {
  const size = version * 4 + 17;
  if (row === 6 || column === 6) return true;
  if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9))
    return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = alignmentCentres(version);
  const last = size - 7;
  return centres.some((r) =>
    centres.some((c) => {
      const hidden = (r === 6 && c === 6) || (r === 6 && c === last) || (r === last && c === 6);
      return !hidden && Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2;
    }),
  );
};

export const readQr = (isBlack: (row: number, column: number) => boolean, size: number): string => {
  const version = (size - 17) / 4;
  const dataLengths = blocks[version];
  if (!dataLengths) throw new Error(`version ${version}`);
  // Format bits 14 to 10 lie in row 8, columns 0 to 4: level and mask, under the pattern 101010000010010.
  let format = 0;
  for (let column = 0; column < 5; column += 1) format = format * 2 + Number(isBlack(8, column));
  format ^= 0b10101;
  if (format >> 3 !== 0b00) throw new Error('not level M');
  const isMasked = masks[format & 7];
  if (!isMasked) throw new Error('no mask');

  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunctionModule(version, row, column))
          bits.push(Number(isBlack(row, column) !== isMasked(row, column)));
    }
    upwards = !upwards;
  }
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
  const data: number[][] = dataLengths.map(() => []);
  let at = 0;
  for (let index = 0; index < Math.max(...dataLengths); index += 1)
    dataLengths.forEach((length, block) => {
      if (index < length) data[block]?.push(codewords[at++] ?? 0);
    });
  const stream = data
    .flat()
    .flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1));
  const take = (from: number, count: number): number =>
    stream.slice(from, from + count).reduce((value, bit) => value * 2 + bit, 0);
  if (take(0, 4) !== 0b0100) throw new Error('not bytes');
  const countBits = version < 10 ? 8 : 16;
  const length = take(4, countBits);
  const bytes = Uint8Array.from({ length }, (_, index) => take(4 + countBits + index * 8, 8));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

/** Where a code lies on the image of a page, in pixels. */
export interface QrPlace {
  readonly rightPx: number;
  readonly bottomPx: number;
  readonly sidePx: number;
}

/**
 * Text of the code that lies there. Its version is told by the timing patterns, the row and the column of turns
 * of black and white that every code carries; throws where no code lies there.
 */
export const readQrAt = (isDark: (x: number, y: number) => boolean, place: QrPlace): string => {
  for (const version of Object.keys(blocks).map(Number)) {
    const size = version * 4 + 17;
    const module = place.sidePx / size;
    const isBlack = (row: number, column: number): boolean =>
      isDark(place.rightPx - (size - column - 0.5) * module, place.bottomPx - (size - row - 0.5) * module);
    const turns = Array.from({ length: size - 16 }, (_, index) => index + 8);
    if (turns.every((at) => isBlack(6, at) === (at % 2 === 0) && isBlack(at, 6) === (at % 2 === 0)))
      return readQr(isBlack, size);
  }
  throw new Error('no QR code there');
};
