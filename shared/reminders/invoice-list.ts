import { formatDay } from '../dates/format-day.ts';
import { formatEnglishDay } from '../dates/format-english-day.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { formatEnglishAmount } from '../money/format-english-amount.ts';
import type { ProposalLine } from './proposal.ts';

/** « 1 234,56 € », or with the code of another currency. */
export const formatMoney = (amountCents: number, currency: string): string =>
  `${formatPlainAmount(amountCents)}\u00A0${currency === 'EUR' ? '€' : currency}`;

/** What explains an amount that is not the whole invoice. */
interface Deductions {
  readonly paidCents: number;
  readonly creditedCents: number;
  readonly disputedCents: number;
}

const deductionsOf = (line: ProposalLine): Deductions => ({
  paidCents: line.invoice.totalCents - line.remainingCents - line.disputedCents - line.creditedCents,
  creditedCents: line.creditedCents,
  disputedCents: line.disputedCents,
});

/** « (sur 1 234,56 €, après 234,56 € déjà réglés) », with a space before it; empty where nothing is deducted. */
const remark = (line: ProposalLine): string => {
  const { totalCents, currency } = line.invoice;
  const { paidCents, creditedCents, disputedCents } = deductionsOf(line);
  const parts: string[] = [];
  if (paidCents > 0) parts.push(`après ${formatMoney(paidCents, currency)} déjà réglés`);
  if (creditedCents > 0)
    parts.push(`après déduction de ${formatMoney(creditedCents, currency)} d’avoirs ou de règlements`);
  if (disputedCents > 0) parts.push(`hors montant contesté de ${formatMoney(disputedCents, currency)}`);
  return parts.length === 0 ? '' : ` (sur ${formatMoney(totalCents, currency)}, ${parts.join(', ')})`;
};

const englishRemark = (line: ProposalLine): string => {
  const { totalCents, currency } = line.invoice;
  const { paidCents, creditedCents, disputedCents } = deductionsOf(line);
  const parts: string[] = [];
  if (paidCents > 0) parts.push(`after ${formatEnglishAmount(paidCents, currency)} already paid`);
  if (creditedCents > 0)
    parts.push(`less ${formatEnglishAmount(creditedCents, currency)} of credit notes or payments`);
  if (disputedCents > 0)
    parts.push(`not counting the disputed ${formatEnglishAmount(disputedCents, currency)}`);
  return parts.length === 0 ? '' : ` (of ${formatEnglishAmount(totalCents, currency)}, ${parts.join(', ')})`;
};

const englishInvoiceLine = (line: ProposalLine): string => {
  const { number, issuedOn, dueOn, currency } = line.invoice;
  const due = dueOn === undefined ? '' : `, due on ${formatEnglishDay(dueOn)}`;
  return `–\u00A0Invoice no.\u00A0${number} of ${formatEnglishDay(issuedOn)}${due}: ${formatEnglishAmount(line.remainingCents, currency)}${englishRemark(line)}`;
};

const frenchInvoiceLine = (line: ProposalLine): string => {
  const { number, issuedOn, dueOn, currency } = line.invoice;
  const due =
    dueOn === undefined ? '' : `, ${line.daysLate > 0 ? 'échue' : 'à échéance'} le ${formatDay(dueOn)}`;
  return `–\u00A0Facture n°\u00A0${number} du ${formatDay(issuedOn)}${due}\u00A0: ${formatMoney(line.remainingCents, currency)}${remark(line)}`;
};

/**
 * One line of the list in an e-mail: « – Facture n° F-102 du 01/10/2026, échue le 31/10/2026 : 1 234,56 € »,
 * « – Invoice no. F-102 of 1 October 2026, due on 31 October 2026: €1,234.56 ».
 * {@link parseInvoiceLine} reads it back.
 */
export const invoiceLine = (line: ProposalLine, language: ClientLanguage = 'fr'): string =>
  language === 'en' ? englishInvoiceLine(line) : frenchInvoiceLine(line);

/** The list of a message, one line per invoice. */
export const invoiceList = (lines: readonly ProposalLine[], language: ClientLanguage = 'fr'): string =>
  lines.map((line) => invoiceLine(line, language)).join('\n');

/** A line of the list, taken apart for a table. */
export interface InvoiceRow {
  readonly language: ClientLanguage;
  readonly number: string;
  readonly issuedOn: string;
  readonly due: string;
  readonly amount: string;
  readonly remark: string;
}

const frenchShape =
  /^–\u00A0Facture n°\u00A0(?<number>.+) du (?<issuedOn>\d\d\/\d\d\/\d{4})(?:, (?:échue|à échéance) le (?<due>\d\d\/\d\d\/\d{4}))?\u00A0: (?<amount>[\d\u202F,]+\u00A0\S+)(?: \((?<remark>.+)\))?$/u;

const englishShape =
  /^–\u00A0Invoice no\.\u00A0(?<number>.+) of (?<issuedOn>\d{1,2} [A-Z][a-z]+ \d{4})(?:, due on (?<due>\d{1,2} [A-Z][a-z]+ \d{4}))?: (?<amount>(?:€|\S+\u00A0)[\d,]+\.\d\d)(?: \((?<remark>.+)\))?$/u;

const rowOf = (groups: Readonly<Record<string, string>>, language: ClientLanguage): InvoiceRow => {
  const { number = '', issuedOn = '', due = '', amount = '', remark: note = '' } = groups;
  return { language, number, issuedOn, due, amount, remark: note };
};

/** The parts of a line that {@link invoiceLine} wrote; undefined for any other text. */
export const parseInvoiceLine = (text: string): InvoiceRow | undefined => {
  const french = frenchShape.exec(text)?.groups;
  if (french !== undefined) return rowOf(french, 'fr');
  const english = englishShape.exec(text)?.groups;
  return english === undefined ? undefined : rowOf(english, 'en');
};

/** Column heads of the list as a table. */
export const invoiceHeadings: Readonly<
  Record<ClientLanguage, { readonly [Column in 'number' | 'issuedOn' | 'due' | 'amount']: string }>
> = {
  fr: { number: 'Facture', issuedOn: 'Émise le', due: 'Échéance', amount: 'Reste à payer' },
  en: { number: 'Invoice', issuedOn: 'Dated', due: 'Due on', amount: 'Balance due' },
};
