import type { ExportColumn } from '../../shared/exporting/export-table.ts';
import type { Ledger, LedgerRows, TableName } from '../../shared/ledger/ledger.ts';
import { disputeColumns, pauseColumns, planColumns, promiseColumns } from './columns/agreement-columns.ts';
import {
  bankAccountColumns,
  bankLineColumns,
  bankStatementColumns,
  payerNameColumns,
} from './columns/bank-columns.ts';
import { handoverColumns, legalCaseColumns, pieceColumns } from './columns/case-columns.ts';
import {
  documentColumns,
  importColumns,
  importProfileColumns,
  settingsColumns,
} from './columns/file-columns.ts';
import { ledgerNames } from './columns/ledger-names.ts';
import {
  letterColumns,
  noteColumns,
  reminderColumns,
  scenarioColumns,
  templateColumns,
} from './columns/message-columns.ts';
import {
  allocationColumns,
  bankBalanceColumns,
  outflowColumns,
  paymentColumns,
} from './columns/money-columns.ts';
import { clientColumns, invoiceColumns } from './columns/party-columns.ts';

/** Columns of the CSV of each table: what an accountant looks for; the JSON holds every field. */
export type LedgerColumns = {
  readonly [Table in TableName]: readonly ExportColumn<LedgerRows[Table]>[];
};

/** The columns, with the names of clients and the numbers of invoices looked up in the ledger. */
export const ledgerColumns = (ledger: Ledger): LedgerColumns => {
  const names = ledgerNames(ledger);
  return {
    clients: clientColumns,
    invoices: invoiceColumns(names),
    payments: paymentColumns(names),
    allocations: allocationColumns(names),
    disputes: disputeColumns(names),
    promises: promiseColumns(names),
    plans: planColumns(ledger, names),
    pauses: pauseColumns(names),
    reminders: reminderColumns(names),
    notes: noteColumns(names),
    imports: importColumns,
    importProfiles: importProfileColumns,
    scenarios: scenarioColumns,
    templates: templateColumns,
    settings: settingsColumns,
    outflows: outflowColumns,
    bankBalances: bankBalanceColumns(names),
    documents: documentColumns,
    bankAccounts: bankAccountColumns,
    bankStatements: bankStatementColumns(names),
    bankLines: bankLineColumns(names),
    payerNames: payerNameColumns(names),
    letters: letterColumns(names),
    handovers: handoverColumns(names),
    legalCases: legalCaseColumns(names),
    pieces: pieceColumns(names),
  };
};
