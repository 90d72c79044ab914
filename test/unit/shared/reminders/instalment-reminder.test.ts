import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { instalmentRemindedOn } from '../../../../shared/reminders/instalment-reminder.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import { recheck } from '../../../../shared/reminders/recheck.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const plan: PaymentPlan = {
  id: 'plan',
  clientId: 'c1',
  invoiceIds: ['f-1', 'f-2'],
  agreedOn: day('2026-11-02'),
  instalments: [
    { dueOn: day('2026-11-13'), cents: cents(60_000) },
    { dueOn: day('2026-11-20'), cents: cents(40_000) },
    { dueOn: day('2026-12-14'), cents: cents(50_000) },
  ],
};
const start = (changes: Partial<Parameters<typeof aLedger>[0] & object> = {}): Ledger =>
  aLedger({
    invoices: [
      anInvoice('f-1', { totalCents: cents(70_000) }),
      anInvoice('f-2', { totalCents: cents(80_000) }),
    ],
    plans: [plan],
    ...changes,
  });
const proposed = (ledger: Ledger, on: string): Proposal | undefined =>
  planReminders(ledger, day(on)).proposals[0];
const paying = (amount: number): Partial<Ledger> => ({
  payments: new Map([['p', aPayment('p', '2026-11-17', amount)]]),
  allocations: new Map([['a', anAllocation('p', 'f-1', '2026-11-17', amount)]]),
});

describe('a missed instalment', () => {
  it('is reminded by itself from the fourth working day on, for what is missing of it', () => {
    expect(proposed(start(), '2026-11-18')).toBeUndefined();
    const proposal = proposed(start(), '2026-11-19');
    expect(proposal).toMatchObject({ totalCents: 60_000, automatic: false, channel: 'email' });
    expect(proposal?.step.templateId).toBe('template-instalment');
    expect(proposed({ ...start(), ...paying(20_000) }, '2026-11-19')?.totalCents).toBe(40_000);
    expect(proposed({ ...start(), ...paying(60_000) }, '2026-11-19')).toBeUndefined();
  });

  it('has a text of its own: the day and amount of the instalment, the others stay as agreed', () => {
    const ledger = start();
    const proposal = proposed(ledger, '2026-11-19');
    const message = proposal && composeMessage(ledger, proposal, day('2026-11-19'));
    if (!message?.ok) throw new Error('no message');
    expect(message.value.subject).toBe(
      'Échéancier de la facture n°\u00A0F-1\u00A0: échéance du 13 novembre 2026, 600,00\u00A0€ à régler',
    );
    expect(message.value.body).toContain('il manque 600,00\u00A0€ à ce jour');
    expect(message.value.body).toContain('Les échéances suivantes restent fixées');
    expect(message.value.body).not.toContain('700,00');
  });

  it('is reminded once, and the next one that is missed once more, with both', () => {
    const ledger = start();
    const proposal = proposed(ledger, '2026-11-19');
    if (!proposal) throw new Error('nothing proposed');
    const sent = withReminder(ledger, reminderIn(proposal, acceptedOn('2026-11-19')));
    expect(instalmentRemindedOn(ledger, plan)).toBeUndefined();
    expect(instalmentRemindedOn(sent, plan)).toBe('2026-11-19');
    expect(proposed(sent, '2026-11-25')).toBeUndefined();
    expect(proposed(sent, '2026-11-26')).toMatchObject({ totalCents: 100_000 });
  });

  it('is not reminded while the client is excluded, contests or has promised', () => {
    const clients = [aClient('c1', { excludedReason: 'Filiale' })];
    expect(proposed(start({ clients }), '2026-11-19')).toBeUndefined();
    const promised = {
      id: 'pr',
      clientId: 'c1',
      invoiceIds: ['f-1'],
      promisedOn: day('2026-11-25'),
      recordedAt: noonOf('2026-11-18'),
    };
    expect(proposed(start({ promises: [promised] }), '2026-11-19')).toBeUndefined();
  });

  it('becomes a call where there is no e-mail address', () => {
    const clients = [aClient('c1', { contacts: [] })];
    expect(proposed(start({ clients }), '2026-11-19')?.channel).toBe('call');
  });

  it('leaves only while exactly that is still missing', () => {
    const ledger = start();
    const proposal = proposed(ledger, '2026-11-19');
    if (!proposal) throw new Error('nothing proposed');
    const approved = reminderIn(proposal, {
      kind: 'approved',
      approvedAt: noonOf('2026-11-19'),
      sendAfter: noonOf('2026-11-19'),
    });
    const waiting = withReminder(ledger, approved);
    const ask = (of: Ledger) => recheck(of, approved, day('2026-11-19'));
    expect(ask(waiting)).toEqual({ kind: 'send' });
    expect(ask({ ...waiting, ...paying(60_000) }).kind).toBe('drop');
    expect(ask({ ...waiting, ...paying(10_000) }).kind).toBe('drop');
    const ended = new Map([['plan', { ...plan, endedOn: day('2026-11-19') }]]);
    expect(ask({ ...waiting, plans: ended }).kind).toBe('drop');
  });

  it('gives way to the ordinary steps once the plan is ended or its last instalment is missed', () => {
    const ended = start({ plans: [{ ...plan, endedOn: day('2026-11-19') }] });
    expect(proposed(ended, '2026-11-19')).toMatchObject({ totalCents: 150_000 });
    expect(proposed(start(), '2026-12-18')).toMatchObject({ totalCents: 150_000 });
  });
});
