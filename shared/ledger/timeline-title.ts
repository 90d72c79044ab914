import { caseOutcomeNames } from '../cases/case-names.ts';
import { declarationRecipient } from '../claims/declaration-text.ts';
import { formatDay } from '../dates/format-day.ts';
import { modeOf } from '../letters/dispatch-mode.ts';
import { stageName } from '../letters/dispatch-stage.ts';
import { clientLetterNames, letterName, type PaperLetter } from '../letters/paper-letter.ts';
import { sumCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { Reminder, ReminderState } from '../reminders/reminder.ts';
import type { DunningLevel } from '../reminders/scenario.ts';
import { unreachable } from '../result.ts';
import type { Dispute, DisputeReason } from './agreement.ts';
import { serviceBlockName } from './blocked-services.ts';
import type { Insolvency } from './client.ts';
import type { ClientLetterState } from './client-letter.ts';
import { handoverOutcomeNames } from './collector-names.ts';
import { type Dispatch, shownNumber } from './dispatch.ts';
import type { CallOutcome, HistoryNote } from './history.ts';
import type { PaymentMethod } from './payment.ts';
import type { TimelineEvent } from './timeline-entry.ts';

/** French name of a payment method, in lower case. */
export const paymentMethodNames: Readonly<Record<PaymentMethod, string>> = {
  transfer: 'virement',
  cheque: 'chèque',
  card: 'carte',
  'direct-debit': 'prélèvement',
  cash: 'espèces',
  other: 'autre moyen',
  'as-imported': 'selon l’import',
};

/** French outcome of a call. */
export const callOutcomeNames: Readonly<Record<CallOutcome, string>> = {
  reached: 'joint',
  promise: 'promesse de paiement',
  dispute: 'contestation',
  oversight: 'oubli',
  difficulty: 'difficulté de paiement',
  administrative: 'motif administratif',
  unreachable: 'injoignable',
  'message-left': 'message laissé',
  'call-back': 'à rappeler',
};

/** French reason of a dispute. */
export const disputeReasonNames: Readonly<Record<DisputeReason, string>> = {
  'not-received': 'prestation ou marchandise non reçue',
  'not-compliant': 'non-conformité',
  quality: 'qualité',
  price: 'prix',
  administrative: 'motif administratif',
  other: 'autre motif',
};

/** How a dispute ended, French, in lower case. */
export const disputeOutcomeNames: Readonly<Record<NonNullable<Dispute['outcome']>, string>> = {
  'for-creditor': 'en notre faveur',
  'for-debtor': 'en faveur du client',
  compromise: 'compromis',
};

const insolvencyNames: Readonly<Record<Insolvency['kind'], string>> = {
  safeguard: 'Sauvegarde',
  reorganisation: 'Redressement judiciaire',
  liquidation: 'Liquidation judiciaire',
};

const messageNames: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'Message de courtoisie',
  friendly: 'Relance amicale',
  firm: 'Relance ferme',
  'formal-notice': 'Mise en demeure',
  'last-notice': 'Dernier avis avant poursuites',
};

/** What a state of a reminder means, French, in lower case. */
export const reminderStateLabel = (state: ReminderState | ClientLetterState): string => {
  switch (state.kind) {
    case 'approved':
      return 'prête à partir';
    case 'accepted':
      return 'acceptée par le serveur';
    case 'rejected':
      return 'refusée';
    case 'unknown':
      return 'peut-être partie';
    case 'exported':
      return 'préparée pour votre messagerie';
    case 'to-print':
      return 'à imprimer';
    case 'printed':
      return 'imprimée, à poster';
    case 'posted':
      return `postée le ${formatDay(state.depositedOn)}${state.trackingNumber === '' ? '' : `, n° ${shownNumber(state)}`}`;
    case 'called':
      return 'appel passé';
    case 'skipped':
      return 'sautée';
    case 'withdrawn':
      return 'retirée';
    default:
      return unreachable(state);
  }
};

const channelSuffix: Readonly<Record<Reminder['channel'], string>> = {
  email: 'par e-mail',
  letter: 'par courrier',
  'registered-letter': 'par lettre recommandée',
  call: 'par téléphone',
  sms: 'par SMS',
};

/** « Relance amicale par e-mail », without amount and state. */
export const reminderName = ({ level, channel }: Pick<Reminder, 'level' | 'channel'>): string =>
  `${messageNames[level]} ${channelSuffix[channel]}`;

const reminderTitle = (reminder: Reminder): string =>
  `${reminderName(reminder)}, ${formatAmount(reminder.totalCents)}\u00A0: ${
    reminder.channel === 'sms' && reminder.state.kind === 'called'
      ? 'envoyée'
      : reminderStateLabel(reminder.state)
  }`;

/** « Mise en demeure non réclamée », with who signed where that is known. */
const dispatchTitle = (
  kind: 'letter-presented' | 'letter-concluded' | 'letter-filed',
  letter: PaperLetter,
  dispatch: Dispatch,
): string => {
  const mode = modeOf(letter, dispatch);
  const name = letterName(letter);
  if (kind === 'letter-filed')
    return `${name}\u00A0: ${dispatch.resentOn === undefined ? 'courrier classé' : 'courrier remplacé par un nouvel envoi'}`;
  const stage = stageName(
    kind === 'letter-presented' ? 'presented' : (dispatch.outcome?.kind ?? 'delivered'),
    mode,
  ).toLocaleLowerCase('fr');
  const by = dispatch.outcome?.signatory;
  return `${name}\u00A0: lettre ${stage}${kind === 'letter-concluded' && by !== undefined ? `, signée par ${by}` : ''}`;
};

const noteTitle = (note: HistoryNote): string => {
  switch (note.kind) {
    case 'call':
      return note.outcome === undefined ? 'Appel' : `Appel\u00A0: ${callOutcomeNames[note.outcome]}`;
    case 'email-received':
      return 'E-mail reçu';
    case 'service':
      return 'Intervention ou SAV';
    case 'note':
      return 'Note';
    default:
      return unreachable(note.kind);
  }
};

const plural = (count: number, one: string, many: string): string =>
  count > 1 ? `${count} ${many}` : `${count} ${one}`;

/** French title of an event, in one line. */
export const timelineTitle = (event: TimelineEvent): string => {
  switch (event.kind) {
    case 'client-created':
      return 'Fiche créée';
    case 'import': {
      const total = sumCents(event.invoices.map((invoice) => invoice.totalCents));
      return `Import de «\u00A0${event.record.fileName}\u00A0»\u00A0: ${plural(event.invoices.length, 'pièce', 'pièces')}, ${formatAmount(total)}`;
    }
    case 'invoice':
      return `Facture ${event.invoice.number} de ${formatAmount(event.invoice.totalCents)}${event.invoice.dueOn === undefined ? ', sans échéance' : `, échéance le ${formatDay(event.invoice.dueOn)}`}`;
    case 'credit-note':
      return `Avoir ${event.creditNote.number} de ${formatAmount(event.creditNote.totalCents)}`;
    case 'invoice-cancelled':
      return `Facture ${event.invoice.number} annulée`;
    case 'payment':
      return `Paiement de ${formatAmount(event.payment.cents)} (${paymentMethodNames[event.payment.method]})`;
    case 'payment-reversed':
      return `Paiement de ${formatAmount(event.payment.cents)} annulé`;
    case 'email':
    case 'letter':
    case 'call-step':
      return reminderTitle(event.reminder);
    case 'client-letter':
      return `Lettre (${clientLetterNames[event.letter.kind].toLocaleLowerCase('fr')})\u00A0: ${reminderStateLabel(event.letter.state)}`;
    case 'letter-presented':
    case 'letter-concluded':
    case 'letter-filed':
      return dispatchTitle(event.kind, event.letter, event.dispatch);
    case 'note':
      return noteTitle(event.note);
    case 'dispute-opened':
      return `Litige ouvert\u00A0: ${disputeReasonNames[event.dispute.reason]}${event.dispute.disputedCents === undefined ? '' : `, ${formatAmount(event.dispute.disputedCents)} contestés`}`;
    case 'dispute-resolved':
      return event.dispute.outcome === undefined
        ? 'Litige résolu'
        : `Litige résolu\u00A0: ${disputeOutcomeNames[event.dispute.outcome]}`;
    case 'promise':
      return `Promesse de paiement pour le ${formatDay(event.promise.promisedOn)}`;
    case 'promise-kept':
      return `Promesse du ${formatDay(event.promise.promisedOn)} tenue`;
    case 'promise-broken':
      return event.paidCents > 0
        ? `Promesse du ${formatDay(event.promise.promisedOn)} tenue en partie\u00A0: ${formatAmount(event.paidCents)} sur ${formatAmount(event.owedCents)}`
        : `Promesse du ${formatDay(event.promise.promisedOn)} non tenue`;
    case 'promise-withdrawn':
      return `Promesse du ${formatDay(event.promise.promisedOn)} retirée`;
    case 'plan':
      return `Plan de paiement en ${plural(event.plan.instalments.length, 'échéance', 'échéances')}, ${formatAmount(sumCents(event.plan.instalments.map(({ cents }) => cents)))}`;
    case 'plan-ended':
      return event.plan.endReason === 'forfeited'
        ? 'Déchéance du terme prononcée\u00A0: tout le solde est exigible'
        : 'Plan de paiement terminé';
    case 'instalment-missed':
      return `Échéance du ${formatDay(event.instalment.dueOn)} manquée, ${formatAmount(event.instalment.leftCents)}`;
    case 'forfeiture-notice':
      return `Mise en demeure avant déchéance du terme, délai jusqu’au ${formatDay(event.notice.endsOn)}`;
    case 'pause':
      return `Relances reportées après le ${formatDay(event.pause.until)}`;
    case 'pause-ended':
      return 'Relances reprises';
    case 'insolvency':
      return `${insolvencyNames[event.insolvency.kind]}\u00A0: jugement du ${formatDay(event.insolvency.judgmentOn)}`;
    case 'claim-declared':
      return `Créance déclarée au ${declarationRecipient(event.insolvency.kind)}`;
    case 'services-blocked':
      return serviceBlockName(event.block);
    case 'services-restored':
      return 'Livraisons et SAV repris';
    case 'handed-over':
      return `Confié à ${event.handover.collector.name}, ${formatAmount(event.handover.claimCents)}`;
    case 'handover-ended':
      return `Retour de ${event.handover.collector.name}${event.handover.ended === undefined ? '' : `\u00A0: ${handoverOutcomeNames[event.handover.ended.outcome]}`}`;
    case 'case-filed':
      return `Affaire portée devant le tribunal${event.legalCase.courtReference === undefined ? '' : `, n° ${event.legalCase.courtReference}`}`;
    case 'case-closed':
      return `Dossier contentieux clos${event.legalCase.closed === undefined ? '' : `\u00A0: ${caseOutcomeNames[event.legalCase.closed.outcome].toLocaleLowerCase('fr')}`}`;
    default:
      return unreachable(event);
  }
};
