import { type Day, earlierDay } from '../../../shared/dates/day.ts';
import type { ImportPlan, NewInvoice, UpdatedInvoice } from '../../../shared/importing/import-plan.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { invoiceDueOn, termsOf } from '../../../shared/ledger/client-terms.ts';
import { type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Cents } from '../../../shared/money/cents.ts';

const newInvoice = (
  { id, clientId, row }: NewInvoice,
  dueOn: Day | undefined,
  importId: string,
  context: CommandContext,
): Invoice => ({
  id,
  clientId,
  number: row.number,
  kind: row.kind,
  issuedOn: row.issuedOn,
  ...(dueOn !== undefined && { dueOn }),
  totalCents: row.totalCents,
  currency: row.currency,
  ...(row.orderReference !== undefined && { orderReference: row.orderReference }),
  importId,
  createdAt: context.now,
});

/** The money that a file says was received, as a payment « selon l’import » set against its invoice. */
export const importedPayment = (
  { id, clientId }: Pick<NewInvoice | UpdatedInvoice, 'id' | 'clientId'>,
  paidCents: Cents,
  receivedOn: Day,
  importId: string,
  context: CommandContext,
): readonly RowWrite[] => {
  const paymentId = context.newId();
  return [
    put('payments', {
      id: paymentId,
      clientId,
      receivedOn,
      cents: paidCents,
      method: 'as-imported',
      importId,
      recordedAt: context.now,
    }),
    put('allocations', {
      id: context.newId(),
      source: { kind: 'payment', paymentId },
      invoiceId: id,
      cents: paidCents,
      effectiveOn: receivedOn,
    }),
  ];
};

/** Undefined for terms that run from a receipt: no file names its day, and the invoice waits for it. */
const byTerms = (issuedOn: Day, client: Client | undefined, defaultTermDays: number): Day | undefined => {
  const due = invoiceDueOn({ issuedOn }, client?.regime, termsOf(client, defaultTermDays));
  return due.ok ? due.value : undefined;
};

/** The new invoices of a plan, with what was paid on them. `termDays`: the term where none is agreed. */
export const newInvoiceWrites = (
  plan: ImportPlan,
  ledger: Ledger,
  wish: { readonly fillDueDates: boolean; readonly termDays?: number | undefined },
  importId: string,
  context: CommandContext,
): readonly RowWrite[] => {
  const defaultTermDays = wish.termDays ?? settingsOf(ledger, 'reminders').defaultTermDays;
  return plan.newInvoices.flatMap((invoice) => {
    const { row, clientId, importedPaidCents } = invoice;
    const wantsTerm = wish.fillDueDates && row.kind === 'invoice' && row.awaitsDueDate !== true;
    const dueOn =
      row.dueOn ??
      (wantsTerm ? byTerms(row.issuedOn, ledger.clients.get(clientId), defaultTermDays) : undefined);
    // When it was paid most files do not say. Its due date claims no delay and no interest.
    const receivedOn = earlierDay(row.paidOn ?? dueOn ?? row.issuedOn, context.today);
    return [
      put('invoices', newInvoice(invoice, dueOn, importId, context)),
      ...(importedPaidCents > 0
        ? importedPayment(invoice, importedPaidCents, receivedOn, importId, context)
        : []),
    ];
  });
};

/** What a plan changes of known invoices, with what was paid on them since. */
export const updateWrites = (
  plan: ImportPlan,
  ledger: Ledger,
  importId: string,
  context: CommandContext,
): readonly RowWrite[] =>
  plan.updatedInvoices.flatMap((update) => {
    const invoice = ledger.invoices.get(update.id);
    if (!invoice) return [];
    return [
      ...(Object.keys(update.changes).length > 0 ? [put('invoices', { ...invoice, ...update.changes })] : []),
      ...(update.importedPaidCents > 0
        ? importedPayment(
            update,
            update.importedPaidCents,
            earlierDay(update.row.paidOn ?? context.today, context.today),
            importId,
            context,
          )
        : []),
    ];
  });
