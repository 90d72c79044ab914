import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { invoiceStanding } from '../../../../shared/ledger/invoice-standing.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const today = day('2026-11-23');

describe('where an invoice stands', () => {
  test('open, with the days since its due date', () => {
    const invoice = anInvoice('f1');
    const ledger = aLedger({ invoices: [invoice] });
    expect(invoiceStanding(ledger, invoice, today)).toMatchObject({
      kind: 'open',
      remainingCents: 123_456,
      daysLate: 23,
    });
    expect(invoiceStanding(ledger, invoice, day('2026-10-31'))).toMatchObject({ daysLate: 0 });
  });

  test('without a due date nothing is late, and the reason is said', () => {
    const { dueOn: _none, ...invoice } = anInvoice('f1');
    expect(invoiceStanding(aLedger({ invoices: [invoice] }), invoice, today)).toMatchObject({
      kind: 'open',
      daysLate: undefined,
      block: { kind: 'no-due-date' },
    });
  });

  test('paid, on the day of the payment that completed it', () => {
    const invoice = anInvoice('f1', { totalCents: cents(1_000) });
    const ledger = aLedger({
      invoices: [invoice],
      payments: [aPayment('p1', '2026-11-05', 1_000)],
      allocations: [anAllocation('p1', 'f1', '2026-11-05', 1_000)],
    });
    expect(invoiceStanding(ledger, invoice, today)).toEqual({ kind: 'paid', settledOn: '2026-11-05' });
  });

  test('cancelled, and credit notes with what they have left', () => {
    const cancelled = anInvoice('f1', { cancelledAt: noonOf('2026-11-01') });
    const creditNote = anInvoice('a1', { kind: 'credit-note', totalCents: cents(700) });
    const ledger = aLedger({ invoices: [cancelled, creditNote] });
    expect(invoiceStanding(ledger, cancelled, today)).toEqual({ kind: 'cancelled' });
    expect(invoiceStanding(ledger, creditNote, today)).toEqual({ kind: 'credit-note', unusedCents: 700 });
  });

  test('a partial dispute is told although reminders go on for the rest', () => {
    const invoice = anInvoice('f1');
    const dispute = {
      id: 'd1',
      clientId: 'c1',
      invoiceId: 'f1',
      disputedCents: cents(10_000),
      reason: 'price' as const,
      note: '',
      openedOn: day('2026-11-10'),
    };
    const standing = invoiceStanding(aLedger({ invoices: [invoice], disputes: [dispute] }), invoice, today);
    expect(standing).toMatchObject({ kind: 'open', dispute: { id: 'd1' }, block: undefined });
  });
});
