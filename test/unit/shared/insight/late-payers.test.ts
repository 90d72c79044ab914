import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { latePayers } from '../../../../shared/insight/late-payers.ts';
import { client, invoice, paid } from './few-rows.ts';

const today = day('2026-11-23');
const before = invoice('F-0', 'b', '2026-01-31', 10_000);
const settlement = paid(before, '2026-02-20');
const ledger = ledgerOfRows({
  clients: [client('a'), client('b'), client('c')],
  invoices: [
    before,
    invoice('F-1', 'a', '2026-10-31', 50_000),
    invoice('F-2', 'b', '2026-11-10', 60_000),
    invoice('F-3', 'b', '2026-09-10', 20_000),
    invoice('F-4', 'c', '2026-11-23', 900_000),
  ],
  payments: [settlement.payment],
  allocations: [settlement.allocation],
});

describe('late payers', () => {
  it('come largest first, with the oldest due date and the usual lateness; due today is not late', () => {
    expect(latePayers(ledger, today, 5)).toEqual([
      {
        clientId: 'b',
        name: 'B',
        overdueCents: 80_000,
        overdueCount: 2,
        oldestDueOn: '2026-09-10',
        averageDelayDays: 20,
      },
      {
        clientId: 'a',
        name: 'A',
        overdueCents: 50_000,
        overdueCount: 1,
        oldestDueOn: '2026-10-31',
        averageDelayDays: undefined,
      },
    ]);
  });

  it('are no more than asked for', () => {
    expect(latePayers(ledger, today, 1).map(({ clientId }) => clientId)).toEqual(['b']);
  });
});
