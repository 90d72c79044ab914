import { expect, it } from 'vitest';
import { limitationDays } from '../../../../../renderer/features/ageing/limitation-days.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { ageingTable } from '../../../../../shared/ledger/ageing-table.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';

const today = day('2026-11-23');

it('gives the last day of an invoice, and the earliest of its client', () => {
  const ledger = aLedger({
    clients: [aClient('c1', { regime: 'b2c' })],
    invoices: [
      anInvoice('f1', { issuedOn: day('2026-03-01') }),
      anInvoice('f2', { issuedOn: day('2026-01-15') }),
      anInvoice('ancient', { issuedOn: day('2001-01-01') }),
    ],
  });
  const { rows } = ageingTable(ledger, { asOf: today, today, by: 'due-date' });
  const lastDayOf = limitationDays(ledger, today);
  expect(rows.map(lastDayOf)).toEqual(['2028-01-15']);
  const byNumber = Object.fromEntries(
    rows.flatMap(({ invoices }) => invoices.map((row) => [row.invoice.id, lastDayOf(row)])),
  );
  expect(byNumber).toEqual({ f1: '2028-03-01', f2: '2028-01-15', ancient: undefined });
});
