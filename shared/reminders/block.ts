import type { Day } from '../dates/day.ts';

/** Why nothing leaves for an invoice. */
export type BlockKind =
  | 'settled'
  | 'no-due-date'
  | 'credit-note'
  | 'cancelled'
  | 'dispute'
  | 'promise'
  | 'plan'
  | 'pause'
  | 'insolvency'
  | 'excluded'
  | 'direct-debit'
  | 'factored'
  | 'payment-ordered'
  /** The platform rejected it: the client never validly received it. */
  | 'not-delivered'
  /** The client suspended it until he gets documents. */
  | 'documents-asked'
  /** Given to a third party for collection. */
  | 'handed-over'
  /** Before a court. */
  | 'in-court'
  | 'covered-by-credit'
  /** Money that has probably come from the client waits in « À affecter ». */
  | 'receipt-to-match'
  | 'in-progress'
  | 'minimum-gap'
  | 'granted-days'
  /** The last letter came back without reaching the client, or was lost: it is sent again first. */
  | 'undelivered'
  /** « Mode indulgent »: only courteous messages for a while. */
  | 'lenient'
  /** As many messages in 30 days as one client may get. */
  | 'monthly-cap'
  /** The scenario has done what it does by itself: « décision à prendre ». */
  | 'decision';

export interface Block {
  readonly kind: BlockKind;
  /** French sentence for the badge. */
  readonly reason: string;
  /** First day on which reminders may go on; undefined where that does not depend on a day. */
  readonly resumesOn?: Day | undefined;
}
