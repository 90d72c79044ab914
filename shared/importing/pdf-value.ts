/** A PDF object as it is written (ISO 32000-1 § 7.3); streams and names of no interest are not told apart. */
export type PdfValue =
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'name'; readonly name: string }
  /** Bytes as characters U+0000 to U+00FF. */
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'other' };

const depthLimit = 32;
const other: PdfValue = { kind: 'other' };
const token = /[^\s()<>[\]{}/%]+/y;
const reference = /(\d{1,10})\s+\d{1,5}\s+R(?![A-Za-z0-9])/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after the other out of a text of bytes; every step moves on, so that it always ends. */
class PdfReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text.charAt(this.at);
      if (character === '%') {
        const end = this.text.slice(this.at, this.at + 65_536).search(/[\r\n]/);
        this.at = end === -1 ? this.text.length : this.at + end;
      } else if (!/[\s\0]/.test(character)) return;
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  private literalString(): PdfValue {
    let bytes = '';
    let depth = 1;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const character = this.text.charAt(this.at);
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
        const next = this.text.charAt(this.at + 1);
        if (octal !== undefined) bytes += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        else if (next !== '\n' && next !== '\r') bytes += escapes[next] ?? next;
        this.at += octal?.length ?? 1;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) break;
      bytes += character;
    }
    this.at += 1;
    return { kind: 'string', bytes };
  }

  private hexString(): PdfValue {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end === -1 ? undefined : end).replace(/[^0-9a-fA-F]/g, '');
    this.at = end === -1 ? this.text.length : end + 1;
    let bytes = '';
    for (let index = 0; index < digits.length; index += 2) {
      bytes += String.fromCharCode(Number.parseInt(digits.slice(index, index + 2).padEnd(2, '0'), 16));
    }
    return { kind: 'string', bytes };
  }

  private name(): string {
    this.at += 1;
    const written = this.match(token)?.[0] ?? '';
    return written.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  private dictionary(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>();
    for (this.at += 2; ; ) {
      this.skipSpace();
      if (this.at >= this.text.length) break;
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        break;
      }
      if (this.text.charAt(this.at) === '/') {
        const key = this.name();
        entries.set(key, this.value(depth + 1));
      } else this.value(depth + 1);
    }
    return { kind: 'dictionary', entries };
  }

  private array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (this.at += 1; ; ) {
      this.skipSpace();
      if (this.at >= this.text.length) break;
      if (this.text.charAt(this.at) === ']') {
        this.at += 1;
        break;
      }
      items.push(this.value(depth + 1));
    }
    return { kind: 'array', items };
  }

  value(depth: number): PdfValue {
    this.skipSpace();
    if (depth > depthLimit) {
      this.at = this.text.length;
      return other;
    }
    const character = this.text.charAt(this.at);
    if (character === '(') return this.literalString();
    if (character === '/') return { kind: 'name', name: this.name() };
    if (character === '[') return this.array(depth);
    if (character === '<') {
      return this.text.charAt(this.at + 1) === '<' ? this.dictionary(depth) : this.hexString();
    }
    const referred = this.match(reference);
    if (referred) return { kind: 'reference', number: Number(referred[1]) };
    const word = this.match(token)?.[0];
    if (word === undefined) {
      // A bracket where none belongs.
      this.at += 1;
      return other;
    }
    return /^[+-]?\d{1,15}(\.\d{0,15})?$/.test(word) ? { kind: 'number', number: Number(word) } : other;
  }
}

/** Reads the first value of a text; what is broken becomes `other`, nothing is thrown. */
export const parsePdfValue = (text: string): PdfValue => new PdfReader(text).value(0);

/** The text of a string: UTF-16 or UTF-8 with their marks, else as Latin-1 (§ 7.9.2.2). */
export const pdfText = (bytes: string): string => {
  if (bytes.startsWith('\xfe\xff')) {
    let text = '';
    for (let index = 2; index + 1 < bytes.length; index += 2) {
      text += String.fromCharCode(bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1));
    }
    return text;
  }
  return bytes.startsWith('\xef\xbb\xbf') ? bytes.slice(3) : bytes;
};
