/**
 * The upper halves (bytes 0x80 to 0xFF) of the single-byte character sets that French office software
 * writes. They are spelled out here, not taken from TextDecoder: cp850 is not in the WHATWG list, and some
 * Node versions decode windows-1252 as ISO 8859-1, which turns « € » and « ’ » into control characters.
 * U+FFFD marks a byte that the set does not define.
 */
const upperHalves = {
  'windows-1252':
    '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'iso-8859-15':
    '\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'windows-1250':
    '€\ufffd‚\ufffd„…†‡\ufffd‰Š‹ŚŤŽŹ\ufffd‘’“”•–—\ufffd™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
} as const;

/** A character set of one byte per character. */
export type SingleByteCharset = keyof typeof upperHalves;

/** All of them, the most likely first. */
export const singleByteCharsets = Object.keys(upperHalves) as readonly SingleByteCharset[];

const charactersPerChunk = 16_384;

/** The character that a byte from 0x80 to 0xFF stands for in a set. */
export const upperCharacter = (byte: number, charset: SingleByteCharset): string =>
  upperHalves[charset].charAt(byte - 0x80);

/** Decodes bytes of a single-byte set; never fails, undefined bytes become U+FFFD. */
export const decodeSingleByte = (bytes: Uint8Array, charset: SingleByteCharset): string => {
  const codes = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    codes[byte] = byte < 0x80 ? byte : upperHalves[charset].charCodeAt(byte - 0x80);
  }
  const parts: string[] = [];
  const chunk = new Uint16Array(charactersPerChunk);
  for (let start = 0; start < bytes.length; start += charactersPerChunk) {
    const length = Math.min(charactersPerChunk, bytes.length - start);
    for (let offset = 0; offset < length; offset += 1) {
      chunk[offset] = codes[bytes[start + offset] ?? 0] ?? 0xfffd;
    }
    parts.push(String.fromCharCode(...chunk.subarray(0, length)));
  }
  return parts.join('');
};
