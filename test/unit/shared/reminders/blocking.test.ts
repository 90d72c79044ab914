import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../../../../shared/ledger/agreement.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { blockOf } from '../../../../shared/reminders/blocking.ts';
import { brokenPromises } from '../../../../shared/reminders/promise.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from './sample-ledger.ts';

const kindOn = (ledger: Ledger, on: string): string | undefined => {
  const invoice = ledger.invoices.get('f-1');
  if (invoice === undefined) throw new Error('no invoice');
  return blockOf(ledger, invoice, day(on))?.kind;
};

const invoices = [anInvoice('f-1')];
const promise = (promisedOn: string, changes: Partial<PaymentPromise> = {}): PaymentPromise => ({
  id: `promise-${promisedOn}`,
  clientId: 'c1',
  invoiceIds: ['f-1'],
  promisedOn: day(promisedOn),
  recordedAt: noonOf('2026-11-10'),
  ...changes,
});
const dispute = (changes: Partial<Dispute> = {}): Dispute => ({
  id: 'd',
  clientId: 'c1',
  invoiceId: 'f-1',
  reason: 'quality',
  note: '',
  openedOn: day('2026-11-02'),
  ...changes,
});
const pause = (until: string, changes: Partial<Pause> = {}): Pause => ({
  id: `pause-${until}`,
  clientId: 'c1',
  reason: 'Vacances',
  until: day(until),
  createdAt: noonOf('2026-11-02'),
  ...changes,
});

it('lets a late invoice through', () => {
  expect(kindOn(aLedger({ invoices }), '2026-11-20')).toBeUndefined();
});

it.each<[string, Ledger]>([
  [
    'settled',
    aLedger({
      invoices,
      payments: [aPayment('p', '2026-11-05', 123_456)],
      allocations: [anAllocation('p', 'f-1', '2026-11-05', 123_456)],
    }),
  ],
  ['settled', aLedger({ invoices: [anInvoice('f-1', { totalCents: cents(100) })] })],
  ['cancelled', aLedger({ invoices: [anInvoice('f-1', { cancelledAt: noonOf('2026-11-05') })] })],
  ['credit-note', aLedger({ invoices: [anInvoice('f-1', { kind: 'credit-note' })] })],
  ['covered-by-credit', aLedger({ invoices, payments: [aPayment('p', '2026-11-05', 200_000)] })],
  ['dispute', aLedger({ invoices, disputes: [dispute()] })],
  ['dispute', aLedger({ invoices, disputes: [dispute({ disputedCents: cents(123_400) })] })],
  ['excluded', aLedger({ invoices, clients: [aClient('c1', { excludedReason: 'Ami' })] })],
  ['direct-debit', aLedger({ invoices, clients: [aClient('c1', { directDebit: true })] })],
  ['factored', aLedger({ invoices: [anInvoice('f-1', { factor: 'Factofrance' })], disputes: [dispute()] })],
  ['payment-ordered', aLedger({ invoices: [anInvoice('f-1', { paymentOrderedOn: day('2026-11-12') })] })],
  ...['213', '501', '221'].map((code): [string, Ledger] => [
    'not-delivered',
    aLedger({
      invoices: [anInvoice('f-1', { lifeCycle: { code, on: day('2026-11-12') } })],
      disputes: [dispute()],
    }),
  ]),
  [
    'documents-asked',
    aLedger({ invoices: [anInvoice('f-1', { lifeCycle: { code: '208', on: day('2026-11-12') } })] }),
  ],
])('stops for %s', (kind, ledger) => {
  expect(kindOn(ledger, '2026-11-20')).toBe(kind);
});

it('goes on once a direct debit was rejected', () => {
  const clients = [aClient('c1', { directDebit: true })];
  const rejected = anInvoice('f-1', { debitRejectedOn: day('2026-11-10') });
  expect(kindOn(aLedger({ clients, invoices: [rejected] }), '2026-11-20')).toBeUndefined();
});

it('says whom the client must pay, and when the payment was ordered', () => {
  const reasonOf = (changes: Parameters<typeof anInvoice>[1]): string | undefined => {
    const invoice = anInvoice('f-1', changes);
    return blockOf(aLedger({ invoices: [invoice] }), invoice, day('2026-11-20'))?.reason;
  };
  expect(reasonOf({ factor: ' Factofrance ' })).toBe(
    'Facture cédée\u00A0: le client doit payer Factofrance.',
  );
  expect(reasonOf({ factor: '' })).toBe('Facture cédée\u00A0: le client doit payer le factor.');
  expect(reasonOf({ paymentOrderedOn: day('2026-11-12') })).toBe(
    'Mandatée le 12 novembre 2026\u00A0: le paiement est ordonné.',
  );
});

it('stops without a due date', () => {
  const { dueOn: _none, ...undated } = anInvoice('f-1');
  expect(kindOn(aLedger({ invoices: [undated] }), '2026-11-20')).toBe('no-due-date');
});

it('goes on once money is reversed', () => {
  const reversed = aPayment('p', '2026-11-05', 123_456, { reversedAt: noonOf('2026-11-12') });
  const ledger = aLedger({
    invoices,
    payments: [reversed],
    allocations: [anAllocation('p', 'f-1', '2026-11-05', 123_456)],
  });
  expect(kindOn(ledger, '2026-11-20')).toBeUndefined();
});

describe('a dispute', () => {
  it('lets the rest through when it is partial, and all when it is resolved', () => {
    const partial = aLedger({ invoices, disputes: [dispute({ disputedCents: cents(20_000) })] });
    const resolved = aLedger({ invoices, disputes: [dispute({ resolvedOn: day('2026-11-18') })] });
    expect(kindOn(partial, '2026-11-20')).toBeUndefined();
    expect(kindOn(resolved, '2026-11-17')).toBe('dispute');
    expect(kindOn(resolved, '2026-11-18')).toBeUndefined();
  });
});

describe('a promise', () => {
  // Promised for Friday 20 November: two working days later is Tuesday 24.
  const ledger = aLedger({ invoices, promises: [promise('2026-11-20')] });

  it.each([
    ['2026-11-19', 'promise'],
    ['2026-11-23', 'promise'],
    ['2026-11-24', undefined],
  ])('on %s: %s', (on, kind) => {
    expect(kindOn(ledger, on)).toBe(kind);
  });

  it('counts as broken from the same day, and not when it was kept or replaced', () => {
    expect(brokenPromises(ledger, day('2026-11-23'))).toEqual([]);
    expect(brokenPromises(ledger, day('2026-11-24'))).toHaveLength(1);
    const replaced = aLedger({ invoices, promises: [promise('2026-11-20'), promise('2026-12-04')] });
    expect(brokenPromises(replaced, day('2026-11-24'))).toEqual([]);
    expect(kindOn(replaced, '2026-11-24')).toBe('promise');
    const kept = aLedger({
      invoices,
      promises: [promise('2026-11-20')],
      payments: [aPayment('p', '2026-11-20', 123_456)],
      allocations: [anAllocation('p', 'f-1', '2026-11-20', 123_456)],
    });
    expect(brokenPromises(kept, day('2026-11-24'))).toEqual([]);
  });

  it('stops nothing once withdrawn', () => {
    const withdrawn = promise('2026-11-20', { withdrawnAt: noonOf('2026-11-12') });
    expect(kindOn(aLedger({ invoices, promises: [withdrawn] }), '2026-11-19')).toBeUndefined();
  });
});

describe('a pause', () => {
  it.each([
    [pause('2026-11-25'), '2026-11-24', 'pause'],
    [pause('2026-11-25'), '2026-11-25', undefined],
    [pause('2026-11-25', { invoiceId: 'f-1' }), '2026-11-24', 'pause'],
    [pause('2026-11-25', { invoiceId: 'f-2' }), '2026-11-24', undefined],
    [pause('2026-11-25', { clientId: 'c2' }), '2026-11-24', undefined],
    [pause('2026-11-25', { endedAt: noonOf('2026-11-20') }), '2026-11-24', undefined],
  ])('%#', (row, on, kind) => {
    expect(kindOn(aLedger({ invoices, pauses: [row] }), on)).toBe(kind);
  });

  it('names the later end of two', () => {
    const ledger = aLedger({ invoices, pauses: [pause('2026-11-25'), pause('2026-12-02')] });
    const block = blockOf(ledger, anInvoice('f-1'), day('2026-11-20'));
    expect(block).toEqual({
      kind: 'pause',
      reason: 'Relances reportées au 2 décembre 2026\u00A0: Vacances.',
      resumesOn: '2026-12-02',
    });
  });
});

describe('a payment plan', () => {
  const plan: PaymentPlan = {
    id: 'plan',
    clientId: 'c1',
    invoiceIds: ['f-1'],
    agreedOn: day('2026-11-02'),
    instalments: [
      { dueOn: day('2026-11-13'), cents: cents(60_000) },
      { dueOn: day('2026-12-14'), cents: cents(63_456) },
    ],
  };
  const paying = (amount: number) =>
    aLedger({
      invoices,
      plans: [plan],
      payments: [aPayment('p', '2026-11-12', amount)],
      allocations: [anAllocation('p', 'f-1', '2026-11-12', amount)],
    });

  const blockOn = (ledger: Ledger, on: string) => {
    const invoice = ledger.invoices.get('f-1');
    if (!invoice) throw new Error('no invoice');
    return blockOf(ledger, invoice, day(on));
  };

  it('says which instalment comes next, and from when it would be missed', () => {
    expect(blockOn(paying(60_000), '2026-11-19')).toEqual({
      kind: 'plan',
      reason: 'Échéancier du 2 novembre 2026 respecté\u00A0: 634,56\u00A0€ le 14 décembre 2026.',
      resumesOn: '2026-12-18',
    });
    expect(blockOn(aLedger({ invoices, plans: [plan] }), '2026-11-18')?.resumesOn).toBe('2026-11-19');
  });

  it('reminds of a missed instalment alone while others are to come: the rest is not due', () => {
    const unpaid = aLedger({ invoices, plans: [plan] });
    expect(blockOn(unpaid, '2026-11-19')?.reason).toBe(
      'Échéance du 13 novembre 2026 manquée, 600,00\u00A0€\u00A0: elle seule est relancée, le reste de l’échéancier n’est pas encore dû.',
    );
    expect(blockOn(unpaid, '2026-11-19')?.resumesOn).toBeUndefined();
    expect(blockOn(paying(59_999), '2026-11-19')?.reason).toContain('0,01\u00A0€');
  });

  it('stops nothing once its last instalment is missed, after three working days of grace', () => {
    expect(kindOn(paying(60_000), '2026-12-17')).toBe('plan');
    expect(kindOn(paying(60_000), '2026-12-18')).toBeUndefined();
  });

  it('does not count what was paid on the same day before it was agreed', () => {
    const remainder: PaymentPlan = {
      ...plan,
      instalments: [
        { dueOn: day('2026-11-13'), cents: cents(30_000) },
        { dueOn: day('2026-12-14'), cents: cents(33_456) },
      ],
    };
    const partPaid = aLedger({
      invoices,
      plans: [remainder],
      payments: [aPayment('p', '2026-11-02', 60_000)],
      allocations: [anAllocation('p', 'f-1', '2026-11-02', 60_000)],
    });
    expect(blockOn(partPaid, '2026-11-19')?.reason).toContain('manquée, 300,00\u00A0€');
  });

  it('counts money that had arrived before it was agreed and was recorded after', () => {
    const late = aLedger({
      invoices,
      plans: [plan],
      payments: [aPayment('p', '2026-10-30', 60_000)],
      allocations: [anAllocation('p', 'f-1', '2026-10-30', 60_000)],
    });
    expect(blockOn(late, '2026-11-19')?.reason).toContain('respecté');
  });

  it('stops nothing once ended', () => {
    const ended = aLedger({ invoices, plans: [{ ...plan, endedOn: day('2026-11-10') }] });
    expect(kindOn(ended, '2026-11-09')).toBe('plan');
    expect(kindOn(ended, '2026-11-10')).toBeUndefined();
  });
});

describe('an insolvency', () => {
  const insolvent = (judgmentOn: string): Client =>
    aClient('c1', { insolvency: { kind: 'liquidation', judgmentOn: day(judgmentOn) } });

  it('stops what was owed before the judgment and nothing after it', () => {
    expect(kindOn(aLedger({ invoices, clients: [insolvent('2026-11-15')] }), '2026-11-20')).toBe(
      'insolvency',
    );
    expect(kindOn(aLedger({ invoices, clients: [insolvent('2026-10-10')] }), '2026-11-20')).toBe(
      'insolvency',
    );
    expect(kindOn(aLedger({ invoices, clients: [insolvent('2026-09-10')] }), '2026-11-20')).toBeUndefined();
  });
});
