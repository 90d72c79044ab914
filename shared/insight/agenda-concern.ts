import type { CaseDeadline } from '../cases/case-deadlines.ts';
import { declarationSentence, isDeclarationPressing } from '../claims/declaration-text.ts';
import { isPressingUrgency } from '../claims/limitation-urgency.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatTimeOfDay } from '../dates/time-of-day.ts';
import type { ClaimDeclaration } from '../law/claim-declaration.ts';
import type { PaymentPlan, PaymentPromise } from '../ledger/agreement.ts';
import type { Insolvency } from '../ledger/client.ts';
import type { Handover } from '../ledger/handover.ts';
import type { HistoryNote } from '../ledger/history.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { LegalCase } from '../ledger/legal-case.ts';
import type { DispatchFollowUp } from '../letters/dispatch-follow-up.ts';
import { followUpSentence } from '../letters/follow-up-sentence.ts';
import type { PaperLetter } from '../letters/paper-letter.ts';
import type { Cents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { DataGap } from '../reminders/data-quality.ts';
import { type PlatformBlock, platformBlock } from '../reminders/platform-block.ts';
import type { Reminder, ReminderState } from '../reminders/reminder.ts';
import { unreachable } from '../result.ts';
import type { LimitationAlarm } from './limitation-alarms.ts';
import { limitationSentence } from './limitation-sentence.ts';
import { type RateAlarm, rateAlarmSentence } from './rate-alarm.ts';

/** « Ma semaine » tells the letters apart by what they ask for. */
export type LetterConcernKind = `letter-${DispatchFollowUp['kind']}`;

type InState<Kind extends ReminderState['kind']> = Reminder & {
  readonly state: Extract<ReminderState, { readonly kind: Kind }>;
};

/** Something, nearly always about a client, that needs the user's eye and that no reminder settles. */
export type AgendaConcern =
  | {
      readonly kind: 'unknown-message';
      readonly clientId: string;
      readonly reminder: InState<'unknown'>;
    }
  | {
      readonly kind: 'rejected-message';
      readonly clientId: string;
      readonly reminder: InState<'rejected'>;
    }
  | {
      readonly kind: 'declare-claim';
      readonly clientId: string;
      readonly procedure: Insolvency['kind'];
      readonly declaration: ClaimDeclaration;
      /** Open on the invoices born before the judgment. */
      readonly cents: Cents;
    }
  /** The e-invoicing platform rejected the invoice, or the client suspended it until he gets documents. */
  | { readonly kind: PlatformBlock['kind']; readonly clientId: string; readonly invoice: Invoice }
  | { readonly kind: 'limitation'; readonly clientId: string; readonly alarm: LimitationAlarm }
  | {
      readonly kind: 'broken-promise';
      readonly clientId: string;
      readonly promise: PaymentPromise;
      readonly cents: Cents;
    }
  | {
      readonly kind: 'missed-instalment';
      readonly clientId: string;
      readonly plan: PaymentPlan;
      readonly dueOn: Day;
      readonly cents: Cents;
    }
  /** A letter that went out and asks for something: its receipt is missing, it came back, it is to be archived. */
  | {
      readonly kind: LetterConcernKind;
      readonly clientId: string;
      readonly letter: PaperLetter;
      readonly followUp: DispatchFollowUp;
    }
  /** No news of a collector since that day. */
  | {
      readonly kind: 'handover-silent';
      readonly clientId: string;
      readonly handover: Handover;
      readonly since: Day;
    }
  /** A day of a case at court comes near, or came. */
  | {
      readonly kind: 'case-deadline';
      readonly clientId: string;
      readonly legalCase: LegalCase;
      readonly deadline: CaseDeadline;
      /** Last day to act is past or within the week. */
      readonly isPressing: boolean;
    }
  | { readonly kind: 'follow-up'; readonly clientId: string; readonly note: HistoryNote; readonly on: Day }
  | { readonly kind: 'data-gap'; readonly clientId: string; readonly gaps: readonly DataGap[] }
  /** Of the whole ledger, and therefore without a client. */
  | { readonly kind: 'legal-rates'; readonly clientId?: undefined; readonly alarm: RateAlarm };

/** Most pressing first: the order in which they are shown. */
export const concernKinds = [
  'unknown-message',
  'rejected-message',
  'declare-claim',
  'case-deadline',
  'letter-undelivered',
  'not-delivered',
  'documents-asked',
  'limitation',
  'legal-rates',
  'broken-promise',
  'missed-instalment',
  'letter-returned',
  'letter-receipt-missing',
  'letter-proof-to-archive',
  'handover-silent',
  'follow-up',
  'data-gap',
] as const satisfies readonly AgendaConcern['kind'][];

const titles: Readonly<Record<AgendaConcern['kind'], string>> = {
  'unknown-message': 'E-mail peut-être parti',
  'rejected-message': 'E-mail refusé',
  'declare-claim': 'Créance à déclarer',
  'case-deadline': 'Délai de procédure',
  'not-delivered': 'À réémettre',
  'documents-asked': 'Pièces demandées',
  limitation: 'Prescription',
  'legal-rates': 'Taux légaux',
  'broken-promise': 'Promesse non tenue',
  'missed-instalment': 'Échéance manquée',
  'letter-undelivered': 'Courrier à renvoyer',
  'letter-returned': 'Courrier revenu',
  'letter-receipt-missing': 'Avis attendu',
  'letter-proof-to-archive': 'Preuve à garder',
  'handover-silent': 'Sans nouvelles',
  'follow-up': 'Reprendre contact',
  'data-gap': 'Fiche à compléter',
};

/** French name of a kind of concern. */
export const concernTitle = (kind: AgendaConcern['kind']): string => titles[kind];

const gapName = (gap: DataGap['kind'], count: number): string => {
  switch (gap) {
    case 'no-due-date':
      return count === 1 ? 'une facture sans échéance' : `${count} factures sans échéance`;
    case 'no-email':
      return 'pas d’adresse e-mail';
    case 'email-bounced':
      return 'adresse e-mail en erreur';
    case 'no-address':
      return 'pas d’adresse postale complète';
    case 'no-contact':
      return 'ni e-mail, ni adresse, ni contact';
    default:
      return unreachable(gap);
  }
};

const gapSentence = (gaps: readonly DataGap[]): string => {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  const text = kinds.map((kind) => gapName(kind, gaps.filter((gap) => gap.kind === kind).length)).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** « Facture F-12 : rejetée le 20 novembre 2026… ». */
const platformSentence = (invoice: Invoice): string => {
  const reason = platformBlock(invoice)?.reason ?? '';
  return `Facture ${invoice.number}\u00A0: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
};

/** What there is to know of a concern, one French sentence without the client's name. */
export const concernSentence = (concern: AgendaConcern): string => {
  switch (concern.kind) {
    case 'unknown-message':
    case 'rejected-message':
      return concern.reminder.state.explanation;
    case 'declare-claim':
      return declarationSentence(concern.declaration, concern.procedure, concern.cents);
    case 'not-delivered':
    case 'documents-asked':
      return platformSentence(concern.invoice);
    case 'limitation':
      return limitationSentence(concern.alarm);
    case 'broken-promise':
      return `${formatAmount(concern.cents)} promis pour le ${formatDay(concern.promise.promisedOn)}, toujours pas reçus.`;
    case 'missed-instalment':
      return `Échéance du ${formatDay(concern.dueOn)}\u00A0: il manque ${formatAmount(concern.cents)}.`;
    case 'letter-undelivered':
    case 'letter-returned':
    case 'letter-receipt-missing':
    case 'letter-proof-to-archive':
      return followUpSentence(concern.letter, concern.followUp);
    case 'handover-silent':
      return `${concern.handover.collector.name}, à qui le dossier est confié, n’a rien dit depuis le ${formatDay(concern.since)}.`;
    case 'case-deadline': {
      const { title, on, article, isLastDay } = concern.deadline;
      return `${title}\u00A0: ${isLastDay ? 'au plus tard le' : 'le'} ${formatDay(on)} (${article}).`;
    }
    case 'follow-up': {
      const { text, followUpTime } = concern.note;
      const at = followUpTime === undefined ? '' : ` à ${formatTimeOfDay(followUpTime)}`;
      return `Prévu le ${formatDay(concern.on)}${at}${text === '' ? '.' : `\u00A0: ${text}`}`;
    }
    case 'data-gap':
      return gapSentence(concern.gaps);
    case 'legal-rates':
      return rateAlarmSentence(concern.alarm);
    default:
      return unreachable(concern);
  }
};

/** Shown in red: what failed, what the law sets a day for, what keeps penalties from being computed. */
export const isPressingConcern = (concern: AgendaConcern): boolean => {
  switch (concern.kind) {
    case 'unknown-message':
    case 'rejected-message':
    case 'not-delivered':
    case 'letter-undelivered':
      return true;
    case 'declare-claim':
      return isDeclarationPressing(concern.declaration);
    case 'limitation':
      return isPressingUrgency(concern.alarm.urgency);
    case 'case-deadline':
      return concern.isPressing;
    case 'legal-rates':
      return concern.alarm.kind === 'missing';
    default:
      return false;
  }
};

/** Identity of a concern from one day to the next. */
export const concernKey = (concern: AgendaConcern): string => {
  switch (concern.kind) {
    case 'unknown-message':
    case 'rejected-message':
      return `${concern.kind}:${concern.reminder.id}`;
    case 'not-delivered':
    case 'documents-asked':
      return `${concern.kind}:${concern.invoice.id}`;
    case 'limitation':
      return `limitation:${concern.alarm.invoice.id}`;
    case 'broken-promise':
      return `broken-promise:${concern.promise.id}`;
    case 'missed-instalment':
      return `missed-instalment:${concern.plan.id}`;
    case 'letter-undelivered':
    case 'letter-returned':
    case 'letter-receipt-missing':
    case 'letter-proof-to-archive':
      return `${concern.kind}:${concern.letter.row.id}`;
    case 'handover-silent':
      return `handover-silent:${concern.handover.id}`;
    case 'case-deadline':
      return `case-deadline:${concern.legalCase.id}:${concern.deadline.kind}`;
    case 'follow-up':
      return `follow-up:${concern.note.id}`;
    case 'legal-rates':
      return concern.kind;
    case 'declare-claim':
    case 'data-gap':
      return `${concern.kind}:${concern.clientId}`;
    default:
      return unreachable(concern);
  }
};
