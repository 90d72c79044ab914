import { cents, sumCents, zeroCents } from '../money/cents.ts';
import { decodeText, type TextEncoding } from './encoding.ts';
import { type FecColumns, fecColumns } from './fec-columns.ts';
import { fecCustomers } from './fec-customers.ts';
import { fecFileName } from './fec-file-name.ts';
import { type FecJournalKind, fecJournalKind, isOpeningJournal } from './fec-journal.ts';
import { openFecItems } from './fec-letters.ts';
import { hasMoreLines, isBlankFecLine, withLineFeeds } from './fec-lines.ts';
import { fecPass } from './fec-pass.ts';
import { type FecProblem, fecProblem } from './fec-problem.ts';
import type { FecAccountGroup, FecOpenItem, FecReading } from './fec-reading.ts';
import { fecReport } from './fec-report.ts';
import { isXmlFec, xmlFecText } from './fec-xml.ts';

export { dropOpeningEntries } from './fec-opening.ts';
export type { FecProblem } from './fec-problem.ts';
export type {
  FecAccountGroup,
  FecClosedDocument,
  FecCustomer,
  FecDocument,
  FecItemKind,
  FecOpenItem,
  FecReading,
} from './fec-reading.ts';

const mostBytes = 100 * 1024 * 1024;
/** More lines than this are no small business's year. */
const mostLines = 1_000_000;
const mostLeadLines = 6;
const sampleBytes = 8192;

/** The header among the first lines that are not blank, with its physical line. */
const headerOf = (text: string): { readonly columns: FecColumns; readonly line: number } | undefined => {
  let start = 0;
  for (let line = 1, seen = 0; start < text.length && seen < mostLeadLines; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const content = text.slice(start, Math.min(end, start + 4000)).replace(/[\r\n]+$/, '');
    start = end + 1;
    if (content.trim() === '') continue;
    const columns = fecColumns(content);
    if (columns && (columns.hasHeader || seen === 0))
      return { columns, line: columns.hasHeader ? line : line - 1 };
    seen += 1;
  }
  return undefined;
};

/** True when the first line names the fields of a FEC, whatever the file is called. Looks at 8 kB only. */
export const looksLikeFec = (bytes: Uint8Array): boolean => {
  const text = withLineFeeds(decodeText(bytes.subarray(0, sampleBytes)).text);
  return headerOf(text)?.columns.hasHeader === true || isXmlFec(text);
};

const noMoney = { '411': zeroCents, '413': zeroCents, '416': zeroCents, '4191': zeroCents };

const unread = (problem: FecProblem, isFec: boolean, encoding: TextEncoding): FecReading => ({
  isFec,
  isWhole: false,
  openItems: [],
  controlCents: zeroCents,
  openCents: noMoney,
  problems: [problem],
  years: [],
  lineCount: 0,
  leftOutLines: 0,
  fieldCount: 0,
  separator: '',
  encoding,
  debitCents: zeroCents,
  creditCents: zeroCents,
  entryCount: 0,
  unbalancedEntries: 0,
  draftLines: 0,
  hasOpening: false,
  customers: [],
  closedDocuments: [],
});

const openSums = (items: readonly FecOpenItem[]): FecReading['openCents'] => {
  const sumOf = (group: FecAccountGroup) =>
    sumCents(items.filter(({ accountGroup }) => accountGroup === group).map((item) => item.cents));
  return { '411': sumOf('411'), '413': sumOf('413'), '416': sumOf('416'), '4191': sumOf('4191') };
};

/**
 * Reads a file of accounting entries (LPF art. A47 A-1) as far as customers are concerned: what the accounts
 * 411, 413, 416 and 4191 leave open after lettering. Text with any separator, character set and line end that
 * programs write, fields in any order by their names, 18 to 22 of them or amount and side; the XML variant.
 * At most 100 MB and a million lines. Nothing is rounded or guessed: a line that cannot be read is left out
 * and reported, and `isWhole` is false then. Never throws.
 * @param options.fileName gives the SIREN and the closing day where it follows the law.
 */
export const readFec = (bytes: Uint8Array, options: { readonly fileName?: string } = {}): FecReading => {
  if (bytes.length > mostBytes) return unread(fecProblem('too-big'), looksLikeFec(bytes), 'utf-8');
  const decoded = decodeText(bytes);
  const { encoding } = decoded;
  let text = withLineFeeds(decoded.text);
  if (isBlankFecLine(text)) return unread(fecProblem('empty-file'), false, encoding);
  const isXml = isXmlFec(text);
  if (isXml) {
    const converted = xmlFecText(text);
    if (converted === undefined) return unread(fecProblem('unreadable-xml'), true, encoding);
    text = converted;
  }
  const header = headerOf(text);
  if (!header) return unread(fecProblem('not-a-fec'), false, encoding);
  if (hasMoreLines(text, mostLines)) return unread(fecProblem('too-many-lines'), true, encoding);
  const { columns } = header;
  const name = fecFileName(options.fileName ?? '');
  const pass = fecPass(text, columns, header.line);
  if (!Number.isSafeInteger(pass.debitCents) || !Number.isSafeInteger(pass.creditCents))
    return unread(fecProblem('too-large-amount', { value: String(pass.debitCents) }), true, encoding);
  const kinds = new Map<string, FecJournalKind>();
  for (const [code, journal] of pass.journals) kinds.set(code, fecJournalKind(journal));
  const customerName = (key: string): string => pass.customerNames.get(key) || `Client ${key}`;
  const { openItems, closed } = openFecItems(pass.customerLines, {
    journalKind: (code) => kinds.get(code) ?? 'other',
    customerName,
    identityPrefix: `${name.siren ?? ''}|${name.closingOn ?? ''}`,
  });
  const problems = fecReport(pass, columns, decoded.damagedCharacters);
  return {
    isFec: true,
    isWhole: !problems.some(({ severity }) => severity === 'error'),
    openItems,
    controlCents: cents(pass.controlCents),
    openCents: openSums(openItems),
    problems,
    ...name,
    ...(pass.firstOn !== undefined && { firstOn: pass.firstOn }),
    ...(pass.lastOn !== undefined && { lastOn: pass.lastOn }),
    years: pass.years,
    lineCount: pass.lineCount,
    leftOutLines: pass.leftOutLines,
    fieldCount: columns.count,
    separator: isXml ? '' : columns.separator,
    encoding,
    debitCents: cents(pass.debitCents),
    creditCents: cents(pass.creditCents),
    entryCount: pass.entries.count(),
    unbalancedEntries: pass.entries.unbalanced().count,
    draftLines: pass.draftLines,
    hasOpening: [...pass.journals.values()].some(isOpeningJournal),
    customers: fecCustomers(pass.customerLines, customerName),
    closedDocuments: closed,
  };
};
