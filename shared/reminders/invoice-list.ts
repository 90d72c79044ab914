import { formatDay } from '../dates/format-day.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import type { ProposalLine } from './proposal.ts';

/** « 1 234,56 € », or with the code of another currency. */
export const formatMoney = (amountCents: number, currency: string): string =>
  `${formatPlainAmount(amountCents)}\u00A0${currency === 'EUR' ? '€' : currency}`;

/** What explains an amount that is not the whole invoice; empty when it is. */
const remark = (line: ProposalLine): string => {
  const { totalCents, currency } = line.invoice;
  const parts: string[] = [];
  const paid = totalCents - line.remainingCents - line.disputedCents - line.creditedCents;
  if (paid > 0) parts.push(`après ${formatMoney(paid, currency)} déjà réglés`);
  if (line.creditedCents > 0)
    parts.push(`après déduction de ${formatMoney(line.creditedCents, currency)} d’avoirs ou de règlements`);
  if (line.disputedCents > 0)
    parts.push(`hors montant contesté de ${formatMoney(line.disputedCents, currency)}`);
  return parts.length === 0 ? '' : ` (sur ${formatMoney(totalCents, currency)}, ${parts.join(', ')})`;
};

/**
 * One line of the list in an e-mail: « – Facture n° F-102 du 01/10/2026, échue le 31/10/2026 : 1 234,56 € ».
 * {@link parseInvoiceLine} reads it back.
 */
export const invoiceLine = (line: ProposalLine): string => {
  const { number, issuedOn, dueOn, currency } = line.invoice;
  const due =
    dueOn === undefined ? '' : `, ${line.daysLate > 0 ? 'échue' : 'à échéance'} le ${formatDay(dueOn)}`;
  return `–\u00A0Facture n°\u00A0${number} du ${formatDay(issuedOn)}${due}\u00A0: ${formatMoney(line.remainingCents, currency)}${remark(line)}`;
};

/** The list of a message, one line per invoice. */
export const invoiceList = (lines: readonly ProposalLine[]): string => lines.map(invoiceLine).join('\n');

/** A line of the list, taken apart for a table. */
export interface InvoiceRow {
  readonly number: string;
  readonly issuedOn: string;
  readonly due: string;
  readonly amount: string;
  readonly remark: string;
}

const shape =
  /^–\u00A0Facture n°\u00A0(?<number>.+) du (?<issuedOn>\d\d\/\d\d\/\d{4})(?:, (?:échue|à échéance) le (?<due>\d\d\/\d\d\/\d{4}))?\u00A0: (?<amount>[\d\u202F,]+\u00A0\S+)(?: \((?<remark>.+)\))?$/u;

/** The parts of a line that {@link invoiceLine} wrote; undefined for any other text. */
export const parseInvoiceLine = (text: string): InvoiceRow | undefined => {
  const groups = shape.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { number = '', issuedOn = '', due = '', amount = '', remark: note = '' } = groups;
  return { number, issuedOn, due, amount, remark: note };
};
