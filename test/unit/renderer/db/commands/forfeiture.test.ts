import { describe, expect, test } from 'vitest';
import { endPlan } from '../../../../../renderer/db/commands/agreements.ts';
import {
  forfeitPlan,
  recordForfeitureNotice,
  writeForfeitureNotice,
} from '../../../../../renderer/db/commands/forfeiture.ts';
import { recordOutcome, recordPresentation } from '../../../../../renderer/db/commands/letter-chain.ts';
import { markPrinted, recordPosting } from '../../../../../renderer/db/commands/letters.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { clientLetterModel } from '../../../../../shared/letters/kinds/client-letter-model.ts';
import { postingObjection } from '../../../../../shared/letters/posting-objection.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { blockOf } from '../../../../../shared/reminders/blocking.ts';
import { forfeitureStanding } from '../../../../../shared/reminders/forfeiture-standing.ts';
import { company } from '../../../shared/letters/sample-letter.ts';
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

describe('its formal notice as a letter', () => {
  const ready: Ledger = { ...ledger, settings: new Map([['company', company]]) };
  const written = applied(
    ready,
    decided(writeForfeitureNotice, ready, { planId: 'plan', grantedDays: 8 }, '2026-11-23'),
  );
  const [letter] = [...written.letters.values()];
  const id = letter?.id ?? '';
  const step = <Wish>(from: Ledger, command: Parameters<typeof decided<Wish>>[0], wish: Wish, on: string) =>
    applied(from, decided(command, from, wish, on));
  const sheet = { hash: 'c'.repeat(64), name: 'lettre.pdf', mediaType: 'application/pdf' };
  const printed = step(written, markPrinted, { letters: [{ id, document: sheet }] }, '2026-11-23');
  const posted = step(
    printed,
    recordPosting,
    { id, depositedOn: day('2026-11-24'), trackingNumber: '1A12345678901' },
    '2026-11-24',
  );
  const standing = (of: Ledger) => {
    const plan = of.plans.get('plan');
    return plan && forfeitureStanding(of, plan);
  };
  const whyNotForfeited = (of: Ledger, on: string) => refused(forfeitPlan, of, { planId: 'plan' }, on).kind;

  test('waits for the printer, registered, with the sum and the day that its text names', () => {
    // 23 November, two working days for the post, eight days granted.
    expect(letter).toMatchObject({
      kind: 'forfeiture-notice',
      registered: true,
      deadlineOn: '2026-12-03',
      totalCents: 30_000,
      state: { kind: 'to-print' },
    });
    expect(letter?.body).toContain(
      '300,00\u00A0€ dans un délai de 8\u00A0jours à compter de la réception de cette lettre, soit au plus tard le 3 décembre 2026',
    );
    const model = letter && clientLetterModel(written, letter, day('2026-11-23'));
    expect(model?.ok && model.value.blocks).toEqual([
      { kind: 'instalments', rows: [{ dueOn: '2026-11-13', cents: 30_000, rank: 1 }] },
      { kind: 'total', label: 'Échéances à régler', cents: 30_000 },
    ]);
    const again = { planId: 'plan', grantedDays: 8 };
    expect(refused(writeForfeitureNotice, written, again, '2026-11-23').kind).toBe('known');
  });

  test('lets its days run from the receipt: nothing is forfeited while nobody knows it', () => {
    expect(whyNotForfeited(printed, '2026-12-31')).toBe('no-notice');
    expect(standing(posted)?.kind).toBe('on-its-way');
    expect(whyNotForfeited(posted, '2026-12-31')).toBe('not-received');
    const presented = step(posted, recordPresentation, { id, presentedOn: day('2026-11-30') }, '2026-11-30');
    expect(standing(presented)).toMatchObject({
      kind: 'granted',
      sentOn: '2026-11-24',
      endsOn: '2026-12-08',
    });
    expect(whyNotForfeited(presented, '2026-12-08')).toBe('too-early');
    const decision = decided(forfeitPlan, presented, { planId: 'plan', withLetter: true }, '2026-12-09');
    const ended = applied(presented, decision);
    expect(ended.plans.get('plan')?.endReason).toBe('forfeited');
    const second = [...ended.letters.values()].find(({ kind }) => kind === 'free');
    expect(second).toMatchObject({ registered: true, totalCents: 90_000, state: { kind: 'to-print' } });
    expect(second?.body).toContain('mise en demeure du 24 novembre 2026');
  });

  test('never ends before the printed day, and has no effect where it came back', () => {
    const early = step(posted, recordPresentation, { id, presentedOn: day('2026-11-25') }, '2026-11-25');
    expect(standing(early)).toMatchObject({ endsOn: '2026-12-03' });
    const outcome = { kind: 'unknown-address', on: day('2026-11-27') } as const;
    const returned = step(posted, recordOutcome, { id, outcome }, '2026-11-27');
    expect(standing(returned)?.kind).toBe('returned');
    expect(whyNotForfeited(returned, '2026-12-31')).toBe('not-received');
  });

  test('is not posted once what it asks for was paid', () => {
    const row = printed.letters.get(id);
    const objection = (of: Ledger) =>
      row && postingObjection(of, { table: 'letters', row }, day('2026-11-24'));
    expect(objection(printed)).toBeUndefined();
    const paid = {
      ...printed,
      payments: new Map([['p', aPayment('p', '2026-11-24', 30_000)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-11-24', 30_000)]]),
    };
    expect(objection(paid)).toContain('réglées');
  });
});
