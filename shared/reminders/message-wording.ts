import { formatLongDay } from '../dates/format-day.ts';
import { formatEnglishDay } from '../dates/format-english-day.ts';
import { formatIban } from '../identifiers/iban.ts';
import { internationalPhone, printedPhone } from '../identifiers/printed-phone.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import { formatEnglishAmount } from '../money/format-english-amount.ts';
import { formatMoney } from './invoice-list.ts';
import type { DunningLevel } from './scenario.ts';

/** What the bank needs for a transfer; `bic` and `holder` may be empty. */
export interface TransferDetails {
  readonly iban: string;
  readonly bic: string;
  readonly holder: string;
  readonly reference: string;
  /** Page on which the sum can be paid. */
  readonly link?: string | undefined;
  readonly chequeOrder?: string | undefined;
}

/** The words and figures that the fields of a message bring with them, in one language. */
export interface MessageWording {
  readonly money: (amountCents: number, currency: string) => string;
  /** « 22 novembre 2026 », « 22 November 2026 ». */
  readonly day: (value: string) => string;
  /** « 8 jours », « 8 days ». */
  readonly days: (count: number) => string;
  /** « notre relance du 9 novembre 2026 ». */
  readonly previous: (level: DunningLevel, on: string) => string;
  readonly transfer: (details: TransferDetails) => string;
  /** In a letter, where the bank details are set by the letter itself. */
  readonly transferOnPaper: string;
  readonly phone: (phone: string) => string;
  readonly yes: string;
}

const french: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'notre avis',
  friendly: 'notre rappel',
  firm: 'notre relance',
  'formal-notice': 'notre mise en demeure',
  'last-notice': 'notre dernier avis',
};

const english: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'our notice',
  friendly: 'our reminder',
  firm: 'our reminder',
  'formal-notice': 'our formal notice',
  'last-notice': 'our final notice',
};

const ibanAndBic = ({ iban, bic }: TransferDetails): string =>
  `IBAN ${formatIban(iban)}${bic.trim() === '' ? '' : `, BIC ${bic.trim()}`}`;

const frenchWording: MessageWording = {
  money: formatMoney,
  day: formatLongDay,
  days: (count) => `${count}\u00A0jour${count > 1 ? 's' : ''}`,
  previous: (level, on) => `${french[level]} du ${formatLongDay(on)}`,
  transfer: (details) =>
    [
      `Par virement\u00A0: ${ibanAndBic(details)}`,
      `Titulaire\u00A0: ${details.holder}`,
      `Référence à indiquer\u00A0: ${details.reference}`,
      ...(details.chequeOrder === undefined ? [] : [`Par chèque\u00A0: à l’ordre de ${details.chequeOrder}`]),
      ...(details.link === undefined ? [] : [`Payer en ligne\u00A0: ${details.link}`]),
    ].join('\n'),
  transferOnPaper: 'Nos coordonnées bancaires figurent dans cette lettre.',
  phone: printedPhone,
  yes: 'oui',
};

const englishWording: MessageWording = {
  money: formatEnglishAmount,
  day: formatEnglishDay,
  days: (count) => `${count}\u00A0day${count > 1 ? 's' : ''}`,
  previous: (level, on) => `${english[level]} of ${formatEnglishDay(on)}`,
  transfer: (details) =>
    [
      `By bank transfer: ${ibanAndBic(details)}`,
      `Account holder: ${details.holder}`,
      `Reference to quote: ${details.reference}`,
      ...(details.chequeOrder === undefined ? [] : [`By cheque: payable to ${details.chequeOrder}`]),
      ...(details.link === undefined ? [] : [`Pay online: ${details.link}`]),
    ].join('\n'),
  transferOnPaper: 'Our bank details are given in this letter.',
  phone: internationalPhone,
  yes: 'yes',
};

/** The wording of a language. */
export const messageWording = (language: ClientLanguage): MessageWording =>
  language === 'en' ? englishWording : frenchWording;
