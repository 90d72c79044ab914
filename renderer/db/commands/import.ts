import type { Day } from '../../../shared/dates/day.ts';
import type { ImportPlan, NewInvoice, UpdatedInvoice } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRow } from '../../../shared/importing/invoice-row.ts';
import { planLedgerImport } from '../../../shared/importing/ledger-import.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { invoiceDueOn, termsOf } from '../../../shared/ledger/client-terms.ts';
import { type Command, type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { type ImportCopies, withCopies } from './import-copies.ts';
import { withLifeCycle } from './import-life-cycle.ts';
import { completedClient, importedClient } from './imported-client.ts';

/** A file as it was read, and what the user decided about it. */
export interface ImportWish {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly rows: readonly InvoiceRow[];
  /** Drafts and cancelled invoices of the file. */
  readonly leftOut: readonly InvoiceRow[];
  /** Lines that repeated a number with other values. */
  readonly duplicates: number;
  /** Invoices without due date get the client's or the company's term; else they wait without one. */
  readonly fillDueDates: boolean;
  /** Invoices open here that the file gives as cancelled are cancelled here too. */
  readonly cancelAsInFile: boolean;
  /** Documents already in the store, for invoices of the file or of the ledger. */
  readonly copies?: ImportCopies | undefined;
  /** Of a batch of documents, the hash of each. */
  readonly fileHashes?: readonly string[] | undefined;
  /** The plan of these rows, made in slices before; it counts only while the ledger is still the same. */
  readonly planned?: { readonly ledger: Ledger; readonly plan: ImportPlan } | undefined;
}

const nbsp = '\u00a0';

const ifAny = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [counted(count, one, many)];

/** « Import de factures.csv : 132 factures, 41 clients ». */
const labelOf = (fileName: string, plan: ImportPlan, cancelled: number, copies: number): string => {
  const creditNotes = plan.newInvoices.filter(({ row }) => row.kind === 'credit-note').length;
  const parts = [
    ...ifAny(plan.newInvoices.length - creditNotes, 'facture', 'factures'),
    ...ifAny(creditNotes, 'avoir', 'avoirs'),
    ...ifAny(plan.newClients.length, 'client', 'clients'),
    ...ifAny(plan.updatedInvoices.length, 'facture mise à jour', 'factures mises à jour'),
    ...ifAny(plan.updatedClients.length, 'client complété', 'clients complétés'),
    ...ifAny(cancelled, 'facture annulée', 'factures annulées'),
    ...ifAny(copies, 'copie jointe', 'copies jointes'),
  ];
  return `Import de ${fileName}${nbsp}: ${parts.join(', ')}`;
};

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

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Undefined for terms that run from a receipt: no file names its day, and the invoice waits for it. */
const byTerms = (issuedOn: Day, client: Client | undefined, defaultTermDays: number): Day | undefined => {
  const due = invoiceDueOn({ issuedOn }, client?.regime, termsOf(client, defaultTermDays));
  return due.ok ? due.value : undefined;
};

/** The new invoices of a plan, with what was paid on them. `termDays`: the term where none is agreed. */
export const newInvoiceWrites = (
  plan: ImportPlan,
  ledger: Ledger,
  wish: Pick<ImportWish, 'fillDueDates'> & { readonly termDays?: number | undefined },
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
    const receivedOn = earlier(row.paidOn ?? dueOn ?? row.issuedOn, context.today);
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
            earlier(update.row.paidOn ?? context.today, context.today),
            importId,
            context,
          )
        : []),
    ];
  });

/**
 * Imports a list of invoices as one change: clients, invoices, what was paid already, updates of known
 * invoices, and the record of the import. All or nothing, undoable as a whole. The file is compared with the
 * ledger of this moment, so that nothing recorded since the preview is written over.
 */
export const importInvoices: Command<ImportWish> = (ledger, wish, context) => {
  const plan =
    wish.planned?.ledger === ledger ? wish.planned.plan : planLedgerImport(ledger, wish, context.newId);
  const cancelled = wish.cancelAsInFile ? plan.cancelledInFile : [];
  const importId = context.newId();
  const record: ImportRecord = {
    id: importId,
    fileName: wish.fileName,
    fileHash: wish.fileHash,
    ...(wish.fileHashes && wish.fileHashes.length > 0 && { fileHashes: wish.fileHashes }),
    importedAt: context.now,
    newInvoices: plan.newInvoices.length,
    updatedInvoices: plan.updatedInvoices.length,
    newClients: plan.newClients.length,
    openCents: plan.summary.openCents,
  };
  const { writes: copied, attached } = withCopies(
    ledger,
    plan,
    wish.copies ?? { byLine: new Map(), byInvoice: new Map() },
    [
      ...plan.newClients.map((client) => put('clients', importedClient(client, importId, context))),
      ...plan.updatedClients.flatMap(({ id, changes }) => {
        const client = ledger.clients.get(id);
        return client ? [put('clients', completedClient(client, changes, context.newId))] : [];
      }),
      ...newInvoiceWrites(plan, ledger, wish, importId, context),
      ...updateWrites(plan, ledger, importId, context),
      ...cancelled.flatMap(({ invoiceId }) => {
        const invoice = ledger.invoices.get(invoiceId);
        return invoice ? [put('invoices', { ...invoice, cancelledAt: context.now })] : [];
      }),
    ],
  );
  const writes = withLifeCycle(ledger, plan, copied, context);
  if (writes.length === 0)
    return fail({ kind: 'nothing-new', message: 'Ce fichier ne contient rien de nouveau.' });
  return ok({
    command: 'import-invoices',
    label: labelOf(wish.fileName, plan, cancelled.length, attached),
    undo: 'allowed',
    writes: [put('imports', record), ...writes],
  });
};
