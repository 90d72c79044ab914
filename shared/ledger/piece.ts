import type { Day } from '../dates/day.ts';
import type { DocumentRef } from './history.ts';

/** What a document proves (law-and-formats.md 3.3). */
export type PieceKind =
  | 'creditor-identity'
  | 'debtor-identity'
  | 'contract'
  | 'terms-of-sale'
  | 'order'
  | 'delivery-note'
  | 'acceptance'
  | 'correspondence'
  | 'acknowledgement'
  | 'solvency-check'
  | 'dispute-evidence'
  | 'other';

/** A document about a client or one of its invoices, kept for the case that it comes to court. */
export interface Piece {
  readonly id: string;
  readonly clientId: string;
  /** Undefined = about the client as a whole. */
  readonly invoiceId?: string | undefined;
  readonly disputeId?: string | undefined;
  readonly kind: PieceKind;
  /** Date of the document itself, where known. */
  readonly datedOn?: Day | undefined;
  readonly title: string;
  readonly addedOn: Day;
  readonly document: DocumentRef;
}
