import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRow } from '../../../shared/importing/invoice-row.ts';
import { planLedgerImport } from '../../../shared/importing/ledger-import.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { countedIfAny } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { type ImportCopies, withCopies } from './import-copies.ts';
import { withLifeCycle } from './import-life-cycle.ts';
import { type ImportedFile, importRecord } from './import-record.ts';
import { newInvoiceWrites, updateWrites } from './import-writes.ts';
import { completedClient, importedClient } from './imported-client.ts';

/** A file as it was read, and what the user decided about it. */
export interface ImportWish extends ImportedFile {
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
  /** The plan of these rows, made in slices before; it counts only while the ledger is still the same. */
  readonly planned?: { readonly ledger: Ledger; readonly plan: ImportPlan } | undefined;
}

const nbsp = '\u00a0';

/** « Import de factures.csv : 132 factures, 41 clients ». */
const labelOf = (fileName: string, plan: ImportPlan, cancelled: number, copies: number): string => {
  const creditNotes = plan.newInvoices.filter(({ row }) => row.kind === 'credit-note').length;
  const parts = [
    ...countedIfAny(plan.newInvoices.length - creditNotes, 'facture', 'factures'),
    ...countedIfAny(creditNotes, 'avoir', 'avoirs'),
    ...countedIfAny(plan.newClients.length, 'client', 'clients'),
    ...countedIfAny(plan.updatedInvoices.length, 'facture mise à jour', 'factures mises à jour'),
    ...countedIfAny(plan.updatedClients.length, 'client complété', 'clients complétés'),
    ...countedIfAny(cancelled, 'facture annulée', 'factures annulées'),
    ...countedIfAny(copies, 'copie jointe', 'copies jointes'),
  ];
  return `Import de ${fileName}${nbsp}: ${parts.join(', ')}`;
};

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
  const record = importRecord(
    importId,
    wish,
    {
      newInvoices: plan.newInvoices.length,
      updatedInvoices: plan.updatedInvoices.length,
      newClients: plan.newClients.length,
      openCents: plan.summary.openCents,
    },
    context,
  );
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
