import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { at, client, invoice, paid } from './few-rows.ts';

const createdAt = at('2026-08-01');
const issued = (on: string) => ({ issuedOn: day(on), createdAt });

const old = invoice('F-1', 'a', '2026-07-15', 14_000_000, issued('2026-06-15'));
const august = invoice('F-2', 'a', '2026-09-04', 5_000_000, issued('2026-08-05'));
const september = invoice('F-3', 'a', '2026-10-10', 7_500_000, issued('2026-09-10'));
const receipts = [
  paid(old, '2026-08-20'),
  paid(august, '2026-09-10'),
  paid(september, '2026-10-20', 2_000_000),
];

/**
 * Law-and-formats.md 9.7 as rows: the ledger began on 01/08/2026 with 140 000,00 open, 220 000,00 were sold
 * by 31/10/2026, when 150 000,00 are open of which 95 000,00 not due.
 */
export const kpiRows = {
  clients: [client('a')],
  invoices: [
    old,
    august,
    september,
    invoice('F-4', 'a', '2026-11-30', 500_000, issued('2026-09-30')),
    invoice('F-5', 'a', '2026-11-20', 9_000_000, issued('2026-10-15')),
  ],
  payments: receipts.map(({ payment }) => payment),
  allocations: receipts.map(({ allocation }) => allocation),
};

export const kpiDay = day('2026-10-31');
export const kpiLedger = ledgerOfRows(kpiRows);
