/** Remainders of a byte, and of a byte followed by one, two and three zero bytes: four bytes go in at once. */
const tables: readonly [Int32Array, Int32Array, Int32Array, Int32Array] = (() => {
  const first = Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const after = (table: Int32Array): Int32Array =>
    table.map((value) => (first[value & 255] ?? 0) ^ (value >>> 8));
  const second = after(first);
  const third = after(second);
  return [first, second, third, after(third)];
})();

/** The checksum of ZIP entries (PKWARE APPNOTE 4.4.7, polynomial 0xEDB88320): 32 bits, unsigned. */
export const crc32 = (bytes: Uint8Array): number => {
  const [one, two, three, four] = tables;
  let value = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (four[value & 255] as number) ^
      (three[(value >>> 8) & 255] as number) ^
      (two[(value >>> 16) & 255] as number) ^
      (one[value >>> 24] as number);
  }
  for (; at < bytes.length; at += 1)
    value = (one[(value ^ (bytes[at] as number)) & 255] as number) ^ (value >>> 8);
  return (value ^ -1) >>> 0;
};
