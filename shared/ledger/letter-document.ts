import type { Day } from '../dates/day.ts';
import type { DocumentRef } from './history.ts';

/** What a document that was joined to a letter proves. */
export type ProofRole =
  /** Preuve de dépôt: the stamped slip or list of the post office. */
  | 'deposit'
  /** Avis de réception signé. */
  | 'receipt'
  /** Both of them scanned as one document. */
  | 'deposit-and-receipt'
  /** The envelope that came back: refused, never fetched, unknown at the address. */
  | 'returned'
  /** Page de suivi of the post. */
  | 'tracking-page'
  /** Proof of acceptance, refusal or non-claim by the provider of an electronic registered letter (CPCE-P R53-3). */
  | 'provider-proof'
  /** Décharge: the copy that was signed on delivery by hand. */
  | 'discharge'
  /** The act of the commissaire de justice. */
  | 'bailiff-act'
  | 'other';

/** A document of a letter: its printed PDF, or what proves its way. */
export interface LetterDocument extends DocumentRef {
  /** Undefined for the letter itself, and for what was joined before roles were known. */
  readonly role?: ProofRole | undefined;
  /** Day on which it was joined, where that was recorded. */
  readonly attachedOn?: Day | undefined;
}
