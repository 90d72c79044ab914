import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import { foldText } from './fold-text.ts';

/** What a status of the e-invoice life cycle means for what is owed and for reminders. */
export type LifeCycleEffect =
  /** On its way, received, approved: nothing changes, and a freeze ends. */
  | 'none'
  /** The client never validly received it: no reminder before it is issued again. */
  | 'not-delivered'
  /** Refused as a whole. */
  | 'refused'
  /** Contested, in part where an amount is given. */
  | 'disputed'
  /** Approved in part: the rest is contested. */
  | 'partly-approved'
  /** The client wants documents first. */
  | 'documents-asked'
  | 'payment-announced'
  | 'paid'
  | 'cancelled'
  | 'factored'
  | 'no-longer-factored';

interface Status {
  readonly label: string;
  readonly effect: LifeCycleEffect;
  /** The word alone, in a list of a billing program, says no more than it always did. */
  readonly isEverydayWord?: true;
}

/** The statuses of the French reform (law-and-formats.md 6.3), by code. */
const statuses = {
  '200': { label: 'Déposée', effect: 'none' },
  '201': { label: 'Émise', effect: 'none', isEverydayWord: true },
  '202': { label: 'Reçue', effect: 'none', isEverydayWord: true },
  '203': { label: 'Mise à disposition', effect: 'none' },
  '204': { label: 'Prise en charge', effect: 'none' },
  '205': { label: 'Approuvée', effect: 'none' },
  '206': { label: 'Approuvée partiellement', effect: 'partly-approved' },
  '207': { label: 'En litige', effect: 'disputed' },
  '208': { label: 'Suspendue', effect: 'documents-asked' },
  '209': { label: 'Complétée', effect: 'none' },
  '210': { label: 'Refusée', effect: 'refused' },
  '211': { label: 'Paiement transmis', effect: 'payment-announced' },
  '212': { label: 'Encaissée', effect: 'paid', isEverydayWord: true },
  '213': { label: 'Rejetée', effect: 'not-delivered' },
  '214': { label: 'Visée', effect: 'none' },
  '220': { label: 'Annulée', effect: 'cancelled', isEverydayWord: true },
  '221': { label: 'Erreur de routage', effect: 'not-delivered' },
  '224': { label: 'Demande de paiement direct', effect: 'none' },
  '225': { label: 'Affacturée', effect: 'factored' },
  '226': { label: 'Affacturée confidentiel', effect: 'factored' },
  '227': { label: 'Changement de compte à payer', effect: 'none' },
  '228': { label: 'Non affacturée', effect: 'no-longer-factored' },
  '501': { label: 'Irrecevable', effect: 'not-delivered' },
} as const satisfies Readonly<Record<string, Status>>;

export type LifeCycleCode = keyof typeof statuses;

/** All codes, in the order of their numbers. */
export const lifeCycleCodes = Object.keys(statuses) as readonly LifeCycleCode[];

export const isLifeCycleCode = (code: string): code is LifeCycleCode => Object.hasOwn(statuses, code);

/** « Refusée ». */
export const lifeCycleLabel = (code: LifeCycleCode): string => statuses[code].label;

export const lifeCycleEffect = (code: LifeCycleCode): LifeCycleEffect => statuses[code].effect;

const withoutEnding = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.replace(/(ee?s?|s|lle)$/, ''))
    .join(' ');

const key = (text: string): string => withoutEnding(foldText(text));

const codeByWords = new Map<string, LifeCycleCode>(
  lifeCycleCodes
    .filter((code) => !('isEverydayWord' in statuses[code]))
    .map((code) => [key(statuses[code].label), code] as const),
);

/**
 * The code in a status of a list: « 210 », « fr:210 », « 210 - Refusée », « Refusée », « REFUSEE ». Words that
 * billing programs always used in another sense (« Émise », « Annulée ») are no codes; undefined for them.
 */
export const lifeCycleCodeIn = (text: string): LifeCycleCode | undefined => {
  const number = /^\s*(?:fr\s*:\s*)?(\d{3})(?!\d)/i.exec(text)?.[1];
  if (number !== undefined) return isLifeCycleCode(number) ? number : undefined;
  return codeByWords.get(key(text));
};

/**
 * True when the status in a row of a list changes something on its invoice: « Déposée » does only where another
 * status was noted before. Amounts say what was paid, and what to do about cancelled rows the user decides.
 */
export const listStatusActs = (code: LifeCycleCode, noted: string | undefined): boolean => {
  if (code === noted) return false;
  const effect = lifeCycleEffect(code);
  if (effect === 'none') return noted !== undefined;
  return effect !== 'paid' && effect !== 'cancelled';
};

/** What the platform says about an invoice. */
export interface LifeCycleEvent {
  /** Number of the invoice, as on it. */
  readonly invoiceNumber: string;
  readonly code: LifeCycleCode;
  /** Day of the status. */
  readonly on: Day;
  /** Code of the reason (« PU_ERR ») and its words, where given. */
  readonly reasonCode?: string;
  readonly reason?: string;
  /** 212: what came, and the day on which it did. Cents, positive. */
  readonly receivedCents?: Cents;
  readonly receivedOn?: Day;
  /** 206, 207. Cents. */
  readonly approvedCents?: Cents;
  readonly contestedCents?: Cents;
  /** ISO 4217, of the amounts. */
  readonly currency?: string;
  /** Who issued the invoice, nine digits. */
  readonly sellerSiren?: string;
  /** Day of the invoice. */
  readonly issuedOn?: Day;
}
