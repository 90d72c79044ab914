import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Cents } from '../money/cents.ts';
import type { ChargeClaim } from './charge-claim.ts';

/** What a line rests on: the article as cited, and the rule in one French sentence. */
export interface LegalBasis {
  readonly article: string;
  readonly rule: string;
}

/**
 * One line of a décompte. `cents` is signed from the creditor's point of view: what the line adds to the
 * claim, or takes off it; the lines of an invoice add up to its total.
 */
export type StatementRow = { readonly cents: Cents; readonly basis: LegalBasis } & (
  | { readonly kind: 'principal'; readonly on: Day }
  /** A credit note set against the invoice; from the due date on, or from its own date. */
  | { readonly kind: 'credit-note'; readonly on: Day; readonly reference: string }
  /** What was let go with a payment; `reference` says why, French. */
  | { readonly kind: 'concession'; readonly on: Day; readonly reference: string }
  /** Money received, and what it settled. `isAllocated` false: not set against the invoice by the user yet. */
  | {
      readonly kind: 'payment';
      readonly on: Day;
      readonly reference: string;
      readonly toInterestCents: Cents;
      readonly toPrincipalCents: Cents;
      readonly isAllocated: boolean;
    }
  /** The contested part, which is not claimed. */
  | { readonly kind: 'disputed'; readonly on: Day }
  | {
      readonly kind: 'interest';
      readonly from: Day;
      readonly to: Day;
      readonly days: number;
      readonly baseCents: Cents;
      /** A year, 12,40 % = 1240. */
      readonly rateBasisPoints: number;
    }
  | { readonly kind: 'indemnity'; readonly on: Day }
);

/** What one invoice claims on a day. */
export interface InvoiceStatement {
  readonly invoice: Invoice;
  readonly dueOn: Day;
  /** 0 when it is not late. */
  readonly daysLate: number;
  readonly rows: readonly StatementRow[];
  /** Owed of the invoice itself, as the ledger has it: less payments, credit notes and the contested part. */
  readonly principalCents: Cents;
  /** All interest that accrued and is claimed, whether a payment has been set against it or not. */
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
  /** The three together; the sum of the rows. */
  readonly totalCents: Cents;
  readonly disputedCents: Cents;
  /** Interest on the contested part, computed apart and not claimed. */
  readonly disputedInterestCents: Cents;
  readonly penalties: ChargeClaim;
  readonly indemnity: ChargeClaim;
  /** What the decisions leave out: interest and 40 € that would be owed. */
  readonly waivedInterestCents: Cents;
  readonly waivedIndemnityCents: Cents;
  /** What the next day adds. */
  readonly dailyInterestCents: Cents;
  /** French sentences: a rate below the floor, a notice that is missing, interest stopped by a judgment. */
  readonly warnings: readonly string[];
}

/** « Décompte » of a client on a day. */
export interface ClaimStatement {
  readonly client: Client;
  /** Last day that bears interest. */
  readonly asOf: Day;
  /** By due date. */
  readonly invoices: readonly InvoiceStatement[];
  /**
   * Credit notes not set against an invoice, and money beyond what is owed: on their own line, without effect
   * on interest. Positive cents; `number` is that of the credit note or the reference of the payment.
   */
  readonly credits: readonly {
    readonly kind: 'credit-note' | 'payment';
    readonly number: string;
    readonly on: Day;
    readonly cents: Cents;
  }[];
  readonly totals: {
    readonly principalCents: Cents;
    readonly interestCents: Cents;
    readonly indemnityCents: Cents;
    /** Taken off the sum of the three. */
    readonly creditsCents: Cents;
    readonly totalCents: Cents;
    readonly dailyInterestCents: Cents;
    readonly disputedCents: Cents;
    readonly waivedCents: Cents;
  };
  /** Invoices that could not be computed, with the reason in French and what to do. */
  readonly problems: readonly { readonly invoice: Invoice; readonly message: string }[];
}
