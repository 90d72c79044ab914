/** What a bank's text file is, told by its content and never by its name (law-and-formats 6.4). */
export type BankFileKind =
  | 'cfonb120'
  | 'camt053'
  | 'ofx'
  | 'mt940'
  | 'mt942'
  | 'qif'
  | 'cfonb-order'
  | 'other';

/** A format's first signs lie here. */
const headLength = 8192;

/** The first lines that hold something; a file without line ends is one line. */
const firstLines = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, 5);

/** Records 01, 04, 05 or 07 with the bank's five figures; of a full record, or cut off in it. */
const isCfonb120 = (line: string): boolean => {
  if (!/^0[1457]\d{5}[ \w]/.test(line)) return false;
  // The zones that every record has: decimals at 20 (may be blank), blank at 21, account from 22, a date from 35.
  return line.length >= 40 && /^[\d ]$/.test(line.charAt(19)) && /^[\d ]{6}$/.test(line.slice(34, 40));
};

/** Orders and collections of 160 or 240 characters: what the user sends, or a statement of bills (31, 34, 39). */
const isCfonbOrder = (line: string): boolean =>
  /^(?:31|34|39)\d{6}/.test(line) ? line.length >= 200 : /^0[3678]\d{2}/.test(line) && line.length === 160;

/**
 * The format of a decoded text.
 * @param text the whole file; only its beginning is looked at.
 */
export const bankFileKind = (text: string): BankFileKind => {
  const head = text.slice(0, headLength);
  if (/OFXHEADER|<OFX[\s>]|<(?:CC)?STMTTRNRS>/i.test(head)) return 'ofx';
  // Also where the first bytes are damaged: the reader of XML says where the file is broken.
  if (/<(?:\w+:)?BkToCstmrStmt[\s>]|urn:iso:std:iso:20022:tech:xsd:/.test(head)) return 'camt053';
  if (/^\s*<(?:\?xml|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>/])/.test(head)) return 'camt053';
  const swift = /(?:^|[\r\n]|\{4:)\s*:20:/.test(head) || /(?:^|[\r\n]):(?:60[FM]|62[FM]):/.test(head);
  if (swift) return /[\r\n]:34F:/.test(head) && !/[\r\n]:60[FM]:/.test(head) ? 'mt942' : 'mt940';
  const lines = firstLines(head);
  const [line = ''] = lines;
  if (/^!Type:/i.test(line)) return 'qif';
  if (lines.some(isCfonb120) || isCfonb120(line.slice(120, 240))) return 'cfonb120';
  if (isCfonbOrder(line)) return 'cfonb-order';
  return 'other';
};
