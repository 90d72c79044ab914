import { describe, expect, test } from 'vitest';
import {
  presentDebitAgain,
  recordPaymentOrder,
  rejectDirectDebit,
  setFactor,
} from '../../../../../renderer/db/commands/invoice-stops.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import {
  aClient,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
} from '../../../shared/reminders/sample-ledger.ts';
import { applied, contextOn, decided, refused } from './decide.ts';
import { runInMemory } from './run-in-memory.ts';

const ledger = aLedger({
  clients: [
    aClient('c1'),
    aClient('town', { regime: 'public', name: 'Mairie de Vaulx' }),
    aClient('debited', { directDebit: true }),
  ],
  invoices: [
    anInvoice('f1', { totalCents: cents(10_000) }),
    anInvoice('f2', { totalCents: cents(5_000) }),
    anInvoice('m1', { clientId: 'town' }),
    anInvoice('d1', { clientId: 'debited', totalCents: cents(8_000) }),
    anInvoice('d2', { clientId: 'debited', totalCents: cents(4_000) }),
    anInvoice('av', { kind: 'credit-note' }),
  ],
  payments: [aPayment('p', '2026-11-05', 12_000, { clientId: 'debited', method: 'direct-debit' })],
  allocations: [anAllocation('p', 'd1', '2026-11-05', 8_000), anAllocation('p', 'd2', '2026-11-05', 4_000)],
});

describe('an invoice assigned to a factor', () => {
  test('carries his name, and none once it is taken back', () => {
    const decision = decided(setFactor, ledger, { invoiceIds: ['f1', 'f2'], factor: ' Eurofactor ' });
    expect(decision.label).toBe('2\u00A0factures cédées à Eurofactor');
    const next = applied(ledger, decision);
    expect(next.invoices.get('f2')?.factor).toBe('Eurofactor');
    const back = applied(next, decided(setFactor, next, { invoiceIds: ['f1'], factor: undefined }));
    expect(Object.keys(back.invoices.get('f1') ?? {})).not.toContain('factor');
    expect(back.invoices.get('f2')?.factor).toBe('Eurofactor');
  });

  test('is undone as a whole', () => {
    const done = runInMemory(ledger, setFactor, { invoiceIds: ['f1'], factor: 'X' }, contextOn('2026-11-23'));
    if (!done.ok) throw new Error(done.error.message);
    const { ledger: ceded, pages } = done.value;
    const undone = runInMemory(ceded, undoChange, { pages }, contextOn('2026-11-23'));
    expect(undone.ok && undone.value.ledger.invoices.get('f1')).toEqual(ledger.invoices.get('f1'));
  });

  test('needs a name, and is an invoice of one client', () => {
    expect(refused(setFactor, ledger, { invoiceIds: ['f1'], factor: ' ' }).kind).toBe('no-name');
    expect(refused(setFactor, ledger, { invoiceIds: ['f1'], factor: 'x'.repeat(201) }).kind).toBe('too-long');
    expect(refused(setFactor, ledger, { invoiceIds: ['f1', 'm1'], factor: 'X' }).kind).toBe('no-invoice');
    expect(refused(setFactor, ledger, { invoiceIds: ['av'], factor: 'X' }).kind).toBe('no-invoice');
    expect(refused(setFactor, ledger, { invoiceIds: ['f1'], factor: undefined }).kind).toBe('not-factored');
  });
});

describe('an invoice whose payment a public buyer ordered', () => {
  test('keeps the day, and loses it when it is taken back', () => {
    const wish = { invoiceId: 'm1', orderedOn: day('2026-11-20') };
    const decision = decided(recordPaymentOrder, ledger, wish);
    expect(decision.label).toBe('Facture M1 mandatée le 20/11/2026');
    const next = applied(ledger, decision);
    expect(next.invoices.get('m1')?.paymentOrderedOn).toBe('2026-11-20');
    const back = applied(next, decided(recordPaymentOrder, next, { invoiceId: 'm1', orderedOn: undefined }));
    expect(back.invoices.get('m1')?.paymentOrderedOn).toBeUndefined();
  });

  test('is that of a public buyer, on a day between the invoice and today', () => {
    const on = (invoiceId: string, orderedOn: string) =>
      refused(recordPaymentOrder, ledger, { invoiceId, orderedOn: day(orderedOn) }).kind;
    expect(on('f1', '2026-11-20')).toBe('not-public');
    expect(on('m1', '2026-11-24')).toBe('future');
    expect(on('m1', '2026-09-30')).toBe('too-early');
    expect(refused(recordPaymentOrder, ledger, { invoiceId: 'm1', orderedOn: undefined }).kind).toBe(
      'not-ordered',
    );
  });
});

describe('a direct debit that was rejected', () => {
  test('is reversed with everything it settled', () => {
    const wish = { invoiceId: 'd1', rejectedOn: day('2026-11-12') };
    const decision = decided(rejectDirectDebit, ledger, wish);
    expect(decision.label).toBe('Prélèvement de 120,00\u00A0€ rejeté le 12/11/2026');
    const next = applied(ledger, decision);
    expect(next.payments.get('p')?.reversedAt).toBeDefined();
    expect([remainingCents(next, 'd1'), remainingCents(next, 'd2')]).toEqual([8_000, 4_000]);
    expect(next.invoices.get('d2')?.debitRejectedOn).toBe('2026-11-12');
    const byPayment = decided(rejectDirectDebit, ledger, {
      paymentId: 'p',
      rejectedOn: day('2026-11-12'),
    });
    expect(applied(ledger, byPayment).invoices.get('d1')?.debitRejectedOn).toBe('2026-11-12');
  });

  test('is noted on the invoice alone where the payment was never entered', () => {
    const unpaid = { ...ledger, payments: new Map(), allocations: new Map() };
    const decision = decided(rejectDirectDebit, unpaid, {
      invoiceId: 'd1',
      rejectedOn: day('2026-11-12'),
    });
    expect(decision.label).toBe('Prélèvement rejeté le 12/11/2026, facture D1');
    const next = applied(unpaid, decision);
    expect(next.invoices.get('d1')?.debitRejectedOn).toBe('2026-11-12');
    expect(next.invoices.get('d2')?.debitRejectedOn).toBeUndefined();
    const again = applied(next, decided(presentDebitAgain, next, { invoiceId: 'd1' }));
    expect(again.invoices.get('d1')?.debitRejectedOn).toBeUndefined();
    expect(refused(presentDebitAgain, again, { invoiceId: 'd1' }).kind).toBe('not-rejected');
  });

  test('is refused before the debit, in the future, and where nothing is debited', () => {
    const on = (invoiceId: string, rejectedOn: string) =>
      refused(rejectDirectDebit, ledger, { invoiceId, rejectedOn: day(rejectedOn) }).kind;
    expect(on('d1', '2026-11-04')).toBe('too-early');
    expect(on('d1', '2026-11-24')).toBe('future');
    expect(on('f1', '2026-11-12')).toBe('not-by-debit');
    const reversed = applied(
      ledger,
      decided(rejectDirectDebit, ledger, { paymentId: 'p', rejectedOn: day('2026-11-12') }),
    );
    expect(refused(rejectDirectDebit, reversed, { paymentId: 'p', rejectedOn: day('2026-11-12') }).kind).toBe(
      'no-debit',
    );
  });
});
