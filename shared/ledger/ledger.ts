import type { Reminder } from '../reminders/reminder.ts';
import type { Scenario } from '../reminders/scenario.ts';
import type { MessageTemplate } from '../reminders/template.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from './agreement.ts';
import type { BankAccount, BankLine, BankStatementRecord, PayerName } from './bank.ts';
import type { Client } from './client.ts';
import type { ClientLetter } from './client-letter.ts';
import type { Handover } from './handover.ts';
import type {
  BankBalance,
  DocumentRef,
  HistoryNote,
  ImportProfile,
  ImportRecord,
  PlannedOutflow,
} from './history.ts';
import type { Invoice } from './invoice.ts';
import type { LegalCase } from './legal-case.ts';
import type { Allocation, Payment } from './payment.ts';
import type { Piece } from './piece.ts';
import type { SettingsRow } from './settings.ts';

/** Every kind of row of a company's ledger. All have a string `id` but documents, whose id is their hash. */
export interface LedgerRows {
  readonly clients: Client;
  readonly invoices: Invoice;
  readonly payments: Payment;
  readonly allocations: Allocation;
  readonly disputes: Dispute;
  readonly promises: PaymentPromise;
  readonly plans: PaymentPlan;
  readonly pauses: Pause;
  readonly reminders: Reminder;
  readonly notes: HistoryNote;
  readonly imports: ImportRecord;
  readonly importProfiles: ImportProfile;
  readonly scenarios: Scenario;
  readonly templates: MessageTemplate;
  readonly settings: SettingsRow;
  readonly outflows: PlannedOutflow;
  readonly bankBalances: BankBalance;
  readonly documents: DocumentRef;
  readonly bankAccounts: BankAccount;
  readonly bankStatements: BankStatementRecord;
  readonly bankLines: BankLine;
  readonly payerNames: PayerName;
  readonly letters: ClientLetter;
  readonly handovers: Handover;
  readonly legalCases: LegalCase;
  readonly pieces: Piece;
}

export type TableName = keyof LedgerRows;

export const tableNames = [
  'clients',
  'invoices',
  'payments',
  'allocations',
  'disputes',
  'promises',
  'plans',
  'pauses',
  'reminders',
  'notes',
  'imports',
  'importProfiles',
  'scenarios',
  'templates',
  'settings',
  'outflows',
  'bankBalances',
  'documents',
  'bankAccounts',
  'bankStatements',
  'bankLines',
  'payerNames',
  'letters',
  'handovers',
  'legalCases',
  'pieces',
] as const satisfies readonly TableName[];

/** A consistent view of the whole ledger at one sequence number. Never mutated: a change gives a new one. */
export type Ledger = { readonly [Table in TableName]: ReadonlyMap<string, LedgerRows[Table]> } & {
  /** Number of the last change contained; 0 = nothing yet. */
  readonly sequence: number;
};

/** Primary key of a row. */
export const rowKey = <Table extends TableName>(table: Table, row: LedgerRows[Table]): string =>
  table === 'documents' ? (row as DocumentRef).hash : (row as { readonly id: string }).id;

/** A ledger without any row. */
export const emptyLedger = (): Ledger => ({
  ...(Object.fromEntries(tableNames.map((table) => [table, new Map()])) as unknown as Omit<
    Ledger,
    'sequence'
  >),
  sequence: 0,
});
