import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { InvoiceRow } from './invoice-row.ts';
import { listStatusActs } from './life-cycle.ts';

/** An invoice or credit note as the ledger has it. Amounts as in `InvoiceRow`. */
export interface ExistingInvoice {
  readonly id: string;
  readonly clientId: string;
  readonly number: string;
  readonly kind: InvoiceRow['kind'];
  readonly issuedOn: Day;
  readonly dueOn?: Day | undefined;
  readonly totalCents: Cents;
  /** Of a credit note, what is not yet set against an invoice. */
  readonly remainingCents: Cents;
  /** `paid` when nothing remains, however it was settled. */
  readonly status: 'open' | 'paid' | 'cancelled';
  /** Last status of the e-invoicing platform. */
  readonly lifeCycleCode?: string | undefined;
}

/** The facts of an invoice that a newer file changes. */
export interface InvoiceChanges {
  readonly issuedOn?: Day;
  readonly dueOn?: Day;
  readonly totalCents?: Cents;
}

/** What a row of a file means for an invoice that the ledger already has. */
export type InvoiceUpdate = { readonly problems: readonly ImportProblem[] } & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'closed'; readonly reason: 'paid' | 'cancelled' }
  | { readonly kind: 'changed'; readonly changes: InvoiceChanges; readonly importedPaidCents: Cents }
);

/**
 * Compares an invoice of the ledger with the row of a file. A closed one stays closed. A missing due date in
 * the file takes nothing away. More paid in the file gives the difference as `importedPaidCents`; less paid
 * than the ledger knows is an older file, and the ledger's payments stand. An invoice is no credit note: where
 * file and ledger differ in that, one of them is wrong, and nothing is changed.
 */
export const invoiceUpdate = (invoice: ExistingInvoice, row: InvoiceRow): InvoiceUpdate => {
  if (row.kind !== invoice.kind) {
    const kind = invoice.kind === 'invoice' ? 'credit-note-is-invoice' : 'invoice-is-credit-note';
    return {
      kind: 'unchanged',
      problems: [importProblem(row.line, { kind, target: 'number', value: row.number })],
    };
  }
  if (invoice.status !== 'open') {
    return invoice.status === 'paid' && row.remainingCents === 0
      ? { kind: 'unchanged', problems: [] }
      : { kind: 'closed', reason: invoice.status, problems: [] };
  }
  const paidInLedger = invoice.totalCents - invoice.remainingCents;
  const paidInFile = row.totalCents - row.remainingCents;
  if (row.totalCents < paidInLedger) {
    const facts = { value: row.number, cents: row.totalCents, otherCents: paidInLedger };
    return {
      kind: 'unchanged',
      problems: [importProblem(row.line, { kind: 'total-below-paid', target: 'totalCents', ...facts })],
    };
  }
  const changes: InvoiceChanges = {
    ...(row.issuedOn !== invoice.issuedOn && { issuedOn: row.issuedOn }),
    ...(row.dueOn !== undefined && row.dueOn !== invoice.dueOn && { dueOn: row.dueOn }),
    ...(row.totalCents !== invoice.totalCents && { totalCents: row.totalCents }),
  };
  const importedPaidCents = cents(Math.max(0, paidInFile - paidInLedger));
  const facts = { value: row.number, cents: row.remainingCents, otherCents: invoice.remainingCents };
  const problems =
    paidInFile < paidInLedger
      ? [importProblem(row.line, { kind: 'remaining-above-ledger', target: 'remainingCents', ...facts })]
      : [];
  const hasNewStatus =
    row.lifeCycleCode !== undefined && listStatusActs(row.lifeCycleCode, invoice.lifeCycleCode);
  if (importedPaidCents === 0 && Object.keys(changes).length === 0 && !hasNewStatus)
    return { kind: 'unchanged', problems };
  return { kind: 'changed', changes, importedPaidCents, problems };
};
