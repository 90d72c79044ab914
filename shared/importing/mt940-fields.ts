/** One field of a SWIFT message: `:61:…` with the lines that go on with it. */
export interface SwiftField {
  /** « 20 », « 60F », « 61 », « NS »; « end » for the line that ends a message. */
  readonly tag: string;
  /** The value, line by line, as written. */
  readonly lines: readonly string[];
  /** Line of the file, from 1. */
  readonly line: number;
}

const tagStart = /^:([0-9]{2}[A-Z]?|NS):/;
/** Blocks of the SWIFT envelope: basic and application header, user header, text, trailer. */
const envelope = /^\{[1-5S]:/;
const textBlock = '{4:';

/** A line without the control characters (0x01, 0x03, NUL) some banks put round a message. */
const withoutControls = (line: string): string => {
  let clean = '';
  for (const character of line) {
    const code = character.charCodeAt(0);
    if (code >= 0x20 || code === 9) clean += character;
  }
  return clean;
};

/**
 * Splits the text of SWIFT messages into fields, with or without the envelope `{1:…}{2:…}{4:` … `-}`. Lines of an
 * envelope and before the first field are left out; a line that starts no field belongs to the one before.
 */
export const swiftFields = (text: string): readonly SwiftField[] => {
  const fields: SwiftField[] = [];
  let current: { tag: string; lines: string[]; line: number } | undefined;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    let line = withoutControls(raw);
    if (envelope.test(line)) {
      const text = line.indexOf(textBlock);
      if (text === -1) return;
      line = line.slice(text + textBlock.length);
      if (line.trim() === '') return;
    }
    const match = tagStart.exec(line);
    if (match) {
      current = { tag: match[1] ?? '', lines: [line.slice(match[0].length)], line: index + 1 };
      fields.push(current);
    } else if (/^-(?:\}.*)?\s*$/.test(line)) {
      fields.push({ tag: 'end', lines: [], line: index + 1 });
      current = undefined;
    } else current?.lines.push(line);
  });
  return fields;
};
