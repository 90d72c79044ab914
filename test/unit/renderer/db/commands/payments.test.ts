import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocateCredit,
  recordPayment,
  reversePayment,
} from '../../../../../renderer/db/commands/payments.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { currentBalances, remainingCents } from '../../../../../shared/ledger/balance.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aClient, aLedger, anInvoice, aPayment } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const ledger = aLedger({
  invoices: [anInvoice('f1', { totalCents: cents(10_000) }), anInvoice('f2', { totalCents: cents(5_000) })],
});
const received = (amount: number, invoiceIds: readonly string[]) => ({
  invoiceIds,
  receivedCents: cents(amount),
  receivedOn: day('2026-11-20'),
  method: 'transfer' as const,
});

describe('recording a payment', () => {
  test('a full payment settles the invoice and says so', () => {
    const decision = decided(recordPayment, ledger, received(10_000, ['f1']));
    expect(decision.label).toBe('Facture F1 marquée payée');
    expect(remainingCents(applied(ledger, decision), 'f1')).toBe(0);
  });

  test('a partial payment leaves the rest open', () => {
    const decision = decided(recordPayment, ledger, received(4_000, ['f1']));
    expect(decision.label).toContain('40,00');
    expect(remainingCents(applied(ledger, decision), 'f1')).toBe(6_000);
  });

  test('several invoices are settled in the order given', () => {
    const next = applied(ledger, decided(recordPayment, ledger, received(7_000, ['f2', 'f1'])));
    expect([remainingCents(next, 'f2'), remainingCents(next, 'f1')]).toEqual([0, 8_000]);
  });

  test('what is too much waits on the account', () => {
    const next = applied(ledger, decided(recordPayment, ledger, received(12_500, ['f1'])));
    expect(remainingCents(next, 'f1')).toBe(0);
    expect(currentBalances(next).unallocatedBySource.get('new-1')).toBe(2_500);
  });

  test('an invoice named twice is settled once', () => {
    const decision = decided(recordPayment, ledger, received(20_000, ['f1', 'f1']));
    expect(rowsOf(decision, 'allocations').map((row) => row.cents)).toEqual([10_000]);
  });

  test('money without an invoice waits on the account of the client', () => {
    const decision = decided(recordPayment, ledger, { ...received(3_000, []), clientId: 'c1' });
    expect(rowsOf(decision, 'allocations')).toEqual([]);
    expect(decision.label).toMatch(/^30,00.€ reçus de Dupont SARL, à affecter$/);
  });

  test('refuses nothing, the future, a settled invoice and invoices of two clients', () => {
    expect(refused(recordPayment, ledger, received(0, ['f1'])).kind).toBe('not-positive');
    expect(
      refused(recordPayment, ledger, { ...received(1, ['f1']), receivedOn: day('2026-11-24') }).kind,
    ).toBe('future');
    const paid = applied(ledger, decided(recordPayment, ledger, received(10_000, ['f1'])));
    expect(refused(recordPayment, paid, received(10_000, ['f1'])).kind).toBe('already-paid');
    const two = aLedger({
      clients: [aClient('c1'), aClient('c2')],
      invoices: [anInvoice('f1'), anInvoice('f2', { clientId: 'c2' })],
    });
    expect(refused(recordPayment, two, received(1, ['f1', 'f2'])).kind).toBe('no-invoice');
    expect(refused(recordPayment, ledger, received(1, [])).kind).toBe('no-client');
  });

  test('never allocates more than was received, nor more than is owed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.shuffledSubarray(['f1', 'f2']), (amount, ids) => {
        fc.pre(ids.length > 0);
        const decision = decided(recordPayment, ledger, received(amount, ids));
        const next = applied(ledger, decision);
        const allocated = rowsOf(decision, 'allocations').reduce((sum, row) => sum + row.cents, 0);
        const left = currentBalances(next).unallocatedBySource.get('new-1') ?? 0;
        expect(allocated + left).toBe(amount);
        expect(left).toBeGreaterThanOrEqual(0);
        for (const id of ids) expect(remainingCents(next, id)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('reversing a payment', () => {
  test('the payment stays in the history and the invoice is owed again', () => {
    const paid = applied(ledger, decided(recordPayment, ledger, received(10_000, ['f1'])));
    const next = applied(paid, decided(reversePayment, paid, { paymentId: 'new-1' }));
    expect(next.payments.get('new-1')?.reversedAt).toBeDefined();
    expect(remainingCents(next, 'f1')).toBe(10_000);
    expect(refused(reversePayment, next, { paymentId: 'new-1' }).kind).toBe('no-payment');
  });
});

describe('allocating what waits', () => {
  const waiting = aLedger({
    clients: [aClient('c1'), aClient('c2')],
    invoices: [
      anInvoice('f1', { totalCents: cents(10_000) }),
      anInvoice('a1', { kind: 'credit-note', totalCents: cents(2_000) }),
      anInvoice('g1', { clientId: 'c2' }),
    ],
    payments: [aPayment('p1', '2026-11-10', 15_000)],
  });

  test('money goes to the invoice up to what it owes', () => {
    const next = applied(waiting, decided(allocateCredit, waiting, { sourceId: 'p1', invoiceId: 'f1' }));
    expect(remainingCents(next, 'f1')).toBe(0);
    expect(currentBalances(next).unallocatedBySource.get('p1')).toBe(5_000);
  });

  test('a credit note takes effect on its own day', () => {
    const decision = decided(allocateCredit, waiting, { sourceId: 'a1', invoiceId: 'f1' });
    expect(rowsOf(decision, 'allocations')).toMatchObject([
      { source: { kind: 'credit-note', creditNoteId: 'a1' }, cents: 2_000, effectiveOn: '2026-10-01' },
    ]);
  });

  test('never across clients, and never twice', () => {
    expect(refused(allocateCredit, waiting, { sourceId: 'p1', invoiceId: 'g1' }).kind).toBe(
      'nothing-to-allocate',
    );
    const next = applied(waiting, decided(allocateCredit, waiting, { sourceId: 'a1', invoiceId: 'f1' }));
    expect(refused(allocateCredit, next, { sourceId: 'a1', invoiceId: 'f1' }).kind).toBe(
      'nothing-to-allocate',
    );
  });
});
