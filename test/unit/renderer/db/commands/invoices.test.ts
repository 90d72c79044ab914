import { describe, expect, test } from 'vitest';
import {
  cancelInvoice,
  createInvoice,
  type InvoiceWish,
  updateInvoice,
} from '../../../../../renderer/db/commands/invoices.ts';
import { type Day, day } from '../../../../../shared/dates/day.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aLedger, anAllocation, anInvoice, aPayment } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const ledger = aLedger({
  invoices: [anInvoice('f1', { totalCents: cents(10_000) })],
  payments: [aPayment('p1', '2026-11-10', 4_000)],
  allocations: [anAllocation('p1', 'f1', '2026-11-10', 4_000)],
});
const wish = {
  number: ' F-200 ',
  kind: 'invoice' as const,
  issuedOn: day('2026-11-01'),
  dueOn: day('2026-12-01'),
  totalCents: cents(12_345),
};

describe('typing an invoice', () => {
  test('for a known client', () => {
    const decision = decided(createInvoice, ledger, { client: { id: 'c1' }, invoice: wish });
    expect(decision.label).toBe('Facture F-200 saisie');
    expect(rowsOf(decision, 'invoices')).toMatchObject([
      { number: 'F-200', clientId: 'c1', currency: 'EUR', totalCents: 12_345 },
    ]);
  });

  test('for a new client, created with it', () => {
    const decision = decided(createInvoice, ledger, { client: { newName: ' Martin ' }, invoice: wish });
    const [client] = rowsOf(decision, 'clients');
    expect(client).toMatchObject({ name: 'Martin', regime: 'b2b' });
    expect(rowsOf(decision, 'invoices')[0]?.clientId).toBe(client?.id);
  });

  test('a credit note agrees in gender', () => {
    const decision = decided(createInvoice, ledger, {
      client: { id: 'c1' },
      invoice: { ...wish, kind: 'credit-note' },
    });
    expect(decision.label).toBe('Avoir F-200 saisi');
  });

  test('refuses what cannot be an invoice, and a number the client already has', () => {
    const refusal = (changes: Partial<typeof wish>) =>
      refused(createInvoice, ledger, { client: { id: 'c1' }, invoice: { ...wish, ...changes } }).message;
    expect(refusal({ number: ' ' })).toBe('Indiquez le numéro de la pièce.');
    expect(refusal({ totalCents: cents(0) })).toContain('supérieur à zéro');
    expect(refusal({ dueOn: day('2026-10-31') })).toContain('L’échéance ne peut pas précéder');
    expect(refusal({ number: 'f 1' })).toBe('Ce client a déjà une pièce f 1.');
    expect(refused(createInvoice, ledger, { client: { newName: '' }, invoice: wish }).kind).toBe('no-client');
  });
});

describe('the particulars of a document', () => {
  const refusal = (changes: Partial<InvoiceWish>) =>
    refused(createInvoice, ledger, { client: { id: 'c1' }, invoice: { ...wish, ...changes } }).message;

  test('of an invoice are kept', () => {
    const particulars = {
      performedOn: day('2026-10-28'),
      requestReceivedOn: day('2026-11-01'),
      isCarriage: true,
    };
    const decision = decided(createInvoice, ledger, {
      client: { id: 'c1' },
      invoice: { ...wish, ...particulars },
    });
    expect(rowsOf(decision, 'invoices')).toMatchObject([particulars]);
  });

  test('of a credit note are kept, and go when it turns into an invoice', () => {
    const credited = applied(
      ledger,
      decided(createInvoice, ledger, {
        client: { id: 'c1' },
        invoice: { ...wish, kind: 'credit-note', dueOn: undefined, creditEffect: 'from-its-date' },
      }),
    );
    const note = [...credited.invoices.values()].find(({ kind }) => kind === 'credit-note');
    expect(note?.creditEffect).toBe('from-its-date');
    const turned = decided(updateInvoice, credited, { id: note?.id ?? '', changes: { kind: 'invoice' } });
    expect(rowsOf(turned, 'invoices')[0]?.creditEffect).toBeUndefined();
  });

  test('are refused where they make no sense', () => {
    expect(refusal({ requestReceivedOn: day('2026-10-31') })).toBe(
      'La demande de paiement ne peut pas être reçue avant la date de la facture.',
    );
    expect(refusal({ performedOn: '31/10/2026' as Day })).toContain('Indiquez la date de la livraison');
    expect(refusal({ requestReceivedOn: '01/11/2026' as Day })).toContain('La demande de paiement');
    expect(refusal({ creditEffect: 'from-due-date' })).toContain('Seul un avoir');
    expect(refusal({ kind: 'credit-note', isCarriage: true })).toContain('Seule une facture');
  });
});

describe('correcting an invoice', () => {
  test('the total may fall to what is paid, and not below', () => {
    const next = applied(
      ledger,
      decided(updateInvoice, ledger, { id: 'f1', changes: { totalCents: cents(4_000) } }),
    );
    expect(remainingCents(next, 'f1')).toBe(0);
    expect(refused(updateInvoice, ledger, { id: 'f1', changes: { totalCents: cents(3_999) } }).kind).toBe(
      'below-paid',
    );
  });

  test('the due date can be taken away', () => {
    const decision = decided(updateInvoice, ledger, { id: 'f1', changes: { dueOn: undefined } });
    expect(rowsOf(decision, 'invoices')[0]?.dueOn).toBeUndefined();
  });

  test('a number of another invoice of the client is refused, its own is not', () => {
    const two = aLedger({ invoices: [anInvoice('f1'), anInvoice('f2')] });
    expect(refused(updateInvoice, two, { id: 'f1', changes: { number: 'F2' } }).kind).toBe('duplicate');
    expect(decided(updateInvoice, two, { id: 'f1', changes: { number: 'F1' } }).label).toBe(
      'Facture F1 modifiée',
    );
  });

  test('a credit note cannot fall below what was set against invoices', () => {
    const credited = aLedger({
      invoices: [anInvoice('f1'), anInvoice('a1', { kind: 'credit-note', totalCents: cents(500) })],
      allocations: [
        {
          id: 'x',
          source: { kind: 'credit-note', creditNoteId: 'a1' },
          invoiceId: 'f1',
          cents: cents(300),
          effectiveOn: day('2026-10-01'),
        },
      ],
    });
    expect(refused(updateInvoice, credited, { id: 'a1', changes: { totalCents: cents(299) } }).kind).toBe(
      'below-paid',
    );
    expect(decided(updateInvoice, credited, { id: 'a1', changes: { totalCents: cents(300) } }).label).toBe(
      'Avoir A1 modifié',
    );
  });
});

test('a cancelled invoice owes nothing, and its payment waits on the account again', () => {
  const next = applied(ledger, decided(cancelInvoice, ledger, { id: 'f1' }));
  expect(remainingCents(next, 'f1')).toBe(0);
  expect(next.invoices.has('f1')).toBe(true);
  expect(refused(cancelInvoice, next, { id: 'f1' }).kind).toBe('no-invoice');
});
