import { describe, expect, it } from 'vitest';
import { recordCall } from '../../../../../renderer/db/commands/calls.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { CommandContext, RowWrite } from '../../../../../shared/ledger/decision.ts';
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
});
