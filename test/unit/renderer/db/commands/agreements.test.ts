import { describe, expect, test } from 'vitest';
import {
  agreePlan,
  endPause,
  endPlan,
  openDispute,
  postpone,
  recordPromise,
  withdrawPromise,
} from '../../../../../renderer/db/commands/agreements.ts';
import { closeDispute } from '../../../../../renderer/db/commands/disputes.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { splitEqually } from '../../../../../shared/money/split.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const ledger = aLedger({
  clients: [aClient('c1'), aClient('c2')],
  invoices: [
    anInvoice('f1', { totalCents: cents(10_000) }),
    anInvoice('f2', { totalCents: cents(5_000) }),
    anInvoice('g1', { clientId: 'c2' }),
  ],
});

describe('a dispute', () => {
  const wish = { invoiceId: 'f1', reason: 'quality' as const, note: 'Rayures' };

  test('is opened on the whole or a part, once, and resolved', () => {
    const opened = applied(ledger, decided(openDispute, ledger, { ...wish, disputedCents: cents(2_000) }));
    expect(opened.disputes.get('new-1')).toMatchObject({ disputedCents: 2_000, openedOn: '2026-11-23' });
    expect(refused(openDispute, opened, wish).kind).toBe('already-disputed');
    const resolved = applied(
      opened,
      decided(closeDispute, opened, { disputeId: 'new-1', outcome: 'for-creditor' }, '2026-11-25'),
    );
    expect(resolved.disputes.get('new-1')?.resolvedOn).toBe('2026-11-25');
    expect(refused(closeDispute, resolved, { disputeId: 'new-1', outcome: 'for-creditor' }).kind).toBe(
      'no-dispute',
    );
  });

  test('contests no more than the invoice', () => {
    expect(refused(openDispute, ledger, { ...wish, disputedCents: cents(10_001) }).kind).toBe('invalid');
    expect(refused(openDispute, ledger, { ...wish, disputedCents: cents(0) }).kind).toBe('invalid');
  });
});

describe('a promise', () => {
  test('is noted, and withdrawn once', () => {
    const promised = applied(
      ledger,
      decided(recordPromise, ledger, { invoiceIds: ['f1', 'f2'], promisedOn: day('2026-11-30') }),
    );
    expect(promised.promises.get('new-1')).toMatchObject({ invoiceIds: ['f1', 'f2'], clientId: 'c1' });
    const withdrawn = applied(promised, decided(withdrawPromise, promised, { promiseId: 'new-1' }));
    expect(withdrawn.promises.get('new-1')?.withdrawnAt).toBeDefined();
    expect(refused(withdrawPromise, withdrawn, { promiseId: 'new-1' }).kind).toBe('no-promise');
  });

  test('of yesterday, or for two clients, is refused', () => {
    expect(refused(recordPromise, ledger, { invoiceIds: ['f1'], promisedOn: day('2026-11-22') }).kind).toBe(
      'past',
    );
    expect(
      refused(recordPromise, ledger, { invoiceIds: ['f1', 'g1'], promisedOn: day('2026-11-30') }).kind,
    ).toBe('no-invoice');
  });
});

describe('a payment plan', () => {
  const instalments = splitEqually(15_000, 3).map((share, index) => ({
    dueOn: day(`2026-12-${String(28 - index * 7)}`),
    cents: share,
  }));
  const wish = { invoiceIds: ['f1', 'f2'], instalments };

  test('must add up to what is owed, and is kept in the order of its days', () => {
    const decision = decided(agreePlan, ledger, wish);
    expect(decision.label).toBe('Échéancier en 3 fois accordé');
    expect(rowsOf(decision, 'plans')[0]?.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ]);
    expect(refused(agreePlan, ledger, { ...wish, invoiceIds: ['f1'] }).kind).toBe('sum-differs');
  });

  test('no instalment of nothing, none in the past, no invoice of another client', () => {
    const of = (dueOn: string, amount: number) => ({ dueOn: day(dueOn), cents: cents(amount) });
    const refusal = (invoiceIds: readonly string[], plan: readonly ReturnType<typeof of>[]) =>
      refused(agreePlan, ledger, { invoiceIds, instalments: plan }).kind;
    expect(refusal(['f1'], [of('2026-12-01', 10_000), of('2026-12-02', 0)])).toBe('invalid');
    expect(refusal(['f1'], [])).toBe('invalid');
    expect(refusal(['f1'], [of('2026-11-22', 10_000)])).toBe('past');
    expect(refusal(['f1', 'g1'], [of('2026-12-01', 10_000)])).toBe('no-invoice');
  });

  test('an invoice stands in one plan at a time', () => {
    const planned = applied(ledger, decided(agreePlan, ledger, wish));
    expect(refused(agreePlan, planned, wish).kind).toBe('already-planned');
    const ended = applied(planned, decided(endPlan, planned, { planId: 'new-1' }));
    expect(decided(agreePlan, ended, wish).label).toContain('3 fois');
    expect(refused(endPlan, ended, { planId: 'new-1' }).kind).toBe('no-plan');
  });
});

describe('postponing', () => {
  test('a client until a day to come, and taking it back', () => {
    const wish = { clientId: 'c1', until: day('2026-12-01'), reason: 'Congés' };
    const paused = applied(ledger, decided(postpone, ledger, wish));
    expect(paused.pauses.get('new-1')).toMatchObject({ until: '2026-12-01', reason: 'Congés' });
    expect(paused.pauses.get('new-1')?.invoiceId).toBeUndefined();
    const ended = applied(paused, decided(endPause, paused, { pauseId: 'new-1' }));
    expect(refused(endPause, ended, { pauseId: 'new-1' }).kind).toBe('no-pause');
  });

  test('until today is refused', () => {
    expect(refused(postpone, ledger, { clientId: 'c1', until: day('2026-11-23'), reason: '' }).kind).toBe(
      'past',
    );
  });
});
