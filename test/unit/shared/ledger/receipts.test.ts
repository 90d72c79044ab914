import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { payableInvoices, receiptMonths, waitingCredits } from '../../../../shared/ledger/receipts.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const ledger = aLedger({
  clients: [aClient('c1'), aClient('c2', { name: 'Martin' })],
  invoices: [
    anInvoice('f1', { totalCents: cents(10_000), dueOn: day('2026-10-31') }),
    anInvoice('f2', { totalCents: cents(8_000), dueOn: day('2026-09-30') }),
    anInvoice('usd', { currency: 'USD' }),
    anInvoice('a1', { kind: 'credit-note', totalCents: cents(600), issuedOn: day('2026-11-02') }),
  ],
  payments: [
    aPayment('p1', '2026-10-30', 3_000),
    aPayment('p2', '2026-11-05', 9_000),
    aPayment('p3', '2026-11-06', 500, { reversedAt: noonOf('2026-11-07') }),
    aPayment('p4', '2026-11-06', 1_200, { clientId: 'c2' }),
  ],
  allocations: [anAllocation('p1', 'f1', '2026-10-30', 3_000), anAllocation('p2', 'f1', '2026-11-05', 7_000)],
});

describe('receipts by month', () => {
  const months = receiptMonths(ledger);

  test('newest first, each month with its sum', () => {
    expect(months.map(({ month, totalCents }) => [month, totalCents])).toEqual([
      ['2026-11', 10_200],
      ['2026-10', 3_000],
    ]);
  });

  test('a reversed payment stays visible and counts for nothing', () => {
    const reversed = months[0]?.receipts.find(({ payment }) => payment.id === 'p3');
    expect(reversed).toMatchObject({ unallocatedCents: 0 });
  });

  test('each names its client, its invoices and what waits', () => {
    const receipt = months[0]?.receipts.find(({ payment }) => payment.id === 'p2');
    expect(receipt?.clientName).toBe('Dupont SARL');
    expect(receipt?.invoices.map(({ id }) => id)).toEqual(['f1']);
    expect(receipt?.unallocatedCents).toBe(2_000);
  });
});

test('what waits on accounts: payments and credit notes, oldest first', () => {
  expect(waitingCredits(ledger).map(({ sourceId, leftCents }) => [sourceId, leftCents])).toEqual([
    ['a1', 600],
    ['p2', 2_000],
    ['p4', 1_200],
  ]);
});

test('money settles the oldest due date first, and no other currency', () => {
  expect(payableInvoices(ledger, 'c1').map(({ invoice }) => invoice.id)).toEqual(['f2']);
  const open = aLedger({
    invoices: [
      anInvoice('late', { dueOn: day('2026-09-01') }),
      anInvoice('later', { dueOn: day('2026-10-01') }),
    ],
  });
  expect(payableInvoices(open, 'c1').map(({ invoice }) => invoice.id)).toEqual(['late', 'later']);
});
