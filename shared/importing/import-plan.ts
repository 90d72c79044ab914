import type { Day } from '../dates/day.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { clientIndex, type KnownClient, missingClientFacts } from './client-matching.ts';
import { bareClientName, invoiceNumberKey } from './import-identity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { type ImportSummary, importSummary } from './import-summary.ts';
import type { InvoiceRow } from './invoice-row.ts';
import { type ExistingInvoice, type InvoiceChanges, invoiceUpdate } from './invoice-update.ts';
import { lastOf } from './steps.ts';

export type { KnownClient } from './client-matching.ts';
export type { ImportSummary } from './import-summary.ts';
export { importSummaryFrench } from './import-summary.ts';
export type { ExistingInvoice, InvoiceChanges } from './invoice-update.ts';

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

const identityOf = (clientId: string, number: string): string => `${clientId}\n${invoiceNumberKey(number)}`;

const sameDocumentKey = (number: string, totalCents: number, issuedOn: Day): string =>
  `${invoiceNumberKey(number)}\n${totalCents}\n${issuedOn}`;

/**
 * Compares the rows of a file with the ledger, without writing anything. An invoice is the same when client
 * and number are; a client when code, SIREN or folded name is. Planning the same file after it was imported
 * changes nothing; a newer file updates amounts and dates and adds what was paid since; what the user closed,
 * cancelled or recorded as paid stays as it is. Runs in time proportional to rows and ledger. Never throws.
 */
export const planImport = (
  rows: readonly InvoiceRow[],
  existing: ExistingLedger,
  options: ImportPlanOptions,
): ImportPlan => lastOf(planImportSteps(rows, existing, options));

/** Rows planned between two pauses. */
const rowsPerStep = 250;

/** The same as {@link planImport}, with a pause after some hundreds of rows, so that a window stays awake. */
export function* planImportSteps(
  rows: readonly InvoiceRow[],
  existing: ExistingLedger,
  options: ImportPlanOptions,
): Generator<undefined, ImportPlan> {
  const clients = clientIndex(existing.clients);
  const ledgerClients = new Map(existing.clients.map((client) => [client.id, client]));
  const ledgerInvoices = new Map<string, ExistingInvoice>();
  for (const invoice of existing.invoices) {
    const identity = identityOf(invoice.clientId, invoice.number);
    // A cancelled document gives its number free: the file speaks of the one that took it.
    if (invoice.status !== 'cancelled' || !ledgerInvoices.has(identity))
      ledgerInvoices.set(identity, invoice);
  }
  const sameDocuments = new Map(
    existing.invoices.map((invoice) => [
      sameDocumentKey(invoice.number, invoice.totalCents, invoice.issuedOn),
      invoice,
    ]),
  );
  const newClients = new Map<string, KnownClient & { readonly line: number }>();
  const clientChanges = new Map<string, UpdatedClient>();
  const newInvoices: NewInvoice[] = [];
  const updatedInvoices: UpdatedInvoice[] = [];
  const unchanged: ImportPlan['unchanged'][number][] = [];
  const duplicates: ImportPlan['duplicates'][number][] = [];
  const closedIgnored: ImportPlan['closedIgnored'][number][] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<string, InvoiceRow>();

  /** Remembers what a row adds to its client. */
  const learn = (client: KnownClient, row: InvoiceRow): void => {
    const facts = missingClientFacts(client, row);
    if (!facts) return;
    const completed = { ...client, ...facts };
    clients.put(completed);
    const created = newClients.get(client.id);
    if (created) newClients.set(client.id, { ...created, ...facts });
    else {
      const earlier = clientChanges.get(client.id);
      clientChanges.set(client.id, {
        id: client.id,
        changes: { ...earlier?.changes, ...facts },
        line: earlier?.line ?? row.line,
      });
    }
  };

  const create = (row: InvoiceRow): KnownClient => {
    const client = {
      id: options.newId('clients'),
      name: row.clientName,
      ...(row.clientCode !== undefined && { code: row.clientCode }),
      ...row.contact,
    };
    newClients.set(client.id, { ...client, line: row.line });
    clients.put(client);
    return client;
  };

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
        const otherName = ledgerClients.get(twin.clientId)?.name ?? '';
        problems.push(
          importProblem(row.line, {
            kind: 'same-number-other-client',
            target: 'clientName',
            value: row.number,
            otherName,
          }),
        );
        continue;
      }
      const client = known ?? create(row);
      learn(client, row);
      seen.set(identityOf(client.id, row.number), row);
      const importedPaidCents = sumCents([row.totalCents, -row.remainingCents]);
      newInvoices.push({ id: options.newId('invoices'), clientId: client.id, row, importedPaidCents });
      continue;
    }
    learn(known, row);
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
  const idsByBareName = new Map(existing.clients.map((client) => [bareClientName(client.name), client.id]));
  const similarClients = [...newClients.values()].flatMap((client) => {
    const existingClientId = idsByBareName.get(bareClientName(client.name));
    return existingClientId === undefined ? [] : [{ newClientId: client.id, existingClientId }];
  });
  const plan = {
    newClients: [...newClients.values()],
    updatedClients: [...clientChanges.values()],
    newInvoices,
    updatedInvoices,
    unchanged,
    duplicates,
    closedIgnored,
    cancelledInFile,
    similarClients,
    problems,
  };
  const considered = [...newInvoices, ...updatedInvoices, ...unchanged].map(({ row }) => row);
  const clientIds = new Set([
    ...newInvoices.map(({ clientId }) => clientId),
    ...updatedInvoices.map(({ clientId }) => clientId),
    ...unchanged.flatMap(({ row }) => clients.find(row)?.id ?? []),
  ]);
  return {
    ...plan,
    summary: importSummary(considered, clientIds.size, duplicates.length + (options.duplicatesInFile ?? 0)),
  };
}
