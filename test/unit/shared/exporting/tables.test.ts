import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { csvOfTable } from '../../../../shared/exporting/csv.ts';
import { type ExportSource, exportTable } from '../../../../shared/exporting/export-table.ts';
import { bankLinesSource } from '../../../../shared/exporting/tables/bank-lines-source.ts';
import { bankStatementsSource } from '../../../../shared/exporting/tables/bank-statements-source.ts';
import { callsSource } from '../../../../shared/exporting/tables/calls-source.ts';
import { clientInvoicesSource } from '../../../../shared/exporting/tables/client-invoices-source.ts';
import { importsSource } from '../../../../shared/exporting/tables/imports-source.ts';
import { latePayersSource } from '../../../../shared/exporting/tables/late-payers-source.ts';
import { letterRows } from '../../../../shared/exporting/tables/letter-rows.ts';
import { lettersSource } from '../../../../shared/exporting/tables/letters-source.ts';
import { outflowsSource } from '../../../../shared/exporting/tables/outflows-source.ts';
import { projectionSource } from '../../../../shared/exporting/tables/projection-source.ts';
import { proposalsSource } from '../../../../shared/exporting/tables/proposals-source.ts';
import { receiptsSource } from '../../../../shared/exporting/tables/receipts-source.ts';
import { semesterRatesSource } from '../../../../shared/exporting/tables/semester-rates-source.ts';
import { stepRecoverySource } from '../../../../shared/exporting/tables/step-recovery-source.ts';
import { workbookSheet } from '../../../../shared/exporting/workbook-sheet.ts';
import { latePayers } from '../../../../shared/insight/late-payers.ts';
import { stepRecovery } from '../../../../shared/insight/step-recovery.ts';
import { projectTreasury } from '../../../../shared/insight/treasury.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { semesterRows } from '../../../../shared/law/semester-rates.ts';
import { clientAccounts } from '../../../../shared/ledger/client-account.ts';
import { invoiceStanding } from '../../../../shared/ledger/invoice-standing.ts';
import { receiptMonths } from '../../../../shared/ledger/receipts.ts';
import { callTasks } from '../../../../shared/reminders/call-tasks.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';

const today = day('2026-11-23');
const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));

/** Sum of a column of amounts, cents. */
const sumOf = (source: ExportSource, header: string): number => {
  const { heads, rows } = exportTable(source);
  const index = heads.findIndex((head) => head.header === header);
  expect(heads[index]?.kind).toBe('amountCents');
  return rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
};

const [busiest] = latePayers(ledger, today, 1);
const clientInvoices = [...ledger.invoices.values()]
  .filter(({ clientId }) => clientId === busiest?.clientId)
  .map((invoice) => ({ invoice, standing: invoiceStanding(ledger, invoice, today), limitation: undefined }));
const planning = planReminders(ledger, today);
const projection = projectTreasury(ledger, today);
const tasks = callTasks(ledger, planning.proposals, today);
const posted = [...ledger.reminders.values()]
  .filter(({ channel }) => channel === 'registered-letter')
  .map((row) => ({ table: 'reminders', row }) as const);

const sources: readonly (readonly [string, ExportSource])[] = [
  ['invoices of a client', clientInvoicesSource(busiest?.name ?? '', clientInvoices)],
  ['receipts', receiptsSource(receiptMonths(ledger))],
  ['proposals', proposalsSource(planning.proposals, (id) => ledger.clients.get(id)?.name ?? '')],
  ['calls', callsSource([...tasks.now, ...tasks.later])],
  ['letters', lettersSource('Courriers', letterRows(ledger, posted))],
  ['imports', importsSource([...ledger.imports.values()])],
  ['outflows', outflowsSource([...ledger.outflows.values()].map((outflow) => ({ outflow, nextOn: today })))],
  ['movements', bankLinesSource('Mouvements bancaires', ledger, ledger.bankLines.values())],
  ['statements', bankStatementsSource(ledger, [...ledger.bankStatements.values()])],
  ['late payers', latePayersSource(latePayers(ledger, today, 1000), today)],
  ['steps', stepRecoverySource(stepRecovery(ledger, today, 30), 30)],
  ['rates', semesterRatesSource(semesterRows(shippedParameters, today))],
  ...(projection ? [['projection', projectionSource(projection)] as const] : []),
];

test.each(sources)('%s: one line per row, in a CSV and in a workbook', (_name, source) => {
  const table = exportTable(source);
  expect(table.rows).toHaveLength(source.rowCount);
  expect(csvOfTable(table).trimEnd().split('\r\n').length).toBeGreaterThan(source.rowCount);
  const sheet = workbookSheet(table);
  expect(sheet.data).toHaveLength(source.rowCount + 1);
  for (const row of sheet.data) expect(row).toHaveLength(table.heads.length);
});

describe('what is exported adds up to what the screen says', () => {
  test('the receipts to their months, reversed ones apart', () => {
    const months = receiptMonths(ledger);
    const reversed = months
      .flatMap(({ receipts }) => receipts)
      .filter(({ payment }) => payment.reversedAt !== undefined)
      .reduce((sum, { payment }) => sum + payment.cents, 0);
    expect(sumOf(receiptsSource(months), 'Montant') - reversed).toBe(
      months.reduce((sum, { totalCents }) => sum + totalCents, 0),
    );
  });

  test('the invoices of a client to his balance', () => {
    const account = clientAccounts(ledger, today).byClient.get(busiest?.clientId ?? '');
    const open = sumOf(clientInvoicesSource('x', clientInvoices), 'Reste dû');
    expect(open).toBeGreaterThan(0);
    expect(account?.overdueCents).toBeLessThanOrEqual(open);
  });

  test('the late payers to what is overdue', () => {
    const { portfolio } = clientAccounts(ledger, today);
    expect(sumOf(latePayersSource(latePayers(ledger, today, 1000), today), 'En retard')).toBe(
      portfolio.overdueCents,
    );
  });

  test('each week opens with what the one before closed with', () => {
    if (!projection) throw new Error('the demonstration has a bank balance');
    const { rows } = exportTable(projectionSource(projection));
    rows.forEach((row, index) => {
      const [, , opening, expected, spent, closing] = row;
      if (index > 0) expect(opening).toBe(rows[index - 1]?.[5]);
      expect(Number(opening) + Number(expected) + Number(spent)).toBe(closing);
    });
  });
});
