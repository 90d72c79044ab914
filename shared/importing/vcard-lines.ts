import { decodeText, type TextEncoding } from './encoding.ts';

/** One content line of a vCard, unfolded and decoded. */
export interface VcardProperty {
  /** Physical line on which it starts, from 1. */
  readonly line: number;
  /** Upper case, without group: `EMAIL` of `item1.EMAIL`. */
  readonly name: string;
  /** Values of `TYPE=` and bare parameters of version 2.1, upper case. */
  readonly types: readonly string[];
  /** 1 = most preferred; undefined where nothing is said. */
  readonly preference?: number | undefined;
  /** Escapes (`\n`, `\,`, `\;`) still in place. */
  readonly value: string;
}

const isFolded = (line: string | undefined): line is string => line !== undefined && /^[ \t]/.test(line);

/** Index of the colon before the value: the first one outside quotation marks. */
const colonOf = (line: string): number => {
  let inQuotes = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === '"') inQuotes = !inQuotes;
    else if (character === ':' && !inQuotes) return index;
  }
  return -1;
};

const charsetNames: Readonly<Record<string, TextEncoding>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-15': 'iso-8859-15',
  'WINDOWS-1252': 'windows-1252',
  CP1252: 'windows-1252',
  'WINDOWS-1250': 'windows-1250',
  IBM850: 'cp850',
};

/** Text of a quoted-printable value (RFC 2045 6.7) in its character set; without one, as its bytes look. */
const quotedPrintable = (value: string, charset: string | undefined): string => {
  if (!/=[0-9A-Fa-f]{2}/.test(value)) return value;
  const parts = value.split(/((?:=[0-9A-Fa-f]{2})+)/);
  const bytesOf = (encoded: string): Uint8Array =>
    Uint8Array.from(encoded.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
  const stated = charset === undefined ? undefined : charsetNames[charset.toUpperCase()];
  const all = parts.filter((_, index) => index % 2 === 1).flatMap((encoded) => [...bytesOf(encoded)]);
  const encoding = stated ?? decodeText(Uint8Array.from(all)).encoding;
  return parts
    .map((part, index) => (index % 2 === 1 ? decodeText(bytesOf(part), encoding).text : part))
    .join('');
};

const mostParameters = 50;
const longestValue = 5000;

const propertyOf = (text: string, line: number): VcardProperty | undefined => {
  const colon = colonOf(text);
  if (colon <= 0) return undefined;
  const [fullName = '', ...parameters] = text.slice(0, colon).split(';').slice(0, mostParameters);
  const types: string[] = [];
  let charset: string | undefined;
  let isQuotedPrintable = false;
  let preference: number | undefined;
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const key = (equals === -1 ? 'TYPE' : parameter.slice(0, equals)).trim().toUpperCase();
    const values = parameter
      .slice(equals + 1)
      .replaceAll('"', '')
      .split(',', mostParameters)
      .map((value) => value.trim().toUpperCase());
    if (key === 'ENCODING' || values.includes('QUOTED-PRINTABLE'))
      isQuotedPrintable ||= values.includes('QUOTED-PRINTABLE');
    else if (key === 'CHARSET') charset = values[0];
    else if (key === 'PREF') preference = Number.parseInt(values[0] ?? '', 10) || 1;
    else if (key === 'TYPE') types.push(...values);
  }
  if (types.includes('PREF')) preference ??= 1;
  // Pictures and keys may be long; nothing that is read here is.
  const raw = text.slice(colon + 1, colon + 1 + longestValue);
  return {
    line,
    name: (fullName.split('.').at(-1) ?? '').trim().toUpperCase(),
    types,
    ...(preference !== undefined && { preference }),
    value: isQuotedPrintable ? quotedPrintable(raw, charset) : raw,
  };
};

/**
 * The properties of a vCard file (2.1, 3.0 RFC 2426, 4.0 RFC 6350) in order: folded lines put together,
 * quoted-printable and its soft line ends decoded, groups and parameters taken apart. Lines that are no
 * property are passed over. Never fails.
 */
export const vcardProperties = (text: string): readonly VcardProperty[] => {
  const lines = text.split(/\r\n|\r|\n/);
  const found: VcardProperty[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const start = index + 1;
    const pieces = [lines[index] ?? ''];
    // Quoted-printable ends an unfinished line with « = »; Outlook folds such lines without a space.
    const isSoft = /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(pieces[0] ?? '');
    for (;;) {
      const next = lines[index + 1];
      const last = pieces.at(-1) ?? '';
      if (isSoft && last.endsWith('=') && next !== undefined) {
        pieces[pieces.length - 1] = last.slice(0, -1);
        pieces.push(next);
      } else if (isFolded(next)) pieces.push(next.slice(1));
      else break;
      index += 1;
    }
    const property = propertyOf(pieces.join(''), start);
    if (property) found.push(property);
  }
  return found;
};

/** The parts of a structured value (`N`, `ORG`, `ADR`), split at `;` and unescaped. */
export const vcardParts = (value: string): readonly string[] => {
  const parts: string[] = [''];
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? '';
    if (character === '\\' && index + 1 < value.length) {
      index += 1;
      const escaped = value[index] ?? '';
      parts[parts.length - 1] += escaped === 'n' || escaped === 'N' ? '\n' : escaped;
    } else if (character === ';') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
};

/** A plain value, unescaped. */
export const vcardText = (value: string): string => vcardParts(value.replace(/(?<!\\);/g, '\\;'))[0] ?? '';
