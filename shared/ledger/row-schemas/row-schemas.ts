import type { z } from 'zod';
import type { LedgerRows, TableName } from '../ledger.ts';
import { disputeSchema, pauseSchema, planSchema, promiseSchema } from './agreement-schemas.ts';
import { bankAccountSchema, bankLineSchema, bankStatementSchema, payerNameSchema } from './bank-schemas.ts';
import { clientLetterSchema } from './client-letter-schema.ts';
import { clientSchema } from './client-schema.ts';
import { handoverSchema } from './handover-schema.ts';
import {
  bankBalanceSchema,
  documentSchema,
  importProfileSchema,
  importSchema,
  noteSchema,
  outflowSchema,
} from './history-schemas.ts';
import { invoiceSchema } from './invoice-schema.ts';
import { legalCaseSchema, pieceSchema } from './legal-case-schemas.ts';
import { allocationSchema, paymentSchema } from './payment-schemas.ts';
import { reminderSchema, scenarioSchema, templateSchema } from './reminder-schemas.ts';
import { settingsSchema } from './settings-schema.ts';

/** What a row of each table must be, for rows that this application did not write itself a moment ago. */
export const rowSchemas: { readonly [Table in TableName]: z.ZodType<LedgerRows[Table]> } = {
  clients: clientSchema,
  invoices: invoiceSchema,
  payments: paymentSchema,
  allocations: allocationSchema,
  disputes: disputeSchema,
  promises: promiseSchema,
  plans: planSchema,
  pauses: pauseSchema,
  reminders: reminderSchema,
  notes: noteSchema,
  imports: importSchema,
  importProfiles: importProfileSchema,
  scenarios: scenarioSchema,
  templates: templateSchema,
  settings: settingsSchema,
  outflows: outflowSchema,
  bankBalances: bankBalanceSchema,
  documents: documentSchema,
  bankAccounts: bankAccountSchema,
  bankStatements: bankStatementSchema,
  bankLines: bankLineSchema,
  payerNames: payerNameSchema,
  letters: clientLetterSchema,
  handovers: handoverSchema,
  legalCases: legalCaseSchema,
  pieces: pieceSchema,
};
