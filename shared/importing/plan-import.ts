import type { Day } from '../dates/day.ts';
import { sumCents } from '../money/cents.ts';
import { invoiceNumberKey } from './import-identity.ts';
import type {
  ExistingLedger,
  ImportPlan,
  ImportPlanOptions,
  NewInvoice,
  UpdatedInvoice,
} from './import-plan.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { importSummary } from './import-summary.ts';
import type { InvoiceRow } from './invoice-row.ts';
import { type ExistingInvoice, invoiceUpdate } from './invoice-update.ts';
import { plannedClients } from './planned-clients.ts';

const identityOf = (clientId: string, number: string): string => `${clientId}\n${invoiceNumberKey(number)}`;

const sameDocumentKey = (number: string, totalCents: number, issuedOn: Day): string =>
  `${invoiceNumberKey(number)}\n${totalCents}\n${issuedOn}`;

/** Invoices by client and number. A cancelled document gives its number free: the file speaks of the one that took it. */
const byIdentity = (invoices: readonly ExistingInvoice[]): ReadonlyMap<string, ExistingInvoice> => {
  const found = new Map<string, ExistingInvoice>();
  for (const invoice of invoices) {
    const identity = identityOf(invoice.clientId, invoice.number);
    if (invoice.status !== 'cancelled' || !found.has(identity)) found.set(identity, invoice);
  }
  return found;
};

/** Rows planned between two pauses. */
const rowsPerStep = 250;

/**
 * Compares the rows of a file with the ledger, without writing anything. An invoice is the same when client
 * and number are; a client when code, SIREN or folded name is. Planning the same file after it was imported
 * changes nothing; a newer file updates amounts and dates and adds what was paid since; what the user closed,
 * cancelled or recorded as paid stays as it is. Runs in time proportional to rows and ledger, with a pause
 * after some hundreds of rows, so that a window stays awake. Never throws.
 */
export function* planImportSteps(
  rows: readonly InvoiceRow[],
  existing: ExistingLedger,
  options: ImportPlanOptions,
): Generator<undefined, ImportPlan> {
  const clients = plannedClients(existing.clients, () => options.newId('clients'));
  const ledgerInvoices = byIdentity(existing.invoices);
  const sameDocuments = new Map(
    existing.invoices.map((invoice) => [
      sameDocumentKey(invoice.number, invoice.totalCents, invoice.issuedOn),
      invoice,
    ]),
  );
  const newInvoices: NewInvoice[] = [];
  const updatedInvoices: UpdatedInvoice[] = [];
  const unchanged: ImportPlan['unchanged'][number][] = [];
  const duplicates: ImportPlan['duplicates'][number][] = [];
  const closedIgnored: ImportPlan['closedIgnored'][number][] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<string, InvoiceRow>();

  let planned = 0;
  for (const row of rows) {
    planned += 1;
    if (planned % rowsPerStep === 0) yield;
    const known = clients.find(row);
    const identity = known && identityOf(known.id, row.number);
    const earlierRow = identity === undefined ? undefined : seen.get(identity);
    if (earlierRow) {
      duplicates.push({ row, reason: 'in-file' });
      problems.push(
        importProblem(row.line, {
          kind: 'duplicate',
          target: 'number',
          value: row.number,
          firstLine: earlierRow.line,
        }),
      );
      continue;
    }
    const invoice = identity === undefined ? undefined : ledgerInvoices.get(identity);
    if (!known || !invoice) {
      const twin = sameDocuments.get(sameDocumentKey(row.number, row.totalCents, row.issuedOn));
      if (twin) {
        // The client was renamed in the billing program: a second copy would be reminded a second time.
        duplicates.push({ row, reason: 'other-client' });
        problems.push(
          importProblem(row.line, {
            kind: 'same-number-other-client',
            target: 'clientName',
            value: row.number,
            otherName: clients.nameBefore(twin.clientId),
          }),
        );
        continue;
      }
      const client = known ?? clients.create(row);
      clients.learn(client, row);
      seen.set(identityOf(client.id, row.number), row);
      const importedPaidCents = sumCents([row.totalCents, -row.remainingCents]);
      newInvoices.push({ id: options.newId('invoices'), clientId: client.id, row, importedPaidCents });
      continue;
    }
    clients.learn(known, row);
    seen.set(identityOf(known.id, row.number), row);
    const update = invoiceUpdate(invoice, row);
    problems.push(...update.problems);
    switch (update.kind) {
      case 'closed':
        closedIgnored.push({ invoiceId: invoice.id, row, reason: update.reason });
        break;
      case 'unchanged':
        unchanged.push({ invoiceId: invoice.id, row });
        break;
      case 'changed':
        updatedInvoices.push({
          id: invoice.id,
          clientId: known.id,
          row,
          changes: update.changes,
          importedPaidCents: update.importedPaidCents,
        });
        break;
    }
  }

  const cancelledInFile = (options.leftOut ?? []).flatMap((row) => {
    const client = clients.find(row);
    const invoice = client && ledgerInvoices.get(identityOf(client.id, row.number));
    return invoice?.status === 'open' ? [{ invoiceId: invoice.id, row }] : [];
  });
  const considered = [...newInvoices, ...updatedInvoices, ...unchanged].map(({ row }) => row);
  const clientIds = new Set([
    ...newInvoices.map(({ clientId }) => clientId),
    ...updatedInvoices.map(({ clientId }) => clientId),
    ...unchanged.flatMap(({ row }) => clients.find(row)?.id ?? []),
  ]);
  return {
    ...clients.planned(),
    newInvoices,
    updatedInvoices,
    unchanged,
    duplicates,
    closedIgnored,
    cancelledInFile,
    problems,
    summary: importSummary(considered, clientIds.size, duplicates.length + (options.duplicatesInFile ?? 0)),
  };
}
