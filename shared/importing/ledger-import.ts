import type { Ledger } from '../ledger/ledger.ts';
import { existingLedger } from './existing-ledger.ts';
import type { ImportPlan } from './import-plan.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import { planImportSteps } from './plan-import.ts';
import { lastOf } from './steps.ts';
import { withoutUsedCredit } from './used-credit-notes.ts';

/**
 * What the rows of a file would do to a ledger: the dry run that the user sees and the import itself are this
 * one function. Nothing is written. Never throws.
 */
export const planLedgerImport = (
  ledger: Ledger,
  read: Pick<InvoiceRows, 'rows' | 'leftOut' | 'duplicates'>,
  newId: () => string,
): ImportPlan => lastOf(planLedgerImportSteps(ledger, read, newId));

/** The same as {@link planLedgerImport} in steps of some hundreds of rows. */
export function* planLedgerImportSteps(
  ledger: Ledger,
  read: Pick<InvoiceRows, 'rows' | 'leftOut' | 'duplicates'>,
  newId: () => string,
): Generator<undefined, ImportPlan> {
  const existing = existingLedger(ledger);
  yield;
  const plan = yield* planImportSteps(read.rows, existing, {
    newId,
    duplicatesInFile: read.duplicates,
    leftOut: read.leftOut,
  });
  yield;
  return withoutUsedCredit(plan, ledger);
}

/** True when the plan would change nothing: the file was imported before, or holds only what is known. */
export const isNothingNew = (plan: ImportPlan): boolean =>
  plan.newInvoices.length === 0 &&
  plan.updatedInvoices.length === 0 &&
  plan.newClients.length === 0 &&
  plan.updatedClients.length === 0;
