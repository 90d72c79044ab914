import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { channelTemplateId } from './channel-template.ts';
import { composeMessage } from './compose-message.ts';
import { formatMoney } from './invoice-list.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { type DoneLine, reminderHistory } from './reminder-history.ts';

/** What to say in a call, in the order of a conversation; French, in the form « vous ». */
export interface CallScript {
  readonly greeting: string;
  /** One sentence an invoice up to three, then the total where there are several. */
  readonly facts: readonly string[];
  readonly question: string;
  readonly nextStep: string;
}

const latenessText = ({ invoice, daysLate }: ProposalLine): string => {
  if (invoice.dueOn === undefined) return '';
  const on = formatLongDay(invoice.dueOn);
  if (daysLate < 0) return `, à échéance le ${on}`;
  if (daysLate === 0) return ', à échéance aujourd’hui';
  return `, échue le ${on}, il y a ${daysLate === 1 ? 'un jour' : `${daysLate}\u00A0jours`}`;
};

const factOf = (line: ProposalLine): string => {
  const { invoice, remainingCents, disputedCents, creditedCents } = line;
  const money = (amountCents: number): string => formatMoney(amountCents, invoice.currency);
  const notes = [
    ...(disputedCents > 0 ? [`sans les ${money(disputedCents)} contestés`] : []),
    ...(creditedCents > 0 ? [`après ${money(creditedCents)} d’avoirs ou de règlements à déduire`] : []),
  ];
  const remark = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const order = invoice.orderReference?.trim();
  const ordered = order ? `, commande ${order}` : '';
  return `Facture n°\u00A0${invoice.number} du ${formatLongDay(invoice.issuedOn)}${ordered}${latenessText(line)}\u00A0: ${money(remainingCents)}${remark}.`;
};

/** More invoices than anybody tells one by one on the telephone. */
const mostFacts = 3;

const summaryOf = (lines: readonly ProposalLine[]): string => {
  const [oldest] = lines;
  return oldest === undefined
    ? ''
    : `Il s’agit de ${lines.length}\u00A0factures. La plus ancienne est la n°\u00A0${oldest.invoice.number} du ${formatLongDay(oldest.invoice.issuedOn)}${latenessText(oldest)}.`;
};

const lastWritten = (ledger: Ledger, lines: readonly ProposalLine[]): Day | undefined => {
  const { doneByInvoice } = reminderHistory(ledger);
  let last: DoneLine | undefined;
  for (const { invoice } of lines)
    for (const done of doneByInvoice.get(invoice.id) ?? [])
      if (done.inWriting && (last === undefined || done.doneOn > last.doneOn)) last = done;
  return last?.doneOn;
};

/**
 * The conversation about the invoices of a proposal: who calls and whom he asks for, the facts, an open
 * question, what is settled at the end. It accuses nobody and threatens with nothing (C. consom. L121-6); who
 * owes is told only to the person asked for (no disclosure of the debt to others).
 * @param contactName the person to ask for; empty where unknown.
 */
export const callScript = (ledger: Ledger, proposal: Proposal, contactName: string): CallScript => {
  const company = settingsOf(ledger, 'company');
  const { lines, totalCents, currency } = proposal;
  const caller = [company.signatoryName.trim(), company.name.trim()].filter((part) => part !== '').join(', ');
  const one = lines.length === 1;
  const total = formatMoney(totalCents, currency);
  const isLate = lines.some(({ daysLate }) => daysLate > 0);
  const writtenOn = lastWritten(ledger, lines);
  const asked =
    contactName.trim() === '' ? 'la personne qui s’occupe du règlement des factures' : contactName;
  return {
    greeting: `Bonjour, ${caller === '' ? 'votre fournisseur' : caller}. Puis-je parler à ${asked}, s’il vous plaît\u202F?`,
    facts: [
      ...(writtenOn === undefined ? [] : [`Je fais suite à notre message du ${formatLongDay(writtenOn)}.`]),
      ...(lines.length > mostFacts ? [summaryOf(lines)] : lines.map(factOf)),
      ...(one ? [] : [`Cela fait ${total} en tout.`]),
    ],
    question: isLate
      ? `Avez-vous bien reçu ${one ? 'cette facture' : 'ces factures'}, et tout ce qu’il vous faut\u202F? À quelle date pouvons-nous compter sur le règlement de ${total}\u202F?`
      : `Avez-vous tout ce qu’il vous faut pour régler ${one ? 'cette facture' : 'ces factures'} à l’échéance\u202F?`,
    nextStep: isLate
      ? 'Je note la date que vous m’indiquez. S’il vous manque un document, je vous le renvoie aujourd’hui. Merci, bonne journée.'
      : 'S’il vous manque un document, je vous le renvoie aujourd’hui. Merci, bonne journée.',
  };
};

/** The script as one text, as it is kept with the call. */
export const callScriptText = ({ greeting, facts, question, nextStep }: CallScript): string =>
  [greeting, facts.join('\n'), question, nextStep].join('\n\n');

/**
 * The script that the user wrote himself (Réglages › Modèles), or the English one for a client abroad;
 * undefined where the shipped French one would do, which {@link callScript} says better.
 */
export const writtenScript = (ledger: Ledger, proposal: Proposal, today: Day): string | undefined => {
  const isEnglish = ledger.clients.get(proposal.clientId)?.language === 'en';
  if (!isEnglish && !ledger.templates.has(channelTemplateId(proposal.step, 'call'))) return undefined;
  const composed = composeMessage(ledger, proposal, today);
  return composed.ok ? composed.value.body : undefined;
};
