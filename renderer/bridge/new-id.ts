const bytesPerId = 16;
/** Random bytes are drawn for many rows at once: one by one, those of a large import take a tenth of a second. */
const pool = new Uint8Array(bytesPerId * 256);
let used = pool.length;

const hexadecimal = Array.from({ length: 256 }, (_unused, byte) => byte.toString(16).padStart(2, '0'));

/** Byte of version 4 and variant 10 in front of its random bits (RFC 9562, 5.4). */
const marked = (byte: number, position: number): number => {
  if (position === 6) return (byte & 0x0f) | 0x40;
  return position === 8 ? (byte & 0x3f) | 0x80 : byte;
};

/** A random identifier for a row: a UUID of version 4. */
export const newId = (): string => {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let text = '';
  for (let position = 0; position < bytesPerId; position += 1) {
    if (position === 4 || position === 6 || position === 8 || position === 10) text += '-';
    text += hexadecimal[marked(pool[used + position] ?? 0, position)];
  }
  used += bytesPerId;
  return text;
};
