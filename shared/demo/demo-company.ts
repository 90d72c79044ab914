import { addDays, type Day } from '../dates/day.ts';
import { defaultScenario } from '../reminders/default-scenario.ts';
import { demoAgreements } from './demo-agreements.ts';
import { demoBank } from './demo-bank.ts';
import { demoLegalCases } from './demo-cases-at-court.ts';
import { demoClients } from './demo-clients.ts';
import { demoCreditNotes } from './demo-credit-notes.ts';
import { demoClientLetters, withDispatches } from './demo-dispatches.ts';
import { demoImports } from './demo-imports.ts';
import { demoHistoryDays, demoInvoices } from './demo-invoices.ts';
import { demoNotes } from './demo-notes.ts';
import { demoPayments } from './demo-payments.ts';
import { demoReminders } from './demo-reminders.ts';
import { type DemoRows, ledgerOfRows } from './demo-rows.ts';
import { demoSettings } from './demo-settings.ts';
import { demoHandovers, withBlockedServices, withRecoveredFile } from './demo-third-parties.ts';
import { demoTreasury } from './demo-treasury.ts';
import { demoWrittenLetters } from './demo-written-letters.ts';
import type { Random } from './seeded-random.ts';

export type { DemoRows } from './demo-rows.ts';

/**
 * The demonstration: an invented joinery of seven people with sixty clients and eighteen months of invoices,
 * dated relative to `today`, so that on any day about eight e-mails and three registered letters are due.
 * @param random seeded-random.ts; the same seed and day give the same rows.
 */
export const demoLedgerRows = (today: Day, random: Random): DemoRows => {
  const startedOn = addDays(today, -demoHistoryDays - 10);
  const clients = demoClients(today, startedOn, random);
  const invoices = demoInvoices(today, random);
  const creditNotes = demoCreditNotes(invoices, today);
  const paid = demoPayments(invoices, creditNotes.reductions, today, random);
  const allocations = [...paid.allocations, ...creditNotes.allocations];
  const reminders = withDispatches(demoReminders(clients, invoices, allocations, today, random), today);
  const rows = {
    clients: withBlockedServices(clients, today),
    invoices: [...invoices.map((invoice) => invoice.row), ...creditNotes.rows],
    payments: paid.payments,
    allocations,
    ...demoAgreements(invoices, today),
    reminders,
    notes: demoNotes(reminders, today, random),
    imports: demoImports(invoices, random),
    importProfiles: [],
    bankAccounts: [],
    bankStatements: [],
    bankLines: [],
    payerNames: [],
    letters: demoClientLetters(today),
    handovers: demoHandovers(invoices, today),
    legalCases: demoLegalCases(invoices, today),
    pieces: [],
    scenarios: [defaultScenario],
    templates: [],
    settings: demoSettings(startedOn),
    documents: [],
  };
  const { outflows, bankBalances } = demoTreasury(rows, today);
  const filled = { ...rows, outflows, ...demoBank(rows, invoices, bankBalances, today, random) };
  const told = withRecoveredFile(filled, invoices, today);
  return { ...told, letters: [...told.letters, ...demoWrittenLetters(ledgerOfRows(told), today)] };
};
