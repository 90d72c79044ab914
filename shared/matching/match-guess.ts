import type { AccountFit } from './account-fits.ts';
import type { AmountFit } from './amount-fit.ts';
import type { IdentityLevel } from './client-evidence.ts';
import type { MatchReason, MatchTarget } from './match-contract.ts';

/** What speaks for and against one way to book a movement, before it is weighed. */
export interface GuessFacts {
  readonly clientId: string;
  /** How surely the client is the payer; 0 = nothing says so. */
  readonly identity: 0 | IdentityLevel;
  /** Clients as likely as this one, itself included; 1 or more. */
  readonly identityRivals: number;
  readonly fit: AmountFit['kind'];
  readonly shape: AccountFit['shape'] | 'named';
  /** Weakest way in which a settled invoice is named; 0 = not named. */
  readonly naming: 0 | 1 | 2 | 3 | 4;
  /** How many invoices the text may mean where it names one. */
  readonly meanings: number;
  /** Other ways that fit the amount as well. */
  readonly amountRivals: number;
  /** Open invoices that belong to it although only others are named. */
  readonly addedCount: number;
  /** Named in so many words, and not settled by this. */
  readonly leftNamed: number;
  readonly hasForeignNumber: boolean;
  /** The text speaks of a rent, a deposit, a quotation…: money that settles no invoice. */
  readonly otherPurpose: string | undefined;
  /** Whole tens of euros: who pays such a sum chose it, no bank took its fees off. */
  readonly isRoundAmount: boolean;
  /** What is missing is more than fees, what is too much is less than half of what is owed. */
  readonly isLikelySize: boolean;
  /** The name is surely that of another client. */
  readonly hasOtherPayer: boolean;
  /** 30, 40 or 50 percent. */
  readonly isUsualDeposit: boolean;
  readonly isInsolvent: boolean;
  readonly isReceipt: boolean;
  /** Open invoices of the client that the money could be for. */
  readonly owedCount: number;
  /** Open invoices of this very amount in the whole ledger. */
  readonly sameAmountCount: number;
}

/** A way to book a movement, weighed. */
export interface MatchGuess {
  readonly target: MatchTarget;
  readonly reasons: readonly MatchReason[];
  readonly facts?: GuessFacts;
  /** 0 to 100. */
  readonly score: number;
  /** Would be pre-ticked if nothing else were as likely. */
  readonly isSure: boolean;
}
