import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Interruption } from '../law/interruption.ts';
import type { Cents } from '../money/cents.ts';
import type { ChargeDecisions } from './charge-decision.ts';

/** What gave the claim a new full limitation period, besides the payments that the ledger knows. */
export interface RecordedInterruption {
  readonly id: string;
  readonly on: Day;
  readonly cause: Interruption;
  /** What proves it, in the user's words; may be empty. */
  readonly note: string;
}

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
  /** Delivery of the goods or end of the service: terms « à réception » and the limitation period run from it. */
  readonly performedOn?: Day | undefined;
  /** Day on which a public buyer received the request for payment, on the portal its notice (CCP R2192-15). */
  readonly requestReceivedOn?: Day | undefined;
  /** Total including VAT, never negative. */
  readonly totalCents: Cents;
  /** ISO 4217. Amounts of different currencies are never added. */
  readonly currency: string;
  /** The client's order number. */
  readonly orderReference?: string | undefined;
  /** « Réclamer » or « renoncer » for this invoice alone. */
  readonly chargeDecisions?: ChargeDecisions | undefined;
  /**
   * Credit notes: one that corrects the invoice takes its amount off from the due date on, a later gesture
   * from its own date. The former where undefined.
   */
  readonly creditEffect?: 'from-due-date' | 'from-its-date' | undefined;
  /** Carriage of goods: barred after one year (C. com. L133-6). */
  readonly isCarriage?: boolean | undefined;
  readonly interruptions?: readonly RecordedInterruption[] | undefined;
  /** Day of the enforceable title, which is good for ten years (CPCEx L111-4). */
  readonly titleOn?: Day | undefined;
  /** Scenario chosen for this invoice alone, over that of the client. */
  readonly scenarioId?: string | undefined;
  /** The claim was sold or pledged: the debtor must pay this factor, whose name it is. Never reminded. */
  readonly factor?: string | undefined;
  /** A public buyer ordered the payment (« mandatée »): nothing more to ask for. */
  readonly paymentOrderedOn?: Day | undefined;
  /** The direct debit for it was rejected: it is reminded like any other from here on. */
  readonly debitRejectedOn?: Day | undefined;
  /** Last status that the e-invoicing platform gave it (CTC life cycle code, law-and-formats.md 6.3). */
  readonly lifeCycle?:
    | { readonly code: string; readonly on: Day; readonly reason?: string | undefined }
    | undefined;
  readonly importId?: string | undefined;
  /** First import of an invoice already late: nothing starts by itself before the user said from which step. */
  readonly createdAt: Instant;
  readonly cancelledAt?: Instant | undefined;
  /** Copy of the invoice in the document store (SHA-256). */
  readonly documentHash?: string | undefined;
  /** Size of the copy; 1 or more. */
  readonly documentBytes?: number | undefined;
  readonly documentMediaType?: 'application/pdf' | 'image/png' | 'image/jpeg' | undefined;
}
