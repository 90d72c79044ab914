import type { Cents } from '../money/cents.ts';
import type { KnownClient } from './client-matching.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportSummary } from './import-summary.ts';
import type { InvoiceRow } from './invoice-row.ts';
import type { ExistingInvoice, InvoiceChanges } from './invoice-update.ts';

/** The part of the ledger that an import is compared with. */
export interface ExistingLedger {
  readonly clients: readonly KnownClient[];
  readonly invoices: readonly ExistingInvoice[];
}

export interface ImportPlanOptions {
  /** Gives a fresh id; `shared/` has no randomness. */
  readonly newId: (table: 'clients' | 'invoices') => string;
  /** Duplicates already found while reading the file, to be counted in the summary. */
  readonly duplicatesInFile?: number;
  /** Drafts and cancelled invoices of the file: an invoice of the ledger among them is listed. */
  readonly leftOut?: readonly InvoiceRow[];
}

export interface NewInvoice {
  readonly id: string;
  readonly clientId: string;
  readonly row: InvoiceRow;
  /** What the file says was paid already: recorded as a payment « selon l’import ». 0 or more. */
  readonly importedPaidCents: Cents;
}

export interface UpdatedInvoice {
  readonly id: string;
  readonly clientId: string;
  readonly row: InvoiceRow;
  readonly changes: InvoiceChanges;
  /** What the file says was paid beyond what the ledger knows. 0 or more. */
  readonly importedPaidCents: Cents;
}

export interface UpdatedClient {
  readonly id: string;
  /** Facts the ledger lacked; nothing the user typed is ever overwritten. */
  readonly changes: Partial<Omit<KnownClient, 'id'>>;
  readonly line: number;
}

/** What an import would do, row by row; nothing is written. */
export interface ImportPlan {
  readonly newClients: readonly (KnownClient & { readonly line: number })[];
  readonly updatedClients: readonly UpdatedClient[];
  readonly newInvoices: readonly NewInvoice[];
  readonly updatedInvoices: readonly UpdatedInvoice[];
  readonly unchanged: readonly { readonly invoiceId: string; readonly row: InvoiceRow }[];
  /** Rows that would make a second copy of an invoice. */
  readonly duplicates: readonly { readonly row: InvoiceRow; readonly reason: 'in-file' | 'other-client' }[];
  /** Rows still open in the file whose invoice was closed or cancelled in the ledger: never brought back. */
  readonly closedIgnored: readonly {
    readonly invoiceId: string;
    readonly row: InvoiceRow;
    readonly reason: 'paid' | 'cancelled';
  }[];
  /** Open invoices of the ledger that the file gives as cancelled or draft: for the user to decide. */
  readonly cancelledInFile: readonly { readonly invoiceId: string; readonly row: InvoiceRow }[];
  /** New clients that may be known under a slightly different name. */
  readonly similarClients: readonly { readonly newClientId: string; readonly existingClientId: string }[];
  readonly problems: readonly ImportProblem[];
  readonly summary: ImportSummary;
}
