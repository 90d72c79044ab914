import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';

export type BankFormat = 'cfonb120' | 'camt053' | 'ofx' | 'mt940' | 'csv';

/** One movement of an account, as the bank states it. */
export interface BankStatementLine {
  readonly bookedOn: Day;
  readonly valueOn?: Day;
  /** Signed: money received is positive, money paid out negative. Cents of the statement's currency. */
  readonly amountCents: Cents;
  /** Label and remittance text, lines joined with a newline. */
  readonly label: string;
  /** Name of the payer or payee, where the bank gives it. */
  readonly counterparty?: string;
  /** Account of the payer or payee, without spaces. */
  readonly counterpartyIban?: string;
  /** Reference given by the payer: end-to-end id, structured reference, « RCN »; never « NOTPROVIDED ». */
  readonly reference?: string;
  /** The bank's own id of the movement (FITID, AcctSvcrRef…); some banks use one again. */
  readonly bankId?: string;
  /** The bank's code for the kind of movement (CFONB interbank code, SWIFT type, OFX TRNTYPE, BkTxCd). */
  readonly bankCode?: string;
  /** The bank says that this movement takes an earlier one back: reject reason, reversal, return. */
  readonly returnReason?: string;
  /** Line or record of the file, from 1. */
  readonly fileLine?: number;
}

/** One account over one period. */
export interface BankStatement {
  readonly format: BankFormat;
  /** IBAN where the bank gives it, else what identifies the account (bank, branch and number); no spaces. */
  readonly account: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly openingCents?: Cents;
  readonly closingCents?: Cents;
  /**
   * Only where the bank states the closing balance in another currency than the account's: `closingCents` is then
   * in this one, the statement does not add up, and the balance is none of the account's.
   */
  readonly closingCurrency?: string;
  readonly openingOn?: Day;
  readonly closingOn?: Day;
  readonly lines: readonly BankStatementLine[];
}

export type BankProblemKind =
  | 'empty-file'
  | 'too-big'
  | 'not-a-statement'
  | 'other-message'
  | 'damaged'
  | 'cut-off'
  | 'no-date'
  | 'impossible-date'
  | 'no-amount'
  | 'not-an-amount'
  | 'too-precise-amount'
  | 'broken-sequence'
  | 'does-not-add-up'
  | 'pending-left-out'
  | 'columns-unknown'
  | 'unreadable-line';

/** What is wrong with a bank file. After an `error` something was left out: the reading is not whole. */
export interface BankProblem {
  readonly severity: 'error' | 'warning';
  readonly kind: BankProblemKind;
  /** Line or record of the file, from 1. */
  readonly line?: number;
  /** Which of the statements it concerns, from 0. */
  readonly statement?: number;
  /** French: what it is and what to do. */
  readonly message: string;
}

/** A bank file as read. Without statements there is at least one problem that says why. */
export interface BankReading {
  readonly statements: readonly BankStatement[];
  readonly problems: readonly BankProblem[];
}
