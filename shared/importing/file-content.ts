import { bankFileKind, notAStatementText } from './bank-file-kind.ts';
import { suggestMapping } from './column-mapping.ts';
import { decodeText } from './encoding.ts';
import { looksLikeFec } from './fec.ts';
import { foreignBinaryType, foreignTextType, hasBinaryCharacters } from './file-signature.ts';
import type { ListKind } from './list-kind.ts';
import { frenchTableError, readTable } from './table.ts';
import { type XmlRoot, xmlRoot } from './xml-root.ts';

/** What a file is, whatever it is called. */
export type FileContent =
  /** Text with delimiters or a workbook; of a text the kind of list, where its first lines tell. */
  | { readonly kind: 'table'; readonly listKind?: ListKind }
  | { readonly kind: 'fec' }
  /** A PDF may hold a structured invoice or none: its reader tells. */
  | { readonly kind: 'e-invoice'; readonly form: 'pdf' | 'xml' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'contacts' }
  | { readonly kind: 'bank'; readonly format: 'cfonb120' | 'camt053' | 'ofx' | 'mt940' }
  | { readonly kind: 'life-cycle' }
  /** A message with its header: an answer, a bounce… */
  | { readonly kind: 'e-mail' }
  /** Nothing that can be imported; the message says what it is and what to do, French. */
  | { readonly kind: 'refused'; readonly reason: RefusedContent; readonly message: string };

export type RefusedContent =
  | 'empty-file'
  | 'order'
  | 'payment-order'
  | 'qif'
  | 'calendar'
  | 'json'
  | 'other-xml'
  | 'foreign-file';

/** A table, an invoice or a statement says what it is in its first lines. */
const headBytes = 64_000;

const refused = (reason: RefusedContent, message: string): FileContent => ({
  kind: 'refused',
  reason,
  message,
});

const orders = new Set([
  'SCRDMCCBDACIOMessageStructure',
  'Order',
  'OrderResponse',
  'DespatchAdvice',
  'Quotation',
]);

const xmlContent = ({ name, tag }: XmlRoot): FileContent => {
  if (name === 'CrossIndustryInvoice' || name === 'CrossIndustryDocument')
    return { kind: 'e-invoice', form: 'xml' };
  if (name === 'Invoice' || name === 'CreditNote') return { kind: 'e-invoice', form: 'xml' };
  if (name === 'CrossDomainAcknowledgementAndResponse') return { kind: 'life-cycle' };
  if (name.toUpperCase() === 'OFX') return { kind: 'bank', format: 'ofx' };
  if (name === 'Document' && /pain\.\d/.test(tag))
    return refused(
      'payment-order',
      'Ce fichier est un ordre de virement ou de prélèvement, pas un relevé. Demandez à votre banque un relevé camt.053, OFX ou CSV.',
    );
  // Other messages of the same family are told apart, and refused with a reason, by the reader of statements.
  if (name === 'Document' && (/camt\.\d/.test(tag) || !/xmlns/.test(tag)))
    return { kind: 'bank', format: 'camt053' };
  if (orders.has(name))
    return refused(
      'order',
      'Ce fichier est une commande ou un bon de livraison, pas une facture. Importez les factures émises.',
    );
  return refused(
    'other-xml',
    `Ce fichier XML («\u00a0${name.slice(0, 60)}\u00a0») n’est ni une facture électronique (Factur-X, UBL), ni un relevé camt.053.`,
  );
};

const bankContent = (text: string): FileContent | undefined => {
  const kind = bankFileKind(text);
  switch (kind) {
    case 'cfonb120':
    case 'ofx':
    case 'mt940':
      return { kind: 'bank', format: kind };
    case 'mt942':
      // The reader of statements says that its movements can still change.
      return { kind: 'bank', format: 'mt940' };
    case 'qif':
      return refused('qif', notAStatementText.qif);
    case 'cfonb-order':
      return refused('payment-order', notAStatementText['cfonb-order']);
    // Stands for any XML, of which the root element tells more.
    case 'camt053':
    case 'other':
      return undefined;
  }
};

/** The header of a message: several named lines, one of which only messages have. */
const isMail = (text: string): boolean =>
  /^(from |[A-Za-z][\w-]{1,40}:)/i.test(text) &&
  /^(received|return-path|mime-version|message-id|delivered-to):[ \t]/im.test(text.slice(0, 8000));

const textContent = (text: string): FileContent | undefined => {
  const start = text.trimStart();
  if (/^BEGIN:VCARD/i.test(start)) return { kind: 'contacts' };
  const bank = bankContent(text);
  if (bank) return bank;
  if (/^BEGIN:VCALENDAR/i.test(start))
    return refused('calendar', 'Ce fichier est un agenda. Rien n’y est à importer.');
  if (/^(\{\s*"|\[\s*[{["])/.test(start))
    return refused(
      'json',
      'Ce fichier est au format JSON. Exportez la liste de vos factures en CSV ou en Excel.',
    );
  if (isMail(start)) return { kind: 'e-mail' };
  return undefined;
};

/** Whole lines of the beginning of a text, as a table; undefined when they make none. */
const listKindOfHead = (head: Uint8Array, isWhole: boolean): ListKind | undefined => {
  const lastLine = isWhole ? head.length : head.lastIndexOf(10);
  const table = readTable(head.subarray(0, lastLine > 0 ? lastLine : head.length));
  return table.ok ? suggestMapping(table.value).listKind : undefined;
};

/**
 * Tells what a file is by its content; its name is not looked at, since exports are called anything. Reads
 * the first 64 kB only (and the last 16 kB of archives). Never throws. What it says is for choosing the
 * reader: the reader may still refuse the file.
 */
export const detectContent = (bytes: Uint8Array): FileContent => {
  if (bytes.length === 0) return refused('empty-file', frenchTableError({ kind: 'empty-file' }));
  const binary = foreignBinaryType(bytes);
  switch (binary) {
    case undefined:
      break;
    case 'xlsx':
      return { kind: 'table' };
    case 'pdf':
      return { kind: 'e-invoice', form: 'pdf' };
    case 'zip':
      return { kind: 'zip' };
    default:
      return refused('foreign-file', frenchTableError({ kind: 'foreign-file', fileType: binary }));
  }
  const head = bytes.subarray(0, headBytes);
  const { text } = decodeText(head);
  if (text.trim() === '') return refused('empty-file', frenchTableError({ kind: 'empty-file' }));
  if (looksLikeFec(head)) return { kind: 'fec' };
  const told = textContent(text);
  if (told) return told;
  const isMarkup = /^[\s\uFEFF]*</.test(text);
  const markup = foreignTextType(text) ?? (isMarkup ? 'xml' : undefined);
  const root = markup === 'xml' ? xmlRoot(text) : undefined;
  if (root) return xmlContent(root);
  if (markup !== undefined && markup !== 'xlsx')
    return refused('foreign-file', frenchTableError({ kind: 'foreign-file', fileType: markup }));
  if (hasBinaryCharacters(text))
    return refused('foreign-file', frenchTableError({ kind: 'foreign-file', fileType: 'unknown-binary' }));
  const listKind = listKindOfHead(head, head.length === bytes.length);
  return { kind: 'table', ...(listKind !== undefined && { listKind }) };
};
