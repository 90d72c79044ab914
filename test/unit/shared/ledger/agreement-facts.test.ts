import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { promiseOutcome } from '../../../../shared/ledger/promise-outcome.ts';
import { clientTimeline } from '../../../../shared/ledger/timeline.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const invoices = [anInvoice('f-1', { totalCents: cents(100_000) })];
const promise = {
  id: 'pr',
  clientId: 'c1',
  invoiceIds: ['f-1'],
  promisedOn: day('2026-11-13'),
  recordedAt: noonOf('2026-11-05'),
};
const plan: PaymentPlan = {
  id: 'plan',
  clientId: 'c1',
  invoiceIds: ['f-1'],
  agreedOn: day('2026-11-02'),
  instalments: [
    { dueOn: day('2026-11-13'), cents: cents(40_000) },
    { dueOn: day('2026-12-14'), cents: cents(60_000) },
  ],
};
const paidOn = (on: string, amount: number) => ({
  payments: [aPayment('p', on, amount)],
  allocations: [anAllocation('p', 'f-1', on, amount)],
});
/** Agreements alone, oldest first, in plain spaces. */
const facts = (ledger: Ledger, on: string): readonly string[] =>
  clientTimeline(ledger, 'c1', day(on))
    .filter(({ event }) => /promise-|instalment|plan-ended|forfeiture/.test(event.kind))
    .map(({ on: stands, title }) => `${stands} ${title.replace(/[\u00A0\u202F]/g, ' ')}`)
    .reverse();

describe('what became of a promise', () => {
  const outcome = (rows: Partial<Parameters<typeof aLedger>[0] & object>, on: string) =>
    promiseOutcome(aLedger({ invoices, promises: [promise], ...rows }), promise, day(on));

  it('is known on the second working day after it: kept, kept in part, or not', () => {
    expect(outcome({}, '2026-11-16')).toEqual({ kind: 'pending' });
    expect(outcome({}, '2026-11-17')).toEqual({
      kind: 'broken',
      on: '2026-11-17',
      paidCents: 0,
      owedCents: 100_000,
    });
    expect(outcome(paidOn('2026-11-17', 30_000), '2026-11-17')).toMatchObject({ paidCents: 30_000 });
    expect(outcome(paidOn('2026-11-18', 30_000), '2026-11-18')).toMatchObject({ paidCents: 0 });
    expect(outcome(paidOn('2026-11-17', 100_000), '2026-11-17')).toEqual({
      kind: 'kept',
      on: '2026-11-17',
    });
  });

  it('stands in the history, with the part that came', () => {
    const part = aLedger({ invoices, promises: [promise], ...paidOn('2026-11-16', 30_000) });
    expect(facts(part, '2026-11-20')).toEqual([
      '2026-11-17 Promesse du 13/11/2026 tenue en partie : 300,00 € sur 1 000,00 €',
    ]);
    expect(facts(aLedger({ invoices, promises: [promise] }), '2026-11-20')).toEqual([
      '2026-11-17 Promesse du 13/11/2026 non tenue',
    ]);
  });
});

describe('the history of a payment plan', () => {
  it('keeps a missed instalment even when it is paid later', () => {
    const late = aLedger({ invoices, plans: [plan], ...paidOn('2026-11-25', 40_000) });
    expect(facts(late, '2026-11-18')).toEqual([]);
    expect(facts(late, '2026-11-30')).toEqual(['2026-11-19 Échéance du 13/11/2026 manquée, 400,00 €']);
    const inTime = aLedger({ invoices, plans: [plan], ...paidOn('2026-11-18', 40_000) });
    expect(facts(inTime, '2026-11-30')).toEqual([]);
    const part = aLedger({ invoices, plans: [plan], ...paidOn('2026-11-18', 15_000) });
    expect(facts(part, '2026-11-30')).toEqual(['2026-11-19 Échéance du 13/11/2026 manquée, 250,00 €']);
  });

  it('tells of the notice and of the « déchéance du terme »', () => {
    const forfeited = {
      ...plan,
      forfeitureNotice: { sentOn: day('2026-11-20'), endsOn: day('2026-11-28') },
      endedOn: day('2026-11-30'),
      endReason: 'forfeited' as const,
    };
    expect(facts(aLedger({ invoices, plans: [forfeited] }), '2026-12-31')).toEqual([
      '2026-11-19 Échéance du 13/11/2026 manquée, 400,00 €',
      '2026-11-20 Mise en demeure avant déchéance du terme, délai jusqu’au 28/11/2026',
      '2026-11-30 Déchéance du terme prononcée : tout le solde est exigible',
    ]);
  });
});
