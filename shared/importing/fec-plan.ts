import type { Day } from '../dates/day.ts';
import type { FecImportFacts } from '../ledger/history.ts';
import type { Allocation } from '../ledger/payment.ts';
import type { Cents } from '../money/cents.ts';
import type { FecCredit } from './fec-rows.ts';
import type { ImportPlan } from './import-plan.ts';

/** Money or a credit note on account that is set against an invoice, as the accounts have done. */
export interface FecUse {
  readonly source: Extract<Allocation['source'], { readonly kind: 'payment' | 'credit-note' }>;
  readonly invoiceId: string;
  readonly cents: Cents;
  readonly effectiveOn: Day;
}

/**
 * Why the accounts say that an invoice is settled. `lettered`: it stands there in a group that comes to 0.
 * `opening`: it was no longer carried over into the year. `absent`: it is nowhere, which may also mean that its
 * entry was renumbered; the user has to say.
 */
export type FecEvidence = 'lettered' | 'opening' | 'absent';

/** An invoice of an earlier import that the accounts no longer leave open. */
export interface FecSettlement {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly number: string;
  /** What is settled: all that remains, or, of an opening balance, a part. More than 0. */
  readonly cents: Cents;
  readonly settledOn: Day;
  readonly evidence: FecEvidence;
  /** True when the choice covers it: it will be settled. */
  readonly isChosen: boolean;
  /** Part that comes as a payment « selon l’import »; the rest is taken from the account. */
  readonly newMoneyCents: Cents;
}

/** Money on account, or a part of a credit note, of an earlier import that the accounts no longer have. */
export interface FecWithdrawal {
  readonly kind: 'payment' | 'credit-note';
  readonly id: string;
  readonly clientId: string;
  /** What goes: the accounts have used it for something that Acquit does not know as open. */
  readonly cents: Cents;
  /** What the payment or credit note comes to then; 0 = it is taken back as a whole. */
  readonly newTotalCents: Cents;
  readonly name: string;
}

/** What a file of entries means beside its invoices. */
export interface AccountingPlan {
  /** Money that will wait in « À affecter ». */
  readonly newCredits: readonly (FecCredit & { readonly clientId: string })[];
  /** Credits of the file that Acquit has already: imported before, or recorded by the user. */
  readonly knownCredits: number;
  readonly uses: readonly FecUse[];
  readonly settlements: readonly FecSettlement[];
  readonly withdrawals: readonly FecWithdrawal[];
  /** Clients on account 416 who are still reminded: to be excluded, where the user agrees. */
  readonly doubtful: readonly { readonly clientId: string; readonly name: string; readonly cents: Cents }[];
  /** Known invoices that became bills of exchange: reminders pause. */
  readonly billedInvoiceIds: readonly string[];
  /** SIREN of the file, where it is that of another company than this ledger's. Nothing is settled then. */
  readonly otherSiren?: string;
  /** Last entry of a file imported earlier, where this one stops before it: it would bring back what was paid. */
  readonly newerOn?: Day;
  /** True when earlier files left invoices open, but this one is not whole: nothing is settled by it. */
  readonly isTooPartialToSettle: boolean;
  /** Opening entries that payments lettered with the year before have settled. */
  readonly offsetCents: Cents;
  /** Balance of the 411 accounts less their open items; 0 when every line was read. */
  readonly differenceCents: Cents;
  readonly facts: FecImportFacts;
}

/** What the import of a file of entries would do; nothing is written. */
export interface FecImportPlan extends ImportPlan {
  readonly accounting: AccountingPlan;
}

/** Which of the invoices that disappeared from the accounts are settled: the proven ones, all, or none. */
export type FecSettleChoice = 'proven' | 'all' | 'none';
