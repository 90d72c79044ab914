/** Round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = ((): Uint32Array => {
  const constants = new Uint32Array(64);
  let filled = 0;
  for (let candidate = 2; filled < 64; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
      if (candidate % divisor === 0) prime = false;
    if (!prime) continue;
    constants[filled] = fractionBits(candidate);
    filled += 1;
  }
  return constants;
})();

/** First 32 bits of the fraction of the cube root, by exact integers: floating cube roots differ between engines. */
function fractionBits(prime: number): number {
  const scaled = BigInt(prime) << 96n;
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** 3n <= scaled) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}

const initialState = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

/** UTF-8 bytes, padded to whole blocks; lone surrogates become U+FFFD. `TextEncoder` belongs to no pure library. */
const paddedBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((text.length * 3 + 9) / 64) * 64);
  let length = 0;
  const push = (byte: number): void => {
    bytes[length] = byte;
    length += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const found = text.codePointAt(at) ?? 0xfffd;
    if (found > 0xffff) at += 1;
    const point = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    if (point < 0x80) push(point);
    else if (point < 0x800) {
      push(0xc0 | (point >> 6));
      push(0x80 | (point & 63));
    } else {
      if (point < 0x10000) push(0xe0 | (point >> 12));
      else {
        push(0xf0 | (point >> 18));
        push(0x80 | ((point >> 12) & 63));
      }
      push(0x80 | ((point >> 6) & 63));
      push(0x80 | (point & 63));
    }
  }
  const bitLength = length * 8;
  push(0x80);
  while (length % 64 !== 56) push(0);
  for (let shift = 56; shift >= 0; shift -= 8) push(Math.floor(bitLength / 2 ** shift) % 256);
  return bytes.subarray(0, length);
};

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const mixBlock = (state: Uint32Array, schedule: Uint32Array): void => {
  // Every index below is within its array: the compiler cannot know, and a default value costs half the speed.
  const at = (index: number): number => schedule[index] as number;
  for (let index = 16; index < 64; index += 1) {
    const older = at(index - 15);
    const recent = at(index - 2);
    const small = rotate(older, 7) ^ rotate(older, 18) ^ (older >>> 3);
    const large = rotate(recent, 17) ^ rotate(recent, 19) ^ (recent >>> 10);
    schedule[index] = (at(index - 16) + small + at(index - 7) + large) >>> 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (roundConstants[index] as number) + at(index)) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) >>> 0;
  });
};

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text, 64 hexadecimal digits. */
export const sha256Hex = (text: string): string => {
  const bytes = paddedBytes(text);
  const state = Uint32Array.from(initialState);
  const schedule = new Uint32Array(64);
  for (let start = 0; start < bytes.length; start += 64) {
    for (let word = 0; word < 16; word += 1) {
      const at = start + word * 4;
      schedule[word] =
        (((bytes[at] ?? 0) << 24) |
          ((bytes[at + 1] ?? 0) << 16) |
          ((bytes[at + 2] ?? 0) << 8) |
          (bytes[at + 3] ?? 0)) >>>
        0;
    }
    mixBlock(state, schedule);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
};
