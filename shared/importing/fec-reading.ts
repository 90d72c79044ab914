import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { TextEncoding } from './encoding.ts';
import type { FecProblem } from './fec-problem.ts';

/** Customer accounts of the French chart: receivables, bills of exchange, doubtful debts, advances received. */
export type FecAccountGroup = '411' | '413' | '416' | '4191';

/**
 * What an open item is. `bill`: a bill of exchange to be received (413). `refund`: a debit in a bank journal,
 * money paid back or a payment returned. `adjustment`: a credit that is neither money nor a credit note.
 */
export type FecItemKind =
  | 'invoice'
  | 'credit-note'
  | 'payment'
  | 'advance'
  | 'bill'
  | 'refund'
  | 'adjustment';

/** One line of a customer account, as far as it is still open: a debit that is owed, or a credit not used. */
export interface FecDocument {
  /** Physical line of the file, from 1. */
  readonly line: number;
  readonly pieceRef: string;
  readonly pieceOn: Day;
  readonly entryOn: Day;
  readonly journalCode: string;
  readonly label: string;
  readonly kind: FecItemKind;
  /** Carried over from the year before. */
  readonly isOpening: boolean;
  /** More than 0. */
  readonly totalCents: Cents;
  /** 1 to `totalCents`. */
  readonly openCents: Cents;
}

/** Something that the accounts leave open: a line without letter, or what is left of a group of one letter. */
export interface FecOpenItem {
  readonly accountGroup: FecAccountGroup;
  /** CompteNum as written. */
  readonly account: string;
  /** CompAuxNum, or CompteNum where there is none. */
  readonly customerKey: string;
  readonly customerName: string;
  readonly pieceRef: string;
  /** PieceDate, or the entry's date where the piece has none. */
  readonly pieceOn: Day;
  readonly entryOn: Day;
  readonly journalCode: string;
  readonly journalName: string;
  /** EcritureNum; empty before validation. */
  readonly entryNumber: string;
  readonly label: string;
  /** Debit − credit: what the customer owes is positive, what he is owed negative. Never 0. */
  readonly cents: Cents;
  readonly kind: FecItemKind;
  /** Letter of the group of which this is left; empty for a line without letter. */
  readonly letter: string;
  /** Carried over from the year before (journal of opening entries). */
  readonly isOpening: boolean;
  /** Not validated yet (ValidDate empty, « brouillard »). */
  readonly isDraft: boolean;
  readonly line: number;
  /** The same for the same entry in every export of the year (law-and-formats.md 6.1, 9). */
  readonly identity: string;
  /** The invoices that make up a positive item, or the credits of a negative one, oldest first. */
  readonly documents: readonly FecDocument[];
  /** Day of the last credit in the letter group: when the part that was paid was paid. */
  readonly lastCreditOn?: Day;
}

/** A debit that the accounts say is settled, with the day of the last credit set against it. */
export interface FecClosedDocument {
  readonly customerKey: string;
  readonly pieceRef: string;
  readonly pieceOn: Day;
  readonly label: string;
  readonly isOpening: boolean;
  readonly totalCents: Cents;
  readonly settledOn: Day;
  readonly line: number;
}

/** What the file says of one customer on the 411 accounts. */
export interface FecCustomer {
  readonly customerKey: string;
  readonly customerName: string;
  /** Lines on 411 accounts. */
  readonly lines: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  /** Debit − credit. */
  readonly balanceCents: Cents;
  /** Lines without letter and their sum. */
  readonly openLines: number;
  readonly openLineCents: Cents;
}

/** A file of accounting entries, as far as it concerns customers. */
export interface FecReading {
  /** False: the bytes are no FEC at all, and `problems` says why. */
  readonly isFec: boolean;
  /** True when no line was left out and debits equal credits: nothing says that a part is missing. */
  readonly isWhole: boolean;
  /** In the order of the file. Empty when the file could not be read. */
  readonly openItems: readonly FecOpenItem[];
  /** Balance of all 411 accounts, summed line by line: what the open items of 411 must come to. */
  readonly controlCents: Cents;
  /** Sum of the open items of each group. */
  readonly openCents: Readonly<Record<FecAccountGroup, Cents>>;
  readonly problems: readonly FecProblem[];
  /** 9 digits, of a file name that follows the law (SirenFECAAAAMMJJ). */
  readonly siren?: string;
  /** Last day of the accounting year, of the file name. */
  readonly closingOn?: Day;
  /** First and last entry of the file. */
  readonly firstOn?: Day;
  readonly lastOn?: Day;
  /** Calendar years of the entries, ascending. */
  readonly years: readonly number[];
  /** Data lines, those left out included. */
  readonly lineCount: number;
  readonly leftOutLines: number;
  /** Fields of the header. */
  readonly fieldCount: number;
  readonly separator: string;
  readonly encoding: TextEncoding;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  /** Entries told apart by journal, number and date, and how many of them do not balance. */
  readonly entryCount: number;
  readonly unbalancedEntries: number;
  /** Customer lines that are not validated yet. */
  readonly draftLines: number;
  /** True when a journal of opening entries was found. */
  readonly hasOpening: boolean;
  readonly customers: readonly FecCustomer[];
  readonly closedDocuments: readonly FecClosedDocument[];
}
