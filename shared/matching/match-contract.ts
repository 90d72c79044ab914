import type { Day } from '../dates/day.ts';
import type { BankLineKind } from '../importing/bank-line-kind.ts';
import type { PayerName } from '../ledger/bank.ts';
import type { EarlyPaymentDiscount } from '../ledger/client.ts';
import type { Handover } from '../ledger/handover.ts';
import type { ConcessionReason, Payment } from '../ledger/payment.ts';
import type { Cents } from '../money/cents.ts';

/** A movement that matching looks at. */
export interface MoneyMovement {
  readonly id: string;
  readonly bookedOn: Day;
  /** Signed, cents. */
  readonly amountCents: Cents;
  /** ISO 4217. */
  readonly currency: string;
  readonly kind: BankLineKind;
  readonly label: string;
  readonly counterparty?: string | undefined;
  readonly counterpartyIban?: string | undefined;
  readonly reference?: string | undefined;
}

/** An invoice on which something is owed. */
export interface OpenItem {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn?: Day | undefined;
  readonly totalCents: Cents;
  /** More than 0. */
  readonly remainingCents: Cents;
  readonly currency: string;
  readonly orderReference?: string | undefined;
  readonly discount?: EarlyPaymentDiscount | undefined;
  /** Amounts that the client announced or agreed to: promises and instalments not yet kept. */
  readonly announced?: readonly { readonly cents: Cents; readonly on: Day }[] | undefined;
}

/** Who may have paid. */
export interface KnownPayer {
  readonly clientId: string;
  readonly name: string;
  /** The client's code: letters that claim several invoices print its RF reference. */
  readonly code?: string | undefined;
  readonly city?: string | undefined;
  readonly names: readonly Pick<PayerName, 'nameKey' | 'iban' | 'confirmations'>[];
  /** Days after the due date after which he usually pays, where he has a habit (insight/usual-delay.ts). */
  readonly usualDelayDays?: number | undefined;
  /** Money on account and unused credit notes; 0 or more. */
  readonly onAccountCents: Cents;
  /** A judgment opened a procedure: earlier claims may not be paid (C. com. L622-7). */
  readonly isInsolvent: boolean;
}

/** A payment that stands in the ledger: for what was noted by hand already, and for what comes back. */
export interface KnownPayment {
  readonly paymentId: string;
  readonly clientId: string;
  readonly receivedOn: Day;
  /** What reached the account. */
  readonly cents: Cents;
  readonly method: string;
  readonly reference?: string | undefined;
  /** Already the payment of a movement. */
  readonly hasBankLine: boolean;
  /** Hand-over through which it came. */
  readonly handoverId?: string | undefined;
}

/** Invoices that a collector has: what he passes on comes under his name, less his fee. */
export interface KnownHandover
  extends Pick<Handover, 'clientId' | 'invoiceIds' | 'handedOverOn' | 'fee' | 'reference'> {
  readonly handoverId: string;
  readonly collectorName: string;
  /** What he kept so far; 0 or more. */
  readonly keptCents: Cents;
}

export interface MatchingInput {
  readonly movements: readonly MoneyMovement[];
  readonly items: readonly OpenItem[];
  readonly payers: readonly KnownPayer[];
  readonly payments: readonly KnownPayment[];
  /** Open ones; absent: none. */
  readonly handovers?: readonly KnownHandover[] | undefined;
  /** What a payer's bank may keep and the invoice still counts as paid; 0 = nothing. */
  readonly feeToleranceCents: Cents;
}

/** What of the money goes to an invoice, and what of its rest is let go. */
export interface MatchShare {
  readonly invoiceId: string;
  /** More than 0. */
  readonly cents: Cents;
  readonly concession?: { readonly reason: ConcessionReason; readonly cents: Cents } | undefined;
}

/** Why money is proposed for an invoice; matching/match-reason-text.ts says it in French. */
export type MatchReason =
  | { readonly kind: 'creditor-reference'; readonly reference: string }
  | {
      readonly kind: 'invoice-number';
      readonly numbers: readonly string[];
      /** Only digits that may be those of the numbers stand there. */
      readonly isPartial?: true;
    }
  | { readonly kind: 'order-reference'; readonly reference: string }
  | { readonly kind: 'exact-amount' }
  | { readonly kind: 'only-invoice-of-amount' }
  | { readonly kind: 'sum-of-invoices'; readonly count: number }
  | { readonly kind: 'whole-account' }
  | { readonly kind: 'part-payment'; readonly percent?: number | undefined }
  | { readonly kind: 'announced-amount'; readonly on: Day }
  | { readonly kind: 'early-payment-discount'; readonly basisPoints: number }
  | { readonly kind: 'bank-fees'; readonly cents: Cents }
  | { readonly kind: 'rounding'; readonly cents: Cents }
  /** Money on account or a credit note was taken off. */
  | { readonly kind: 'credit-deducted'; readonly cents: Cents }
  | { readonly kind: 'overpayment'; readonly cents: Cents }
  | { readonly kind: 'client-name'; readonly written: string; readonly likeness: number }
  | { readonly kind: 'known-payer-name'; readonly written: string; readonly confirmations: number }
  | { readonly kind: 'known-iban'; readonly iban: string }
  /** It came when he usually pays. */
  | { readonly kind: 'usual-delay'; readonly days: number }
  | { readonly kind: 'legal-order' }
  | { readonly kind: 'already-recorded'; readonly on: Day }
  /** Cheques noted by hand that add up to the deposit. */
  | { readonly kind: 'cheques-deposited'; readonly count: number }
  | { readonly kind: 'returns-payment'; readonly on: Day }
  /** The name is that of a collector. */
  | {
      readonly kind: 'collector-name';
      readonly written: string;
      readonly collector: string;
      readonly isSure: boolean;
    }
  /** His file number. */
  | { readonly kind: 'collector-reference'; readonly reference: string }
  /** What the client paid, less the fee and the VAT on it, is what came. */
  | {
      readonly kind: 'collector-terms';
      readonly grossCents: Cents;
      readonly feeCents: Cents;
      readonly vatCents: Cents;
      readonly netCents: Cents;
    }
  /** What the client paid is what so many invoices of the hand-over owe. */
  | { readonly kind: 'collected-invoices'; readonly count: number; readonly isAll: boolean }
  /** Why it is not certain. */
  | { readonly kind: 'several-clients'; readonly count: number }
  | { readonly kind: 'several-combinations' }
  | { readonly kind: 'amount-differs'; readonly cents: Cents }
  /** He kept some cents more or less than agreed. */
  | { readonly kind: 'fee-differs'; readonly cents: Cents }
  /** He kept nothing: he may send an invoice for his fee. */
  | { readonly kind: 'fee-apart' }
  /** The text quotes a number that differs by one figure. */
  | { readonly kind: 'near-number'; readonly written: string }
  /** The text names an invoice that this proposal does not settle. */
  | { readonly kind: 'other-number-quoted' }
  /** The text speaks of something else than an invoice: a rent, a deposit, a quotation. */
  | { readonly kind: 'other-purpose'; readonly written: string }
  /** The named invoice is settled already: this may be a second payment. */
  | { readonly kind: 'settled-invoice-named'; readonly numbers: readonly string[] }
  | { readonly kind: 'insolvent-client' }
  | { readonly kind: 'no-customer-receipt'; readonly movement: BankLineKind };

/** What a movement is proposed to be. */
export type MatchTarget =
  /** New money from a client; `onAccountCents` of it settles nothing yet. */
  | {
      readonly kind: 'payment';
      readonly clientId: string;
      readonly shares: readonly MatchShare[];
      readonly onAccountCents: Cents;
      /** Money on account or credit notes that the payer took off: what they leave open of these invoices. */
      readonly usesOnAccountCents?: Cents | undefined;
      /**
       * It came through a collector: shares and rest are what the client paid, of which he kept `feeCents`;
       * the movement brings what is left.
       */
      readonly collected?: Payment['collected'];
    }
  /** The same money was noted by hand: the movement is linked to it. */
  | {
      readonly kind: 'recorded-payment';
      readonly paymentId: string;
      readonly clientId: string;
      /** A deposit of several cheques: the other payments that it brings, of any client. */
      readonly otherPaymentIds?: readonly string[] | undefined;
    }
  /** An outgoing movement takes a payment back: its invoices are owed again. */
  | { readonly kind: 'return'; readonly paymentId: string; readonly clientId: string }
  /** No payment of an invoice (own transfer, fees, card settlement…). */
  | { readonly kind: 'no-receipt' };

export interface MatchCandidate {
  readonly target: MatchTarget;
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export interface MatchProposal {
  readonly movementId: string;
  /** The best candidate; undefined: nothing speaks for any client, the money waits in « À affecter ». */
  readonly best?: MatchCandidate | undefined;
  /** True: pre-ticked. Never where another candidate is as likely. */
  readonly isCertain: boolean;
  /** Others, best first; at most 3. */
  readonly alternatives: readonly MatchCandidate[];
}
