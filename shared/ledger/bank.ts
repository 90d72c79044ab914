import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { BankFormat, BankStatementLine } from '../importing/bank-reading.ts';
import type { Cents } from '../money/cents.ts';

/** An account of the user whose statements are imported. */
export interface BankAccount {
  readonly id: string;
  /** What the user calls it: « Compte courant ». */
  readonly name: string;
  /** As the bank's files identify it (IBAN, or bank, branch and number), without spaces; unique with currency. */
  readonly identifier: string;
  readonly currency: string;
  /** False: receipts never come here (savings, card account); it does not count for bank freshness. */
  readonly receivesPayments: boolean;
  readonly createdAt: Instant;
}

/** One statement of one imported file: proof of what the bank said, and what undo takes away. */
export interface BankStatementRecord {
  readonly id: string;
  readonly accountId: string;
  readonly importId: string;
  readonly format: BankFormat;
  readonly openingCents?: Cents | undefined;
  readonly closingCents?: Cents | undefined;
  readonly openingOn?: Day | undefined;
  readonly closingOn?: Day | undefined;
  /** Last day about which the statement says anything: closing day, else that of its last movement. */
  readonly coversUntil?: Day | undefined;
  /** Movements in the file, known ones included. 0 or more. */
  readonly lineCount: number;
  /** Of these, how many were new. */
  readonly newLineCount: number;
  /** Opening + movements = closing; undefined where the file does not give both balances. */
  readonly addsUp?: boolean | undefined;
  readonly recordedAt: Instant;
}

/** Why a movement is no payment of an invoice. */
export type SetAsideReason =
  | 'own-transfer'
  | 'card-settlement'
  | 'refund'
  | 'loan-or-grant'
  | 'fees'
  | 'already-recorded'
  | 'other';

/** A movement of an account. Money received becomes payments that refer to it; it is never changed itself. */
export interface BankLine extends Omit<BankStatementLine, 'fileLine'> {
  readonly id: string;
  readonly accountId: string;
  readonly statementId: string;
  /** Tells this movement from every other of the account; the same in overlapping files. */
  readonly identity: string;
  /** The user said that it settles no invoice. */
  readonly setAside?:
    | { readonly reason: SetAsideReason; readonly at: Instant; readonly note?: string | undefined }
    | undefined;
  /** Payment that this outgoing movement takes back (returned direct debit, rejected transfer). */
  readonly returnsPaymentId?: string | undefined;
}

/** A name or account under which a client pays, learnt from what the user confirmed. */
export interface PayerName {
  readonly id: string;
  readonly clientId: string;
  /** Normalised name, as matching/payer-name.ts gives it. */
  readonly nameKey?: string | undefined;
  /** Without spaces. */
  readonly iban?: string | undefined;
  /** How often it was confirmed; 1 or more. */
  readonly confirmations: number;
  readonly learnedAt: Instant;
}
