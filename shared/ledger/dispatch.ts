import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';

/** How a letter went out. */
export type DispatchMode =
  | 'registered'
  /** Lettre recommandée électronique (CPCE-P L100): a person who is no professional must have agreed to it. */
  | 'electronic-registered'
  /** Lettre suivie: a number, but no signature. */
  | 'tracked'
  /** Remise en main propre contre décharge. */
  | 'hand-delivered'
  /** Sommation signified by a commissaire de justice. */
  | 'bailiff'
  | 'plain';

/** What became of it, as the post or the receipt tells. */
export type DispatchOutcomeKind =
  | 'delivered'
  | 'refused'
  /** Avisé et non réclamé: kept 15 days, then returned. */
  | 'unclaimed'
  /** Destinataire inconnu à l’adresse. */
  | 'unknown-address'
  /** Défaut d’accès ou d’adressage. */
  | 'no-access'
  | 'lost';

export interface DispatchOutcome {
  readonly kind: DispatchOutcomeKind;
  readonly on: Day;
  /** Who signed, where the receipt says it. */
  readonly signatory?: string | undefined;
}

/** The chain of proof of a letter from its deposit on; dates in order. */
export interface Dispatch {
  /** `registered` for registered letters and `plain` for others where undefined. */
  readonly mode?: DispatchMode | undefined;
  /** Day on which it came out of the printer, where that was recorded. */
  readonly printedOn?: Day | undefined;
  readonly depositedOn: Day;
  /** Normalised: no spaces, upper case; empty where there is none. */
  readonly trackingNumber: string;
  /** The number as the receipt shows it, where it was typed otherwise than `trackingNumber`. */
  readonly typedNumber?: string | undefined;
  /** First presentation at the client's; interest of a consumer runs from it. */
  readonly presentedOn?: Day | undefined;
  readonly outcome?: DispatchOutcome | undefined;
  /** « Classée »: nothing more to do about it. */
  readonly filedOn?: Day | undefined;
  /** It never reached the client and is sent again: its step is due once more. */
  readonly resentOn?: Day | undefined;
  /** Day on which an addressee who is no professional agreed to electronic registered letters (CPCE-P L100). */
  readonly consentOn?: Day | undefined;
  readonly recordedAt: Instant;
}

/** Characters of a number as typed; a longer one is kept as it is compared only. */
export const typedNumberAtMost = 60;

/** The number or reference of a letter as it was typed; empty where there is none. Never to be compared. */
export const shownNumber = ({
  trackingNumber,
  typedNumber,
}: Pick<Dispatch, 'trackingNumber' | 'typedNumber'>): string => typedNumber ?? trackingNumber;
