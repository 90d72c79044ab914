import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { formatIban } from '../identifiers/iban.ts';
import { printedPhone } from '../identifiers/printed-phone.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { tableMarker } from '../letters/letter-text.ts';
import { sumCents } from '../money/cents.ts';
import { deadlineFor, grantedDaysFor } from './deadline.ts';
import { formatMoney, invoiceList } from './invoice-list.ts';
import { lateChargesOf } from './late-charges.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { type DoneLine, reminderHistory } from './reminder-history.ts';
import type { DunningLevel } from './scenario.ts';
import type { TemplateFieldName } from './template-fields.ts';

/** Values of every field for one message; undefined where the message has none. */
export type MessageValues = Readonly<Record<TemplateFieldName, string | number | undefined>>;

const previousNouns: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'notre avis',
  friendly: 'notre rappel',
  firm: 'notre relance',
  'formal-notice': 'notre mise en demeure',
  'last-notice': 'notre dernier avis',
};

/** « notre relance du 9 novembre 2026 »: the last message in writing about one of the invoices. */
const previousReminder = (ledger: Ledger, lines: readonly ProposalLine[]): string | undefined => {
  const { doneByInvoice } = reminderHistory(ledger);
  let last: DoneLine | undefined;
  for (const { invoice } of lines)
    for (const done of doneByInvoice.get(invoice.id) ?? [])
      if (done.inWriting && done.reminder.level !== 'courtesy')
        if (last === undefined || done.doneOn > last.doneOn) last = done;
  return last && `${previousNouns[last.reminder.level]} du ${formatLongDay(last.doneOn)}`;
};

/** What the client writes on the transfer: the numbers while they fit, then the client's own code or name. */
const transferReference = (client: Client, lines: readonly ProposalLine[]): string => {
  const numbers = lines.map((line) => line.invoice.number).join(' ');
  return lines.length <= 3 && numbers.length <= 70 ? numbers : client.code || client.name;
};

const holderOf = (company: CompanySettings): string => company.accountHolder.trim() || company.name.trim();

const paymentBlock = (company: CompanySettings, reference: string): string | undefined => {
  if (company.iban.trim() === '') return undefined;
  const bic = company.bic.trim() === '' ? '' : `, BIC ${company.bic.trim()}`;
  return [
    `Par virement\u00A0: IBAN ${formatIban(company.iban)}${bic}`,
    `Titulaire\u00A0: ${holderOf(company)}`,
    `Référence à indiquer\u00A0: ${reference}`,
  ].join('\n');
};

const paperPayment = (company: CompanySettings): string | undefined =>
  company.iban.trim() === '' ? undefined : 'Nos coordonnées bancaires figurent dans cette lettre.';

const signatureOf = (company: CompanySettings): string => {
  const signatory = [company.signatoryName, company.signatoryCapacity]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
  const reachedAt = [printedPhone(company.phone), company.email]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\u00A0· ');
  return [signatory, company.name.trim(), reachedAt].filter((part) => part !== '').join('\n');
};

const positive = (amountCents: number, currency: string): string | undefined =>
  amountCents > 0 ? formatMoney(amountCents, currency) : undefined;

/**
 * The values of a proposal on a day: amounts « 1 234,56 € », days « 30 septembre 2026 ». Fields about one
 * invoice are those of the oldest. Letters get a marker in place of the table, e-mails the list itself.
 * @param contactName name of the recipient; empty where unknown.
 */
export const messageValues = (
  ledger: Ledger,
  proposal: Proposal,
  client: Client,
  contactName: string,
  today: Day,
): MessageValues => {
  const company = settingsOf(ledger, 'company');
  const { calendar } = settingsOf(ledger, 'reminders');
  const { lines, currency, totalCents } = proposal;
  const first = lines[0];
  const list = invoiceList(lines);
  const onPaper = proposal.channel === 'letter' || proposal.channel === 'registered-letter';
  const grantedDays = grantedDaysFor(proposal.step, client);
  const deadlineOn = deadlineFor(grantedDays, proposal.channel, today, calendar);
  const charges = lateChargesOf(ledger, client, lines, today);
  const reference = transferReference(client, lines);
  const sum = (amount: (line: ProposalLine) => number): number => sumCents(lines.map(amount));
  return {
    client: client.name,
    // A contact that only repeats the company makes « Bonjour Dupont SARL ».
    contact: contactName === client.name ? undefined : contactName,
    // On paper the table, the bank details and the signature are set by the letter itself.
    factures_liste: onPaper ? tableMarker : list,
    tableau: onPaper ? tableMarker : list,
    par_courrier: onPaper ? 'oui' : undefined,
    nombre_factures: lines.length,
    numero: first?.invoice.number,
    numero_commande: first?.invoice.orderReference,
    date_emission: first && formatLongDay(first.invoice.issuedOn),
    date_echeance: first?.invoice.dueOn && formatLongDay(first.invoice.dueOn),
    jours_de_retard: first !== undefined && first.daysLate > 0 ? first.daysLate : undefined,
    montant: first && formatMoney(first.invoice.totalCents, currency),
    reste_a_payer: first && formatMoney(first.remainingCents, currency),
    total: formatMoney(totalCents, currency),
    montant_conteste: positive(
      sum((line) => line.disputedCents),
      currency,
    ),
    a_deduire: positive(
      sum((line) => line.creditedCents),
      currency,
    ),
    penalites: positive(charges?.interestCents ?? 0, currency),
    indemnite: positive(charges?.indemnityCents ?? 0, currency),
    total_avec_penalites:
      charges && formatMoney(totalCents + charges.interestCents + charges.indemnityCents, currency),
    date_limite: deadlineOn && formatLongDay(deadlineOn),
    delai_accorde: grantedDays > 0 ? `${grantedDays}\u00A0jour${grantedDays > 1 ? 's' : ''}` : undefined,
    relance_precedente: previousReminder(ledger, lines),
    paiement: onPaper ? paperPayment(company) : paymentBlock(company, reference),
    iban: company.iban.trim() === '' ? undefined : formatIban(company.iban),
    bic: company.bic,
    titulaire: holderOf(company),
    reference,
    societe: company.name,
    telephone: printedPhone(company.phone),
    email: company.email,
    signature: company.name.trim() === '' || onPaper ? company.name : signatureOf(company),
    mediateur: company.consumerMediator?.trim().replace(/\.+$/, '') || undefined,
    date_du_jour: formatLongDay(today),
  };
};
