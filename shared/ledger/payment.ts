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
  readonly recordedAt: Instant;
  readonly reversedAt?: Instant | undefined;
}

/** What of a payment or of a credit note settles which invoice. Positive cents. */
export interface Allocation {
  readonly id: string;
  readonly source:
    | { readonly kind: 'payment'; readonly paymentId: string }
    | { readonly kind: 'credit-note'; readonly creditNoteId: string };
  readonly invoiceId: string;
  readonly cents: Cents;
  /** Day on which it reduces the balance (the day of receipt, or of the credit note). */
  readonly effectiveOn: Day;
}
