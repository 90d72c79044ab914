import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { ImportPlan, UpdatedInvoice } from './import-plan.ts';

/** What the ledger itself has set of a credit note against invoices. */
const usedInLedger = (ledger: Ledger, creditNoteId: string): number => {
  const total = ledger.invoices.get(creditNoteId)?.totalCents ?? 0;
  return total - (currentBalances(ledger).unallocatedBySource.get(creditNoteId) ?? total);
};

const withoutTotal = ({
  totalCents: _total,
  ...rest
}: UpdatedInvoice['changes']): UpdatedInvoice['changes'] => rest;

/**
 * A list says that a credit note is partly used, but not for which invoice; those invoices stand in the list
 * with what they still owe. The used part is therefore left away: the note is kept with what the client can
 * still claim, plus what the ledger itself has set against invoices. One that is used up is not imported.
 */
export const withoutUsedCredit = (plan: ImportPlan, ledger: Ledger): ImportPlan => {
  const newInvoices = plan.newInvoices.flatMap((invoice) => {
    const { row } = invoice;
    if (row.kind === 'invoice' || invoice.importedPaidCents === 0) return [invoice];
    if (row.remainingCents === 0) return [];
    return [{ ...invoice, row: { ...row, totalCents: row.remainingCents }, importedPaidCents: cents(0) }];
  });
  const unchanged = [...plan.unchanged];
  const updatedInvoices = plan.updatedInvoices.flatMap((update) => {
    const { row } = update;
    if (row.kind === 'invoice' || update.importedPaidCents === 0) return [update];
    const totalCents: Cents = cents(row.remainingCents + usedInLedger(ledger, update.id));
    const isSameTotal = totalCents === ledger.invoices.get(update.id)?.totalCents;
    const changes = { ...withoutTotal(update.changes), ...(!isSameTotal && { totalCents }) };
    if (Object.keys(changes).length === 0) {
      unchanged.push({ invoiceId: update.id, row });
      return [];
    }
    return [{ ...update, changes, importedPaidCents: cents(0) }];
  });
  return { ...plan, newInvoices, updatedInvoices, unchanged };
};
