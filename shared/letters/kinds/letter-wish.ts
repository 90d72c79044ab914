import type { ClientLetterKind } from '../../ledger/client-letter.ts';

/** What a letter is to be about, before its text is proposed. */
export interface LetterWish {
  readonly clientId: string;
  readonly kind: ClientLetterKind;
  /** Invoices of a discount or of a free letter; the others know their own. */
  readonly invoiceIds: readonly string[];
  readonly planId?: string | undefined;
  readonly paymentId?: string | undefined;
  readonly handoverId?: string | undefined;
  /** French where undefined. */
  readonly language?: 'en' | undefined;
  /** What becomes of interest and 40 € while a plan is kept. */
  readonly interest?: 'waived' | 'kept' | undefined;
  /** Days after the formal notice before everything is due; 1 or more. */
  readonly forfeitureDays?: number | undefined;
}

/** A text for a letter, for the user to change. */
export interface LetterProposal {
  readonly subject: string;
  /** Paragraphs apart by empty lines; « [tableau] » where the figures stand. */
  readonly body: string;
  readonly invoiceIds: readonly string[];
  readonly enclosures: readonly string[];
  readonly registered: boolean;
}

/** Why such a letter cannot be written: French, with what to do. */
export interface LetterWishFailure {
  readonly kind: 'no-client' | 'no-plan' | 'no-payment' | 'no-handover' | 'no-discount' | 'no-address';
  readonly message: string;
}

/** The paragraphs of a body, without the empty ones. */
export const bodyOf = (paragraphs: readonly string[]): string =>
  paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
