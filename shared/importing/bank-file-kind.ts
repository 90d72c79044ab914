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

/**
 * Records 01, 04, 05 or 07; of a full record, or cut off in it. The zones that every record has: the bank's five
 * figures, from 12 the branch, decimals at 20 (may be blank), account from 22, a date from 35. No delimiter of a
 * table can stand in them, or phone numbers in the first column of a list would be taken for records.
 */
const isCfonb120 = (line: string): boolean =>
  /^0[1457]\d{5}[\w ]{4}[\d ]{5}[\w ]{3}[\d ][\w ]{14}[\d ]{6}/.test(line);

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
  if (/^!(?:Type|Account|Option)\b/i.test(line)) return 'qif';
  if (lines.some(isCfonb120) || isCfonb120(line.slice(120, 240))) return 'cfonb120';
  if (isCfonbOrder(line)) return 'cfonb-order';
  return 'other';
};

/** What is said of files of a bank that are no statement of account, with what to ask for instead; French. */
export const notAStatementText: Readonly<Record<'mt942' | 'qif' | 'cfonb-order', string>> = {
  mt942:
    'Ce fichier est un relevé intrajournalier (MT942), dont les mouvements peuvent encore changer. Demandez à votre banque le relevé de fin de journée (MT940).',
  qif: 'Ce fichier est au format QIF, qui ne dit ni le compte ni la devise. Téléchargez le relevé au format OFX ou CFONB 120.',
  'cfonb-order':
    'Ce fichier est une remise ou un relevé d’effets CFONB (160 ou 240 caractères), pas un relevé de compte. Demandez à votre banque le relevé au format CFONB 120.',
};
