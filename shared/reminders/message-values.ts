import type { Day } from '../dates/day.ts';
import { formatIban } from '../identifiers/iban.ts';
import type { Client } from '../ledger/client.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { tableMarker } from '../letters/letter-text.ts';
import { paymentLink } from '../letters/payment-link.ts';
import { sumCents } from '../money/cents.ts';
import { deadlineFor, grantedDaysFor } from './deadline.ts';
import { invoiceList } from './invoice-list.ts';
import { lateChargesOf } from './late-charges.ts';
import { type MessageWording, messageWording } from './message-wording.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { type DoneLine, reminderHistory } from './reminder-history.ts';
import { isOnPaper } from './reminder-names.ts';
import type { TemplateFieldName } from './template-fields.ts';

/** Values of every field for one message; undefined where the message has none. */
export type MessageValues = Readonly<Record<TemplateFieldName, string | number | undefined>>;

/** « notre relance du 9 novembre 2026 »: the last message in writing about one of the invoices. */
const previousReminder = (
  ledger: Ledger,
  lines: readonly ProposalLine[],
  wording: MessageWording,
): string | undefined => {
  const { doneByInvoice } = reminderHistory(ledger);
  let last: DoneLine | undefined;
  for (const { invoice } of lines)
    for (const done of doneByInvoice.get(invoice.id) ?? [])
      if (done.inWriting && done.reminder.level !== 'courtesy')
        if (last === undefined || done.doneOn > last.doneOn) last = done;
  return last && wording.previous(last.reminder.level, last.doneOn);
};

/** What the client writes on the transfer: the numbers while they fit, then the client's own code or name. */
const transferReference = (client: Client, lines: readonly ProposalLine[]): string => {
  const numbers = lines.map((line) => line.invoice.number).join(' ');
  return lines.length <= 3 && numbers.length <= 70 ? numbers : client.code || client.name;
};

const holderOf = (company: CompanySettings): string => company.accountHolder.trim() || company.name.trim();

const paymentBlock = (
  company: CompanySettings,
  reference: string,
  link: string | undefined,
  wording: MessageWording,
): string | undefined =>
  company.iban.trim() === ''
    ? undefined
    : wording.transfer({
        iban: company.iban,
        bic: company.bic,
        holder: holderOf(company),
        reference,
        link,
        chequeOrder: company.chequeOrder?.trim() || undefined,
      });

const paperPayment = (company: CompanySettings, wording: MessageWording): string | undefined =>
  company.iban.trim() === '' ? undefined : wording.transferOnPaper;

const signatureOf = (company: CompanySettings, wording: MessageWording): string => {
  const signatory = [company.signatoryName, company.signatoryCapacity]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
  const reachedAt = [wording.phone(company.phone), company.email]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\u00A0· ');
  return [signatory, company.name.trim(), reachedAt].filter((part) => part !== '').join('\n');
};

/** Name and address as they stand on an envelope, for a sentence that ends with them. */
const inOneLine = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim().replace(/[,.]+$/, ''))
    .filter((line) => line !== '')
    .join(', ');

/**
 * The values of a proposal on a day: amounts « 1 234,56 € », days « 30 septembre 2026 », or as English writes
 * them. Fields about one invoice are those of the oldest. Letters get a marker in place of the table, e-mails
 * the list itself.
 * @param contactName name of the recipient; empty where unknown.
 * @param language the one in which the template is written.
 */
export const messageValues = (
  ledger: Ledger,
  proposal: Proposal,
  client: Client,
  contactName: string,
  today: Day,
  language: ClientLanguage = 'fr',
): MessageValues => {
  const company = settingsOf(ledger, 'company');
  const { calendar } = settingsOf(ledger, 'reminders');
  const { lines, currency, totalCents } = proposal;
  const wording = messageWording(language);
  const first = lines[0];
  const list = invoiceList(lines, language);
  const onPaper = isOnPaper(proposal.channel);
  const grantedDays = grantedDaysFor(proposal.step, client);
  const deadlineOn = deadlineFor(grantedDays, proposal.channel, today, calendar);
  const charges = lateChargesOf(ledger, client, lines, today);
  const reference = transferReference(client, lines);
  // A payment page takes euros.
  const link = currency === 'EUR' ? paymentLink(company.paymentLink, totalCents, reference) : undefined;
  const money = (amountCents: number): string => wording.money(amountCents, currency);
  const positive = (amountCents: number): string | undefined =>
    amountCents > 0 ? money(amountCents) : undefined;
  const sum = (amount: (line: ProposalLine) => number): number => sumCents(lines.map(amount));
  return {
    client: client.name,
    // A contact that only repeats the company makes « Bonjour Dupont SARL ».
    contact: contactName === client.name ? undefined : contactName,
    // On paper the table, the bank details and the signature are set by the letter itself.
    factures_liste: onPaper ? tableMarker : list,
    tableau: onPaper ? tableMarker : list,
    par_courrier: onPaper ? wording.yes : undefined,
    nombre_factures: lines.length,
    numero: first?.invoice.number,
    numero_commande: first?.invoice.orderReference,
    date_emission: first && wording.day(first.invoice.issuedOn),
    date_echeance: first?.invoice.dueOn && wording.day(first.invoice.dueOn),
    jours_de_retard: first !== undefined && first.daysLate > 0 ? first.daysLate : undefined,
    montant: first && money(first.invoice.totalCents),
    reste_a_payer: first && money(first.remainingCents),
    total: money(totalCents),
    montant_conteste: positive(sum((line) => line.disputedCents)),
    a_deduire: positive(sum((line) => line.creditedCents)),
    penalites: positive(charges?.interestCents ?? 0),
    indemnite: positive(charges?.indemnityCents ?? 0),
    total_avec_penalites: charges && money(totalCents + charges.interestCents + charges.indemnityCents),
    date_limite: deadlineOn && wording.day(deadlineOn),
    delai_accorde: grantedDays > 0 ? wording.days(grantedDays) : undefined,
    relance_precedente: previousReminder(ledger, lines, wording),
    paiement: onPaper ? paperPayment(company, wording) : paymentBlock(company, reference, link, wording),
    iban: company.iban.trim() === '' ? undefined : formatIban(company.iban),
    bic: company.bic,
    titulaire: holderOf(company),
    reference,
    lien_paiement: link,
    societe: company.name,
    telephone: wording.phone(company.phone),
    email: company.email,
    signature: company.name.trim() === '' || onPaper ? company.name : signatureOf(company, wording),
    mediateur: inOneLine(company.consumerMediator ?? '') || undefined,
    date_du_jour: wording.day(today),
  };
};
