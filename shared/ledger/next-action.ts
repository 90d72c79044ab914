import type { Day } from '../dates/day.ts';
import type { DunningLevel } from '../reminders/scenario.ts';
import { unreachable } from '../result.ts';

/** What comes next for a client, most urgent first; `on` is the day it is due or expected. */
export type NextAction =
  | { readonly kind: 'declare-claim'; readonly on: Day }
  | { readonly kind: 'print-letter'; readonly on: Day; readonly reminderId: string }
  | { readonly kind: 'post-letter'; readonly on: Day; readonly reminderId: string }
  | { readonly kind: 'leaving'; readonly on: Day; readonly reminderId: string }
  | { readonly kind: 'approve-reminder'; readonly on: Day; readonly level: DunningLevel }
  | { readonly kind: 'follow-up'; readonly on: Day; readonly noteId: string }
  | { readonly kind: 'settle-dispute'; readonly on: Day; readonly disputeId: string }
  | { readonly kind: 'await-promise'; readonly on: Day; readonly promiseId: string }
  | { readonly kind: 'await-instalment'; readonly on: Day; readonly planId: string }
  | { readonly kind: 'paused'; readonly on: Day; readonly pauseId: string }
  | { readonly kind: 'await-reminder'; readonly on: Day }
  | { readonly kind: 'await-due-date'; readonly on: Day; readonly invoiceId: string };

/** Most urgent first. The last two are mere dates of the calendar: the sooner of them counts. */
export const urgency = [
  'declare-claim',
  'print-letter',
  'post-letter',
  'leaving',
  'approve-reminder',
  'follow-up',
  'settle-dispute',
  'await-promise',
  'await-instalment',
  'paused',
  'await-reminder',
  'await-due-date',
] as const satisfies readonly NextAction['kind'][];

const levelNames: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'le message de courtoisie',
  friendly: 'la relance amicale',
  firm: 'la relance ferme',
  'formal-notice': 'la mise en demeure',
  'last-notice': 'le dernier avis',
};

/** French sentence without a date, which the screen sets beside it. */
export const nextActionLabel = (action: NextAction): string => {
  switch (action.kind) {
    case 'declare-claim':
      return 'Déclarer la créance';
    case 'print-letter':
      return 'Imprimer le courrier';
    case 'post-letter':
      return 'Poster le courrier';
    case 'leaving':
      return 'Relance en cours d’envoi';
    case 'approve-reminder':
      return `Valider ${levelNames[action.level]}`;
    case 'follow-up':
      return 'Reprendre contact';
    case 'settle-dispute':
      return 'Régler le litige';
    case 'await-promise':
      return 'Paiement promis';
    case 'await-instalment':
      return 'Échéance du plan de paiement';
    case 'paused':
      return 'Relances suspendues';
    case 'await-reminder':
      return 'Prochaine relance';
    case 'await-due-date':
      return 'Prochaine échéance';
    default:
      return unreachable(action);
  }
};
