import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';

export type DisputeReason =
  | 'not-received'
  | 'not-compliant'
  | 'quality'
  | 'price'
  | 'administrative'
  | 'other';

/** A contested invoice: reminders continue only on the undisputed part. */
export interface Dispute {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceId: string;
  /** Contested part; undefined = the whole invoice. */
  readonly disputedCents?: Cents | undefined;
  readonly reason: DisputeReason;
  readonly note: string;
  readonly openedOn: Day;
  readonly resolvedOn?: Day | undefined;
  /** In whose favour it ended: the debtor's is followed by a credit note. */
  readonly outcome?: 'for-creditor' | 'for-debtor' | 'compromise' | undefined;
  /** What colleagues must know and do; may be empty. */
  readonly memo?: string | undefined;
}

/** The client said when he will pay: reminders pause until that day plus two working days. */
export interface PaymentPromise {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceIds: readonly string[];
  readonly promisedOn: Day;
  readonly recordedAt: Instant;
  readonly withdrawnAt?: Instant | undefined;
}

export interface Instalment {
  readonly dueOn: Day;
  readonly cents: Cents;
}

/** Formal notice to pay the missed instalments, before everything becomes due. */
export interface ForfeitureNotice {
  readonly sentOn: Day;
  /** Last day that it grants. */
  readonly endsOn: Day;
}

/** Instalments agreed in writing; an up-to-date plan suspends the reminders of its invoices. */
export interface PaymentPlan {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceIds: readonly string[];
  readonly agreedOn: Day;
  readonly instalments: readonly Instalment[];
  readonly endedOn?: Day | undefined;
  /** Formal notice that announces the « déchéance du terme »: what was missed must come by `endsOn`. */
  readonly forfeitureNotice?: ForfeitureNotice | undefined;
  /** Why it ended: taken back by the user, or « déchéance du terme », after which all is due at once. */
  readonly endReason?: 'ended' | 'forfeited' | undefined;
}

/** « Reporter »: the user wants no reminder before a day, for a client or for one of its invoices. */
export interface Pause {
  readonly id: string;
  readonly clientId: string;
  /** Undefined = the whole client. */
  readonly invoiceId?: string | undefined;
  readonly reason: string;
  readonly until: Day;
  readonly createdAt: Instant;
  readonly endedAt?: Instant | undefined;
}
