import { describe, expect, test } from 'vitest';
import { endPlan } from '../../../../../renderer/db/commands/agreements.ts';
import { forfeitPlan, recordForfeitureNotice } from '../../../../../renderer/db/commands/forfeiture.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { blockOf } from '../../../../../shared/reminders/blocking.ts';
import { aLedger, anAllocation, anInvoice, aPayment } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const ledger = aLedger({
  invoices: [anInvoice('f1', { totalCents: cents(90_000) })],
  plans: [
    {
      id: 'plan',
      clientId: 'c1',
      invoiceIds: ['f1'],
      agreedOn: day('2026-11-02'),
      instalments: [
        { dueOn: day('2026-11-13'), cents: cents(30_000) },
        { dueOn: day('2026-12-14'), cents: cents(30_000) },
        { dueOn: day('2027-01-14'), cents: cents(30_000) },
      ],
    },
  ],
});
const notice = { planId: 'plan', sentOn: day('2026-11-20'), grantedDays: 8 };
const warned = applied(ledger, decided(recordForfeitureNotice, ledger, notice));

describe('the « déchéance du terme »', () => {
  test('follows a formal notice that went unanswered, and makes everything due', () => {
    expect(warned.plans.get('plan')?.forfeitureNotice).toEqual({
      sentOn: '2026-11-20',
      endsOn: '2026-11-28',
    });
    expect(refused(forfeitPlan, warned, { planId: 'plan' }, '2026-11-28').kind).toBe('too-early');
    const decision = decided(forfeitPlan, warned, { planId: 'plan' }, '2026-11-30');
    expect(decision.label).toBe('Déchéance du terme prononcée\u00A0: 900,00\u00A0€ exigibles immédiatement');
    const next = applied(warned, decision);
    expect(next.plans.get('plan')).toMatchObject({ endedOn: '2026-11-30', endReason: 'forfeited' });
    const invoice = next.invoices.get('f1');
    expect(invoice && blockOf(next, invoice, day('2026-11-30'))).toBeUndefined();
    expect(refused(forfeitPlan, next, { planId: 'plan' }, '2026-11-30').kind).toBe('no-plan');
  });

  test('is not pronounced without notice, nor once what was missed has come', () => {
    expect(refused(forfeitPlan, ledger, { planId: 'plan' }, '2026-11-30').kind).toBe('no-notice');
    const paid = {
      ...warned,
      payments: new Map([['p', aPayment('p', '2026-11-24', 30_000)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-11-24', 30_000)]]),
    };
    expect(refused(forfeitPlan, paid, { planId: 'plan' }, '2026-11-30').kind).toBe('nothing-missed');
  });

  test('needs a missed instalment, a day that fits and one to sixty days', () => {
    const kind = (changes: Partial<typeof notice>, on = '2026-11-23') =>
      refused(recordForfeitureNotice, ledger, { ...notice, ...changes }, on).kind;
    expect(kind({ sentOn: day('2026-11-16') }, '2026-11-16')).toBe('nothing-missed');
    expect(kind({ sentOn: day('2026-11-24') })).toBe('future');
    expect(kind({ sentOn: day('2026-11-12') })).toBe('too-early');
    expect(kind({ grantedDays: 0 })).toBe('invalid');
    expect(kind({ grantedDays: 61 })).toBe('invalid');
    expect(kind({ planId: 'x' })).toBe('no-plan');
  });

  test('is told apart from a plan that the user ended', () => {
    const ended = applied(ledger, decided(endPlan, ledger, { planId: 'plan' }));
    expect(ended.plans.get('plan')?.endReason).toBe('ended');
  });
});
