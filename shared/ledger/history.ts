import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { TimeOfDay } from '../dates/time-of-day.ts';
import type { Cents } from '../money/cents.ts';

export type CallOutcome =
  | 'reached'
  | 'promise'
  | 'dispute'
  | 'oversight'
  | 'difficulty'
  | 'administrative'
  | 'unreachable'
  | 'message-left'
  /** Somebody answered and asked to be called back: `followUpOn` and `followUpTime` say when. */
  | 'call-back';

/** What the user typed into a client's timeline. */
export interface HistoryNote {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
  readonly kind: 'note' | 'call' | 'email-received' | 'service';
  readonly occurredAt: Instant;
  readonly text: string;
  readonly outcome?: CallOutcome | undefined;
  readonly followUpOn?: Day | undefined;
  /** Time agreed for that day. */
  readonly followUpTime?: TimeOfDay | undefined;
  /** The e-mail itself (`.eml`), where the note tells of one. */
  readonly documents?: readonly DocumentRef[] | undefined;
}

/** Which accounts an import came from. */
export interface FecImportFacts {
  /** 9 digits, where the file's name gave it. */
  readonly siren?: string | undefined;
  readonly closingOn?: Day | undefined;
  /** First and last entry. */
  readonly firstOn?: Day | undefined;
  readonly lastOn?: Day | undefined;
  /** Clients on account 416 then: who was taken out of the exclusion since is not excluded again. */
  readonly doubtfulClientIds: readonly string[];
  /** Customers whom Acquit knows under another code, by the documents that both have. */
  readonly aliases?: readonly FecAlias[] | undefined;
}

/** A customer account of the accounts, and the client behind it. */
export interface FecAlias {
  readonly customerKey: string;
  readonly clientId: string;
}

/** One import of a file: what came of it, so that it can be undone as a whole. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  /** Of a batch of documents, the hash of each one; `fileHash` is then that of the whole. */
  readonly fileHashes?: readonly string[] | undefined;
  readonly importedAt: Instant;
  /** What the file was; invoices where undefined. */
  readonly content?: 'invoices' | 'contacts' | 'bank' | 'life-cycle' | 'e-mail' | undefined;
  readonly newInvoices: number;
  readonly updatedInvoices: number;
  readonly newClients: number;
  /** Set where the file was one of accounting entries: a later one of the same company closes what was paid. */
  readonly fec?: FecImportFacts | undefined;
  /** Movements of an account that were new. */
  readonly newBankLines?: number | undefined;
  readonly openCents: Cents;
}

/** A column mapping found again for the next file of the same source. */
export interface ImportProfile {
  readonly id: string;
  readonly name: string;
  /** Fingerprint of the header row. */
  readonly headerFingerprint: string;
  /** What its files hold; invoices where undefined. */
  readonly content?: 'invoices' | 'bank' | 'contacts' | undefined;
  /** Opaque to the ledger: importing/column-mapping.ts reads and writes it. */
  readonly mapping: Readonly<Record<string, unknown>>;
}

/** A file kept in the document store of main; the bytes are found by their hash. */
export interface DocumentRef {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Money the user plans to spend. */
export interface PlannedOutflow {
  readonly id: string;
  readonly label: string;
  readonly cents: Cents;
  readonly firstOn: Day;
  readonly repeats: 'once' | 'weekly' | 'monthly' | 'quarterly';
  readonly until?: Day | undefined;
}

/** What the bank account held at the end of a day. */
export interface BankBalance {
  readonly id: string;
  /** The account, where a statement said it; undefined = all of them together, typed by the user. */
  readonly accountId?: string | undefined;
  readonly on: Day;
  readonly cents: Cents;
  readonly recordedAt: Instant;
}
