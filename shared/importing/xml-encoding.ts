import { decodeText, type TextEncoding } from './encoding.ts';

/** The single-byte sets an XML declaration may name (ISO 8859-1 is read as its superset, as browsers do). */
const declared: Readonly<Record<string, TextEncoding>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1250': 'windows-1250',
};

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 200));

/**
 * True when the declaration names something that cannot be an encoding (XML 1.0 § 4.3.3, EncName): the document
 * is not well-formed, and nobody can say which set its bytes are in.
 */
export const hasImpossibleEncoding = (bytes: Uint8Array): boolean => {
  const name = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,120}?\sencoding\s*=\s*["']([^"'<>]{0,80})["']/.exec(
    headOf(bytes),
  )?.[1];
  return name !== undefined && !/^[A-Za-z][\w.-]*$/.test(name);
};

/**
 * Decodes the bytes of an XML document (XML 1.0 § F): byte order mark first, then UTF-16 without mark, then
 * the declaration's single-byte set; everything else is told by the bytes, because a declaration of UTF-8 or
 * UTF-16 in front of other bytes is a common fault of programs that write text.
 */
export const decodeXml = (bytes: Uint8Array): string => {
  const head = headOf(bytes);
  const name = /^<\?xml[^>]{0,120}?\sencoding\s*=\s*["']([\w.-]{1,30})["']/.exec(head)?.[1]?.toLowerCase();
  const encoding = name === undefined ? undefined : declared[name];
  return decodeText(bytes, encoding).text;
};
