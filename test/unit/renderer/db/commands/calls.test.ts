import { describe, expect, it } from 'vitest';
import { recordCall, recordCallWithCopy, recordText } from '../../../../../renderer/db/commands/calls.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { timeOfDay } from '../../../../../shared/dates/time-of-day.ts';
import type { CommandContext, RowWrite } from '../../../../../shared/ledger/decision.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { defaultScenario } from '../../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import {
  aLedger,
  anInvoice,
  noonOf,
  reminderIn,
  withReminder,
} from '../../../shared/reminders/sample-ledger.ts';

const today = day('2026-11-23');
const context: CommandContext = { now: noonOf(today), today, newId: () => 'new' };
const byPhone = {
  ...defaultScenario,
  steps: defaultScenario.steps.map((step) => ({ ...step, channel: 'call' as const })),
};
const ledger = aLedger({
  invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })],
  scenarios: [byPhone],
});
const [proposal] = planReminders(ledger, today).proposals;
if (!proposal) throw new Error('no call is due');
const approval = { proposal, message: { subject: 'Appel', body: 'Bonjour' } };

const tables = (writes: readonly RowWrite[]): readonly string[] => writes.map(({ table }) => table);

describe('a call that was due', () => {
  it('is noted in the history and done, as one change that can be undone', () => {
    const done = recordCall(ledger, { approval, outcome: 'oversight', text: ' Va payer ' }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(done.value).toMatchObject({ label: 'Appel à Dupont SARL noté', undo: 'allowed', clientId: 'c1' });
    expect(tables(done.value.writes)).toEqual(['notes', 'reminders']);
    expect(done.value.writes[0]?.after).toMatchObject({
      kind: 'call',
      outcome: 'oversight',
      text: 'Va payer',
    });
    expect(done.value.writes[1]?.after).toMatchObject({ id: proposal.id, state: { kind: 'called' } });
    const after = withReminder(ledger, reminderIn(proposal, { kind: 'called', calledAt: noonOf(today) }));
    expect(planReminders(after, today).proposals).toEqual([]);
  });

  it('stays to be made when nobody was reached', () => {
    const done = recordCall(ledger, { approval, outcome: 'unreachable', text: '' }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(tables(done.value.writes)).toEqual(['notes']);
  });

  it('brings a promise for the invoices it was about, and asks for its day', () => {
    const wish = { approval, outcome: 'promise', text: '' } as const;
    const done = recordCall(ledger, { ...wish, promisedOn: day('2026-11-30') }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(tables(done.value.writes)).toEqual(['notes', 'reminders', 'promises']);
    expect(done.value.writes[2]?.after).toMatchObject({ invoiceIds: ['f-1'], promisedOn: '2026-11-30' });
    expect(done.value.label).toBe('Appel à Dupont SARL noté, paiement promis pour le 30/11/2026');
    expect(recordCall(ledger, wish, context)).toMatchObject({ ok: false, error: { kind: 'no-day' } });
    expect(recordCall(ledger, { ...wish, promisedOn: day('2026-11-20') }, context)).toMatchObject({
      ok: false,
      error: { kind: 'past' },
    });
  });

  it('is refused the second time', () => {
    const after = withReminder(ledger, reminderIn(proposal, { kind: 'called', calledAt: noonOf(today) }));
    expect(recordCall(after, { approval, outcome: 'oversight', text: '' }, context)).toMatchObject({
      ok: false,
      error: { kind: 'already-done' },
    });
  });

  it.each(['unreachable', 'message-left', 'call-back'] as const)(
    'stays to be made after « %s »',
    (outcome) => {
      const done = recordCall(
        ledger,
        { approval, outcome, text: '', followUpOn: day('2026-11-26'), followUpTime: timeOfDay(870) },
        context,
      );
      if (!done.ok) throw new Error(done.error.message);
      expect(tables(done.value.writes)).toEqual(['notes']);
      expect(done.value.writes[0]?.after).toMatchObject({
        outcome,
        followUpOn: '2026-11-26',
        followUpTime: '14:30',
      });
      expect(done.value.label).toContain('à rappeler le 26/11/2026 à 14\u00A0h\u00A030');
      expect(done.value.undo).toBe('allowed');
    },
  );

  it('asks for the day to call again, which is not past', () => {
    const wish = { approval, outcome: 'call-back', text: '' } as const;
    expect(recordCall(ledger, wish, context)).toMatchObject({ ok: false, error: { kind: 'no-day' } });
    expect(recordCall(ledger, { ...wish, followUpOn: day('2026-11-20') }, context)).toMatchObject({
      ok: false,
      error: { kind: 'past' },
    });
  });

  it('opens the dispute that came of it, in the same change', () => {
    const dispute = {
      invoiceId: 'f-1',
      disputedCents: cents(10_000),
      reason: 'price',
      note: 'Écart',
    } as const;
    const done = recordCall(ledger, { approval, outcome: 'dispute', text: 'Écart', dispute }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(tables(done.value.writes)).toEqual(['notes', 'reminders', 'disputes']);
    expect(done.value.label).toBe('Appel à Dupont SARL noté, litige ouvert sur la facture F-1');
    const other = { ...dispute, invoiceId: 'f-2' };
    expect(
      recordCall(ledger, { approval, outcome: 'dispute', text: '', dispute: other }, context),
    ).toMatchObject({ ok: false, error: { kind: 'other-invoice' } });
  });

  it('agrees the plan that came of it, which must be what is owed', () => {
    const instalments = [
      { dueOn: day('2026-12-15'), cents: cents(61_728) },
      { dueOn: day('2027-01-15'), cents: cents(61_728) },
    ];
    const done = recordCall(ledger, { approval, outcome: 'difficulty', text: '', instalments }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(tables(done.value.writes)).toEqual(['notes', 'reminders', 'plans']);
    expect(done.value.label).toBe('Appel à Dupont SARL noté, échéancier en 2 fois accordé');
    expect(
      recordCall(
        ledger,
        { approval, outcome: 'difficulty', text: '', instalments: instalments.slice(1) },
        context,
      ),
    ).toMatchObject({ ok: false, error: { kind: 'sum-differs' } });
  });
});

describe('a call in which the copy was asked for', () => {
  const copied = aLedger({
    invoices: [
      anInvoice('f-1', {
        dueOn: day('2026-11-12'),
        documentHash: 'a'.repeat(64),
        documentBytes: 20_000,
        documentMediaType: 'application/pdf',
      }),
    ],
    scenarios: [byPhone],
  });
  const [due] = planReminders(copied, today).proposals;
  if (!due) throw new Error('no call is due');
  const wish = { approval: { ...approval, proposal: due }, text: 'Non reçue', followUpOn: day('2026-11-25') };

  it('is done, and the e-mail leaves after the time to take it back', () => {
    const done = recordCallWithCopy(copied, wish, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(done.value).toMatchObject({
      label: 'Appel à Dupont SARL noté, copie envoyée par e-mail',
      undo: 'refused',
    });
    expect(tables(done.value.writes)).toEqual(['notes', 'reminders', 'reminders']);
    expect(done.value.writes[2]?.after).toMatchObject({
      id: `${due.id}/email`,
      channel: 'email',
      companionOf: due.id,
      recipientEmail: 'compta@c1.example.fr',
      state: { kind: 'approved', sendAfter: '2026-11-23T12:00:15.000Z' },
    });
  });

  it('is refused where there is no copy', () => {
    expect(recordCallWithCopy(ledger, { ...wish, approval }, context)).toMatchObject({
      ok: false,
      error: { kind: 'no-copy' },
    });
  });
});

describe('a text message sent by hand', () => {
  const bySms = { ...byPhone, steps: byPhone.steps.map((step) => ({ ...step, channel: 'sms' as const })) };
  const texts = aLedger({
    invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })],
    scenarios: [bySms],
  });
  const [due] = planReminders(texts, today).proposals;
  if (!due) throw new Error('no text message is due');
  const message = { subject: 'SMS', body: 'Bonjour' };

  it('is done with its words, can be undone, and not be noted twice', () => {
    const done = recordText(texts, { proposal: due, message }, context);
    if (!done.ok) throw new Error(done.error.message);
    expect(done.value).toMatchObject({ label: 'SMS à Dupont SARL noté comme envoyé', undo: 'allowed' });
    expect(done.value.writes[0]?.after).toMatchObject({
      channel: 'sms',
      body: 'Bonjour',
      state: { kind: 'called' },
    });
    const after = withReminder(texts, reminderIn(due, { kind: 'called', calledAt: noonOf(today) }));
    expect(planReminders(after, today).proposals).toEqual([]);
    expect(recordText(after, { proposal: due, message }, context)).toMatchObject({
      ok: false,
      error: { kind: 'already-done' },
    });
  });
});
