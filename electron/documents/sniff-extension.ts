const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

/** A header field of RFC 5322 on the first line: what an e-mail starts with. */
const mailHeader = /^[A-Za-z][A-Za-z0-9-]{1,60}: ?\S/;

/**
 * File extension by what the bytes are, so that the user's ordinary programs open the file: `pdf`, `png`,
 * `jpg`, `zip`, `eml`, else `bin`. It depends on the content alone, as the name of the file does.
 */
export const sniffExtension = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return mailHeader.test(start) ? 'eml' : 'bin';
};
