import { formatDay, formatLongDay } from '../dates/format-day.ts';
import { formatEnglishDay } from '../dates/format-english-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { formatAmount, formatPlainAmount } from '../money/format-amount.ts';
import { formatEnglishAmount, formatPlainEnglishAmount } from '../money/format-english-amount.ts';

/** What a letter says round its own text, in one language. */
export interface LetterWording {
  /** « le 22 novembre 2026 », after the place; « 22 November 2026 ». */
  readonly date: (day: string) => string;
  /** A day in a table or a total. */
  readonly day: (day: string) => string;
  readonly amount: (amountCents: number) => string;
  /** Without the sign of the currency, for a column that names it. */
  readonly figure: (amountCents: number) => string;
  readonly subject: string;
  readonly enclosures: string;
  readonly attention: (person: string) => string;
  /** « Atelier Dupré à Dupont SARL », on the pages after the first. */
  readonly fromTo: (sender: string, recipient: string) => string;
  readonly order: (reference: string) => string;
  readonly columns: {
    readonly invoice: string;
    readonly issuedOn: string;
    readonly dueOn: string;
    readonly total: string;
    readonly paid: string;
    readonly remaining: string;
    readonly daysLate: string;
  };
  readonly tableTotal: (count: number) => string;
  readonly principal: string;
  /** Credit notes that are taken off the sum, by their numbers where they are known. */
  readonly credits: (numbers: readonly string[]) => string;
  readonly toPay: string;
  readonly toPayBy: (day: string) => string;
  readonly payment: {
    readonly title: string;
    readonly holder: string;
    readonly reference: string;
    readonly scan: string;
    readonly link: string;
    readonly cheque: string;
    readonly chequeTo: (order: string) => string;
  };
  readonly carriedForward: string;
  readonly carriedOver: string;
}

/** As many numbers as stand on two lines beside their amount; one left over is named as well. */
const mostNamed = 3;

const named = (numbers: readonly string[], andOthers: (left: number) => string): string => {
  const left = numbers.length - mostNamed;
  return left > 1 ? `${numbers.slice(0, mostNamed).join(', ')}${andOthers(left)}` : numbers.join(', ');
};

const french: LetterWording = {
  date: (day) => `le ${formatLongDay(day)}`,
  day: formatDay,
  amount: formatAmount,
  figure: formatPlainAmount,
  subject: 'Objet\u00A0: ',
  enclosures: 'PJ\u00A0:',
  attention: (person) => `À l’attention de ${person}`,
  fromTo: (sender, recipient) => `${sender} à ${recipient}`,
  order: (reference) => `Commande\u00A0${reference}`,
  columns: {
    invoice: 'Facture',
    issuedOn: 'Émise le',
    dueOn: 'Échéance',
    total: 'Montant TTC (€)',
    paid: 'Réglé (€)',
    remaining: 'Reste dû (€)',
    daysLate: 'Jours de\u00A0retard',
  },
  tableTotal: (count) => `Total (${count} factures)`,
  principal: 'Principal restant dû',
  credits: (numbers) =>
    numbers.length === 0
      ? 'Avoirs et règlements à déduire'
      : `${numbers.length === 1 ? 'Avoir' : 'Avoirs'} ${named(numbers, (left) => ` et ${left}\u00A0autres`)} à déduire`,
  toPay: 'Total à régler',
  toPayBy: (day) => `Total à régler au plus tard le ${formatDay(day)}`,
  payment: {
    title: 'Règlement par virement',
    holder: 'Titulaire',
    reference: 'Référence à rappeler',
    scan: 'Virement en un scan',
    link: 'Payer en ligne',
    cheque: 'Par chèque',
    chequeTo: (order) => `à l’ordre de ${order}`,
  },
  carriedForward: 'Report',
  carriedOver: 'À reporter',
};

const english: LetterWording = {
  date: formatEnglishDay,
  day: formatEnglishDay,
  amount: (amountCents) => formatEnglishAmount(amountCents),
  figure: formatPlainEnglishAmount,
  subject: 'Subject: ',
  enclosures: 'Encl.:',
  attention: (person) => `Attn ${person}`,
  fromTo: (sender, recipient) => `${sender} to ${recipient}`,
  order: (reference) => `Order\u00A0${reference}`,
  columns: {
    invoice: 'Invoice',
    issuedOn: 'Dated',
    dueOn: 'Due on',
    total: 'Total incl. VAT (€)',
    paid: 'Paid (€)',
    remaining: 'Balance due (€)',
    daysLate: 'Days overdue',
  },
  tableTotal: (count) => `Total (${count} invoices)`,
  principal: 'Balance due on the invoices',
  credits: (numbers) =>
    numbers.length === 0
      ? 'Credit notes and payments to deduct'
      : `${numbers.length === 1 ? 'Credit note' : 'Credit notes'} ${named(numbers, (left) => ` and ${left}\u00A0others`)} to deduct`,
  toPay: 'Total to pay',
  toPayBy: (day) => `Total to pay by ${formatEnglishDay(day)}`,
  payment: {
    title: 'Payment by bank transfer',
    holder: 'Account holder',
    reference: 'Reference to quote',
    scan: 'Scan to pay (SEPA)',
    link: 'Pay online',
    cheque: 'By cheque',
    chequeTo: (order) => `payable to ${order}`,
  },
  carriedForward: 'Brought forward',
  carriedOver: 'Carried forward',
};

/**
 * The words of a letter. English ones exist for reminders, which claim the principal alone; a formal notice,
 * its interest and its articles are French whoever reads them.
 */
export const letterWording = (model: Pick<LetterModel, 'language'>): LetterWording =>
  model.language === 'en' ? english : french;
