import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';

export type PaymentMethod =
  | 'transfer'
  | 'cheque'
  | 'card'
  | 'direct-debit'
  | 'cash'
  | 'other'
  | 'as-imported';

/** Money received. Never deleted: a wrong one is reversed and stays in the history. */
export interface Payment {
  readonly id: string;
  readonly clientId: string;
  /** Day the funds were credited to the creditor (C. com. L441-9 I). */
  readonly receivedOn: Day;
  readonly cents: Cents;
  readonly method: PaymentMethod;
  readonly reference?: string | undefined;
  readonly importId?: string | undefined;
  /** Movement of a bank account by which it came; several payments may share one (a cheque deposit). */
  readonly bankLineId?: string | undefined;
  /**
   * It came through a collector, who kept `feeCents` of it: the client paid all of `cents`, the account
   * received the rest.
   */
  readonly collected?: { readonly handoverId: string; readonly feeCents: Cents } | undefined;
  readonly recordedAt: Instant;
  readonly reversedAt?: Instant | undefined;
}

/** Why an invoice counts as settled although less than its amount came. */
export type ConcessionReason =
  /** Escompte agreed for early payment (C. com. L441-9). */
  | 'early-payment-discount'
  /** The payer's bank kept its fees, within the tolerance of the settings. */
  | 'bank-fees'
  /** A cent or two. */
  | 'rounding';

/** What of a payment or of a credit note settles which invoice. Positive cents. */
export interface Allocation {
  readonly id: string;
  readonly source:
    | { readonly kind: 'payment'; readonly paymentId: string }
    | { readonly kind: 'credit-note'; readonly creditNoteId: string }
    /** No money: the rest that the user accepts with a payment, and that falls with it. */
    | { readonly kind: 'concession'; readonly paymentId: string; readonly reason: ConcessionReason };
  readonly invoiceId: string;
  readonly cents: Cents;
  /** Day on which it reduces the balance (the day of receipt, or of the credit note). */
  readonly effectiveOn: Day;
}
