import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { clientFlagExplanation, clientFlagLabel } from '../../../../shared/ledger/client-flag.ts';
import { clientFlags } from '../../../../shared/ledger/client-flags.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const kindsOf = (ledger: Ledger, on = '2026-11-23'): readonly string[] =>
  (clientFlags(ledger, day(on)).get('c1') ?? []).map(({ kind }) => kind);

const dispute = {
  id: 'd1',
  clientId: 'c1',
  invoiceId: 'f1',
  reason: 'quality' as const,
  note: '',
  openedOn: day('2026-11-10'),
};

const promise = (promisedOn: string) => ({
  id: 'p1',
  clientId: 'c1',
  invoiceIds: ['f1'],
  promisedOn: day(promisedOn),
  recordedAt: noonOf('2026-11-01'),
});

describe('what sets a client apart', () => {
  test('nothing for an ordinary client', () => {
    const ledger = aLedger({ invoices: [anInvoice('f1')] });
    expect(clientFlags(ledger, day('2026-11-23')).size).toBe(0);
  });

  test('procedure, exclusion and direct debit come from the client, most serious first', () => {
    const client = aClient('c1', {
      directDebit: true,
      excludedReason: 'Filiale',
      insolvency: { kind: 'liquidation', judgmentOn: day('2026-09-01') },
    });
    const ledger = aLedger({ clients: [client] });
    expect(kindsOf(ledger)).toEqual(['insolvency', 'excluded', 'direct-debit']);
    const sentences = (clientFlags(ledger, day('2026-11-23')).get('c1') ?? []).map(clientFlagExplanation);
    expect(sentences[0]).toMatch(/^Liquidation judiciaire, jugement du 01\/09\/2026/);
    expect(sentences[1]).toMatch(/Filiale$/);
  });

  test('a dispute counts until it is resolved or nothing is owed any more', () => {
    const invoices = [anInvoice('f1', { totalCents: cents(10_000) })];
    expect(kindsOf(aLedger({ invoices, disputes: [dispute] }))).toEqual(['dispute']);
    expect(kindsOf(aLedger({ invoices, disputes: [{ ...dispute, resolvedOn: day('2026-11-20') }] }))).toEqual(
      [],
    );
    const settled = aLedger({
      invoices,
      disputes: [dispute],
      payments: [aPayment('x', '2026-11-20', 10_000)],
      allocations: [anAllocation('x', 'f1', '2026-11-20', 10_000)],
    });
    expect(kindsOf(settled)).toEqual([]);
  });

  test('the contested amount is never more than what is owed', () => {
    const ledger = aLedger({
      invoices: [anInvoice('f1', { totalCents: cents(10_000) })],
      disputes: [{ ...dispute, disputedCents: cents(9_000) }],
      payments: [aPayment('x', '2026-11-20', 4_000)],
      allocations: [anAllocation('x', 'f1', '2026-11-20', 4_000)],
    });
    expect(clientFlags(ledger, day('2026-11-23')).get('c1')?.[0]).toMatchObject({ openCents: 6_000 });
  });

  test('a promise holds through its two working days of grace, then it is broken', () => {
    const ledger = aLedger({ invoices: [anInvoice('f1')], promises: [promise('2026-11-20')] });
    expect(kindsOf(ledger, '2026-11-23')).toEqual(['promise']);
    expect(kindsOf(ledger, '2026-11-24')).toEqual(['broken-promise']);
    expect(
      clientFlagLabel({ kind: 'promise', promise: promise('2026-11-20'), resumesOn: day('2026-11-24') }),
    ).toBe('Promesse 20/11');
  });

  test('a plan is kept or broken', () => {
    const plan = {
      id: 'l1',
      clientId: 'c1',
      invoiceIds: ['f1'],
      agreedOn: day('2026-10-01'),
      instalments: [
        { dueOn: day('2026-11-02'), cents: cents(60_000) },
        { dueOn: day('2026-12-02'), cents: cents(63_456) },
      ],
    };
    const ledger = aLedger({ invoices: [anInvoice('f1')], plans: [plan] });
    expect(kindsOf(ledger, '2026-11-03')).toEqual(['plan']);
    expect(kindsOf(ledger, '2026-11-23')).toEqual(['broken-plan']);
    expect(
      kindsOf(aLedger({ invoices: [anInvoice('f1')], plans: [{ ...plan, endedOn: day('2026-11-10') }] })),
    ).toEqual([]);
  });

  test('a pause of the whole client shows, one of an invoice does not, and both end', () => {
    const pause = {
      id: 'r1',
      clientId: 'c1',
      reason: 'Congés',
      until: day('2026-12-01'),
      createdAt: noonOf('2026-11-20'),
    };
    expect(kindsOf(aLedger({ pauses: [pause] }))).toEqual(['pause']);
    expect(kindsOf(aLedger({ pauses: [{ ...pause, invoiceId: 'f1' }] }))).toEqual([]);
    expect(kindsOf(aLedger({ pauses: [pause] }), '2026-12-01')).toEqual([]);
    expect(kindsOf(aLedger({ pauses: [{ ...pause, endedAt: noonOf('2026-11-21') }] }))).toEqual([]);
  });
});
