import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';

export interface Invoice {
  readonly id: string;
  readonly clientId: string;
  /** As printed on the document. Identity of an invoice = client and number. */
  readonly number: string;
  /** A credit note carries a positive total and reduces what the client owes. */
  readonly kind: 'invoice' | 'credit-note';
  readonly issuedOn: Day;
  /** Contractual due date. Undefined: the invoice waits in the data-quality list and is never reminded. */
  readonly dueOn?: Day | undefined;
  /** Total including VAT, never negative. */
  readonly totalCents: Cents;
  /** ISO 4217. Amounts of different currencies are never added. */
  readonly currency: string;
  /** The client's order number. */
  readonly orderReference?: string | undefined;
  readonly importId?: string | undefined;
  /** First import of an invoice already late: nothing starts by itself before the user said from which step. */
  readonly createdAt: Instant;
  readonly cancelledAt?: Instant | undefined;
  /** Copy of the invoice in the document store (SHA-256). */
  readonly documentHash?: string | undefined;
}
