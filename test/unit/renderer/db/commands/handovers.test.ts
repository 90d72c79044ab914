import { describe, expect, it } from 'vitest';
import { recordCollectedPayment } from '../../../../../renderer/db/commands/collected-payments.ts';
import {
  changeHandover,
  endHandover,
  type HandoverWish,
  handOver,
  noteHandoverNews,
} from '../../../../../renderer/db/commands/handovers.ts';
import { reversePayment } from '../../../../../renderer/db/commands/payments.ts';
import { approveReminders } from '../../../../../renderer/db/commands/reminders.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { type Day, day } from '../../../../../shared/dates/day.ts';
import { agendaConcerns } from '../../../../../shared/insight/agenda-concerns.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import { clientFlags } from '../../../../../shared/ledger/client-flags.ts';
import type { Command } from '../../../../../shared/ledger/decision.ts';
import type { Handover } from '../../../../../shared/ledger/handover.ts';
import { handoverFigures, handoverTotals } from '../../../../../shared/ledger/handover-figures.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { clientTimeline } from '../../../../../shared/ledger/timeline.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { contextOn, refused } from './decide.ts';
import { type Ran, runInMemory } from './run-in-memory.ts';

const today = day('2026-11-23');

const ran = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish, on: Day = today): Ran => {
  const outcome = runInMemory(ledger, command, wish, contextOn(on));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

const start = (): Ledger =>
  aLedger({
    clients: [aClient('c1'), aClient('c2')],
    invoices: [
      anInvoice('f1', { dueOn: day('2026-11-10'), totalCents: cents(100_000) }),
      anInvoice('f2', { dueOn: day('2026-10-20'), totalCents: cents(50_000) }),
      anInvoice('f3', { clientId: 'c2', dueOn: day('2026-11-10') }),
    ],
  });

const wish = (changes: Partial<HandoverWish> = {}): HandoverWish => ({
  invoiceIds: ['f1', 'f2'],
  collector: { kind: 'agency', name: ' Recouvra ' },
  handedOverOn: today,
  fee: { kind: 'share', basisPoints: 1000 },
  note: '',
  ...changes,
});

const onlyHandover = (ledger: Ledger): Handover => {
  const [handover] = ledger.handovers.values();
  if (!handover) throw new Error('no hand-over');
  return handover;
};

const given = (): Ledger => ran(start(), handOver, wish()).ledger;

describe('handing over', () => {
  it('takes back what was about to leave, in the same change, and no one else’s', () => {
    const before = start();
    const approvals = planReminders(before, today).proposals.map((proposal) => {
      const message = composeMessage(before, proposal, today);
      if (!message.ok) throw new Error(message.error.message);
      return { proposal, message: message.value };
    });
    const approved = ran(before, approveReminders, { approvals, automatic: false }).ledger;
    const { ledger, pages } = ran(approved, handOver, wish());
    const states = new Map([...ledger.reminders.values()].map(({ clientId, state }) => [clientId, state]));
    expect(states.get('c1')).toMatchObject({
      kind: 'withdrawn',
      reason: 'Dossier confié à Recouvra le 23/11/2026\u00A0: ces factures ne se relancent plus.',
    });
    expect(states.get('c2')?.kind).not.toBe('withdrawn');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.label).toBe('2 factures confiées à Recouvra, 1\u00A0relance en attente retirée');
  });

  it('remembers what was owed and stops the reminders of these invoices only', () => {
    const ledger = given();
    expect(onlyHandover(ledger)).toMatchObject({
      claimCents: 150_000,
      collector: { name: 'Recouvra' },
      clientId: 'c1',
    });
    expect(planReminders(ledger, today).proposals.map(({ clientId }) => clientId)).toEqual(['c2']);
    expect(
      clientFlags(ledger, today)
        .get('c1')
        ?.map(({ kind }) => kind),
    ).toEqual(['handed-over']);
    expect(clientTimeline(ledger, 'c1', today).map(({ title }) => title)).toContain(
      'Confié à Recouvra, 1\u202F500,00\u00A0€',
    );
  });

  it('is undone as a whole', () => {
    const { ledger, pages } = ran(start(), handOver, wish());
    const undone = ran(ledger, undoChange, { pages }).ledger;
    expect(undone.handovers.size).toBe(0);
    expect(planReminders(undone, today).proposals).toHaveLength(2);
  });

  it.each<[string, Partial<HandoverWish>]>([
    ['no-invoice', { invoiceIds: [] }],
    ['no-invoice', { invoiceIds: ['f1', 'f3'] }],
    ['no-name', { collector: { kind: 'agency', name: '  ' } }],
    ['future', { handedOverOn: day('2026-11-24') }],
    ['fee', { fee: { kind: 'share', basisPoints: 10_001 } }],
    ['fee', { fee: { kind: 'fixed', cents: cents(0) } }],
  ])('is refused: %s', (kind, changes) => {
    expect(refused(handOver, start(), wish(changes)).kind).toBe(kind);
  });

  it('is refused for an invoice that somebody has already', () => {
    expect(refused(handOver, given(), wish({ invoiceIds: ['f2'] }))).toEqual({
      kind: 'already-handed-over',
      message: 'Une de ces factures est déjà confiée à Recouvra.',
    });
  });
});

describe('what comes back', () => {
  it('settles the invoices by what the client paid; the fee is never shown as unpaid', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const collected = ran(ledger, recordCollectedPayment, {
      handoverId: id,
      receivedOn: today,
      grossCents: cents(80_000),
      feeCents: cents(8_000),
    });
    const paid = collected.ledger;
    // The oldest first: f2 whole, then a part of f1.
    expect(remainingCents(paid, 'f2')).toBe(0);
    expect(remainingCents(paid, 'f1')).toBe(70_000);
    expect(handoverFigures(paid, onlyHandover(paid))).toEqual({
      recoveredCents: 80_000,
      feeCents: 8_000,
      openCents: 70_000,
    });
    expect(handoverTotals(paid, paid.handovers.values())).toMatchObject({ count: 1, claimCents: 150_000 });
    // The hand-over cannot be taken back under its payment.
    const { pages } = ran(start(), handOver, wish());
    expect(refused(undoChange, paid, { pages }).message).not.toBe('');
    const [payment] = paid.payments.values();
    const reversed = ran(paid, reversePayment, { paymentId: payment?.id ?? '' }).ledger;
    expect(handoverFigures(reversed, onlyHandover(reversed))).toEqual({
      recoveredCents: 0,
      feeCents: 0,
      openCents: 150_000,
    });
  });

  it('is refused where the fee eats more than was paid, or before the hand-over', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const whole = { handoverId: id, receivedOn: today, grossCents: cents(100), feeCents: cents(101) };
    expect(refused(recordCollectedPayment, ledger, whole).kind).toBe('fee');
    expect(
      refused(recordCollectedPayment, ledger, {
        ...whole,
        feeCents: cents(0),
        receivedOn: day('2026-11-22'),
      }).kind,
    ).toBe('too-early');
  });

  it('ends with its figures, and reminders go on', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const end = { handoverId: id, on: day('2026-12-01'), outcome: 'not-recovered', note: 'NPAI' } as const;
    const back = ran(ledger, endHandover, end, day('2026-12-01')).ledger;
    expect(onlyHandover(back).ended).toEqual({
      on: '2026-12-01',
      outcome: 'not-recovered',
      recoveredCents: 0,
      feeCents: 0,
      note: 'NPAI',
    });
    expect(planReminders(back, day('2026-12-01')).proposals.map(({ clientId }) => clientId)).toContain('c1');
    expect(refused(endHandover, back, end, '2026-12-02').kind).toBe('ended');
  });
});

it('asks about a collector who has said nothing for 60 days, until there are news', () => {
  const ledger = given();
  const { id } = onlyHandover(ledger);
  const kindsOn = (at: Ledger, on: string) => agendaConcerns(at, day(on), []).map(({ kind }) => kind);
  expect(kindsOn(ledger, '2027-01-21')).not.toContain('handover-silent');
  expect(kindsOn(ledger, '2027-01-22')).toContain('handover-silent');
  const heard = ran(ledger, noteHandoverNews, { handoverId: id }, day('2027-01-22')).ledger;
  expect(kindsOn(heard, '2027-01-22')).not.toContain('handover-silent');
  expect(kindsOn(heard, '2027-03-23')).toContain('handover-silent');
});

describe('what was agreed, corrected afterwards', () => {
  const terms = { collector: { kind: 'agency', name: 'Recouvra' }, handedOverOn: today, note: '' } as const;
  const fee = { kind: 'share', basisPoints: 1000 } as const;

  it('takes a reference and another fee, says so in the journal, and is undone', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const changed = ran(ledger, changeHandover, {
      ...terms,
      handoverId: id,
      collector: { ...terms.collector, email: 'dossiers@recouvra.test' },
      fee: { kind: 'share', basisPoints: 850 },
      reference: ' R-77 ',
    });
    expect(onlyHandover(changed.ledger)).toMatchObject({
      reference: 'R-77',
      fee: { kind: 'share', basisPoints: 850 },
      collector: { name: 'Recouvra', email: 'dossiers@recouvra.test' },
      claimCents: 150_000,
    });
    expect(changed.pages[0]?.label).toBe(
      'Dossier confié à Recouvra modifié\u00A0: coordonnées, 8,50\u00A0% des sommes encaissées au lieu de 10,00\u00A0% des sommes encaissées, référence R-77',
    );
    const plain = ran(changed.ledger, changeHandover, { ...terms, handoverId: id, fee }).ledger;
    expect(onlyHandover(plain).reference).toBeUndefined();
    const undone = ran(changed.ledger, undoChange, { pages: changed.pages }).ledger;
    expect(onlyHandover(undone)).toEqual(onlyHandover(ledger));
  });

  it('keeps what was passed on as it was recorded', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const paid = ran(ledger, recordCollectedPayment, {
      handoverId: id,
      receivedOn: today,
      grossCents: cents(80_000),
      feeCents: cents(8_000),
    }).ledger;
    const changed = ran(paid, changeHandover, { ...terms, handoverId: id, fee: { kind: 'none' } }).ledger;
    expect(handoverFigures(changed, onlyHandover(changed))).toMatchObject({
      recoveredCents: 80_000,
      feeCents: 8_000,
    });
  });

  it.each<[string, Partial<Parameters<typeof changeHandover>[1]>]>([
    ['unchanged', {}],
    ['no-handover', { handoverId: 'x' }],
    ['no-name', { collector: { kind: 'agency', name: ' ' } }],
    ['future', { handedOverOn: day('2026-11-24') }],
    ['fee', { fee: { kind: 'share', basisPoints: 0 } }],
    ['too-long', { note: 'a'.repeat(2001) }],
  ])('is refused: %s', (kind, changes) => {
    const ledger = given();
    const change = { ...terms, handoverId: onlyHandover(ledger).id, fee, ...changes };
    expect(refused(changeHandover, ledger, change).kind).toBe(kind);
  });

  it('is not handed over after its first news', () => {
    const ledger = given();
    const { id } = onlyHandover(ledger);
    const heard = ran(ledger, noteHandoverNews, { handoverId: id }, day('2026-11-25')).ledger;
    const late = { ...terms, handoverId: id, fee, handedOverOn: day('2026-11-26') };
    expect(refused(changeHandover, heard, late, '2026-11-30')).toMatchObject({
      kind: 'too-late',
      message: 'Le dossier était déjà confié le 25/11/2026.',
    });
  });
});
