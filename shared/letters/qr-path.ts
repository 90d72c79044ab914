import { encode } from 'uqr';

/**
 * A SEPA QR code as one SVG path of black runs. Error correction M exactly and version 13 at most, as
 * EPC069-12 asks; a single path leaves no seams between modules on paper.
 * @returns undefined when the payload does not fit.
 */
export const qrSvg = (payload: string): string | undefined => {
  // EPC069-12: 331 bytes at most, which is what version 13 holds at level M.
  if (utf8Length(payload) > 331) return undefined;
  const { data, size } = encode(payload, { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
};

/** Bytes of the text in UTF-8, without TextEncoder, which the pure part does not have. */
const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
};
