import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import type { ReminderState } from '../../../../shared/reminders/reminder.ts';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import {
  aClient,
  aCompany,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  postedOn,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const only = (ledger: Ledger, on: string): Proposal => {
  const { proposals } = planReminders(ledger, day(on));
  expect(proposals).toHaveLength(1);
  const [proposal] = proposals;
  if (proposal === undefined) throw new Error('no proposal');
  return proposal;
};

const levels = (ledger: Ledger, on: string): readonly string[] =>
  planReminders(ledger, day(on)).proposals.map((proposal) => proposal.level);

const act = (ledger: Ledger, on: string, state: ReminderState): Ledger =>
  withReminder(ledger, reminderIn(only(ledger, on), state));

describe('the day of each step (law-and-formats.md 9.2)', () => {
  it.each([
    // Due on a Saturday: J+7 is a Saturday, J+15 a Sunday.
    ['2026-10-31', ['2026-11-09', '2026-11-16', '2026-11-30', '2026-12-30']],
    // J+15 is Armistice Day, J+60 a Saturday.
    ['2026-10-27', ['2026-11-03', '2026-11-12', '2026-11-26', '2026-12-28']],
    // J+30 is Christmas Day (a Friday), J+60 a Sunday.
    ['2026-11-25', ['2026-12-02', '2026-12-10', '2026-12-28', '2027-01-25']],
  ])('due %s', (dueOn, expected) => {
    let ledger = aLedger({ invoices: [anInvoice('f-1', { dueOn: day(dueOn) })] });
    const found: Day[] = [];
    for (let on = day(dueOn); on <= '2027-02-15' && found.length < 4; on = addDays(on, 1)) {
      for (const proposal of planReminders(ledger, on).proposals) {
        found.push(on);
        const state = proposal.channel === 'email' ? acceptedOn(on) : postedOn(on);
        ledger = withReminder(ledger, reminderIn(proposal, state));
      }
    }
    expect(found).toEqual(expected);
    expect([...ledger.reminders.values()].map((reminder) => reminder.level)).toEqual([
      'friendly',
      'firm',
      'formal-notice',
      'last-notice',
    ]);
  });
});

describe('days off', () => {
  it('propose one message at the right step, dated from the first day missed', () => {
    const ledger = aLedger({ invoices: [anInvoice('f-1')] });
    const proposal = only(ledger, '2026-11-20');
    expect(proposal).toMatchObject({
      level: 'firm',
      stepCount: 2,
      missedSince: '2026-11-09',
      plannedOn: '2026-11-16',
    });
  });

  it('never begin with a formal notice, however late', () => {
    const ledger = aLedger({ invoices: [anInvoice('f-1')] });
    expect(only(ledger, '2027-06-01').level).toBe('firm');
  });

  it('never jump over the formal notice', () => {
    let ledger = aLedger({ invoices: [anInvoice('f-1')] });
    ledger = act(ledger, '2026-11-09', acceptedOn('2026-11-09'));
    expect(only(ledger, '2027-06-01').level).toBe('formal-notice');
  });

  it('leave a week between the catch-up and the letter', () => {
    let ledger = aLedger({ invoices: [anInvoice('f-1')] });
    ledger = act(ledger, '2027-06-01', acceptedOn('2027-06-01'));
    // Eight days granted by the firm step, moved on by nothing: over at the end of 9 June.
    expect(levels(ledger, '2027-06-09')).toEqual([]);
    expect(levels(ledger, '2027-06-10')).toEqual(['formal-notice']);
  });
});

describe('one message per client', () => {
  const ledger = aLedger({
    invoices: [
      anInvoice('f-2', { dueOn: day('2026-11-05') }),
      anInvoice('f-1', { dueOn: day('2026-10-31') }),
      anInvoice('f-3', { dueOn: day('2026-11-14') }),
    ],
  });

  it('holds all due invoices, oldest first, at the highest step', () => {
    const proposal = only(ledger, '2026-11-16');
    expect(proposal.level).toBe('firm');
    expect(proposal.lines.map((line) => [line.invoice.id, line.step.id, line.daysLate])).toEqual([
      ['f-1', 'step-firm', 16],
      ['f-2', 'step-friendly', 11],
    ]);
    expect(proposal.totalCents).toBe(246_912);
  });

  it('is the same when planned twice', () => {
    expect(planReminders(ledger, day('2026-11-16'))).toEqual(planReminders({ ...ledger }, day('2026-11-16')));
  });

  it('keeps two currencies apart, the one that waited longest first', () => {
    const mixed = aLedger({
      invoices: [
        anInvoice('f-1', { dueOn: day('2026-11-05') }),
        anInvoice('f-2', { currency: 'USD', dueOn: day('2026-10-31') }),
      ],
    });
    const first = only(mixed, '2026-11-16');
    expect(first).toMatchObject({ currency: 'USD', totalCents: 123_456 });
    const later = withReminder(mixed, reminderIn(first, acceptedOn('2026-11-16')));
    expect(only(later, '2026-11-23')).toMatchObject({ currency: 'EUR', totalCents: 123_456 });
  });
});

describe('the minimum gap', () => {
  const two = aLedger({
    invoices: [anInvoice('f-1'), anInvoice('f-2', { dueOn: day('2026-11-05') })],
  });
  const sent = act(two, '2026-11-09', acceptedOn('2026-11-09'));

  it('holds the other invoices of the client back, and says until when', () => {
    const { proposals, waiting } = planReminders(sent, day('2026-11-13'));
    expect(proposals).toEqual([]);
    expect(waiting).toMatchObject([
      { invoiceId: 'f-2', block: { kind: 'minimum-gap', resumesOn: '2026-11-16' } },
    ]);
    expect(levels(sent, '2026-11-16')).toEqual(['firm']);
  });

  it.each<[string, ReminderState, number]>([
    ['a doubtful message', { kind: 'unknown', since: noonOf('2026-11-09'), explanation: '' }, 0],
    ['a message for the user’s own mail program', { kind: 'exported', exportedAt: noonOf('2026-11-09') }, 0],
    ['a call', { kind: 'called', calledAt: noonOf('2026-11-09') }, 1],
    ['a skipped step', { kind: 'skipped', skippedAt: noonOf('2026-11-09') }, 1],
  ])('after %s', (_what, state, expected) => {
    const ledger = act(two, '2026-11-09', state);
    expect(planReminders(ledger, day('2026-11-13')).proposals).toHaveLength(expected);
  });
});

describe('what became of a message', () => {
  const ledger = aLedger({ invoices: [anInvoice('f-1')] });

  it.each<ReminderState>([
    { kind: 'approved', approvedAt: noonOf('2026-11-09'), sendAfter: noonOf('2026-11-09') },
    { kind: 'to-print', approvedAt: noonOf('2026-11-09') },
    { kind: 'printed', printedAt: noonOf('2026-11-09') },
  ])('$kind hides the client meanwhile', (state) => {
    const { proposals, waiting } = planReminders(act(ledger, '2026-11-09', state), day('2026-12-24'));
    expect(proposals).toEqual([]);
    expect(waiting).toMatchObject([{ block: { kind: 'in-progress' } }]);
  });

  it.each<ReminderState>([
    { kind: 'rejected', rejectedAt: noonOf('2026-11-09'), explanation: '', permanent: false },
    { kind: 'withdrawn', withdrawnAt: noonOf('2026-11-09'), reason: '' },
  ])('$kind makes the step due again, by a click only', (state) => {
    const automatic: Scenario = { ...defaultScenario, mode: 'automatic' };
    const before = { ...ledger, scenarios: new Map([['default', automatic]]) };
    expect(only(before, '2026-11-09')).toMatchObject({ attempt: 1, automatic: true });
    const after = act(before, '2026-11-09', state);
    expect(only(after, '2026-11-10')).toMatchObject({
      level: 'friendly',
      attempt: 2,
      automatic: false,
      id: only(before, '2026-11-09').id,
    });
  });

  it.each<ReminderState>([
    acceptedOn('2026-11-09'),
    { kind: 'unknown', since: noonOf('2026-11-09'), explanation: '' },
    { kind: 'skipped', skippedAt: noonOf('2026-11-09') },
  ])('$kind is never proposed again', (state) => {
    const after = act(ledger, '2026-11-09', state);
    expect(levels(after, '2026-11-10')).toEqual([]);
    expect(levels(after, '2026-11-16')).toEqual(['firm']);
  });

  it('waits for the time that a posted letter grants', () => {
    let later = act(ledger, '2026-11-16', acceptedOn('2026-11-16'));
    const letter = only(later, '2026-12-14');
    expect(letter.level).toBe('formal-notice');
    later = withReminder(later, {
      ...reminderIn(letter, postedOn('2026-12-21')),
      deadlineOn: day('2026-12-28'),
    });
    // Posted a week late: the eight days run from the probable delivery, not from the date in the letter.
    expect(planReminders(later, day('2026-12-29')).waiting).toEqual([]);
    expect(planReminders(later, day('2026-12-31'))).toMatchObject({
      proposals: [],
      waiting: [{ block: { kind: 'granted-days', resumesOn: '2027-01-04' } }],
    });
    expect(planReminders(later, day('2027-01-04')).proposals).toHaveLength(1);
    const closer = withReminder(later, {
      ...reminderIn(letter, postedOn('2026-12-21')),
      deadlineOn: day('2027-01-08'),
    });
    expect(planReminders(closer, day('2027-01-08'))).toMatchObject({
      proposals: [],
      waiting: [{ block: { kind: 'granted-days', resumesOn: '2027-01-11' } }],
    });
    expect(levels(closer, '2027-01-11')).toEqual(['last-notice']);
  });
});

describe('the amounts asked for', () => {
  it('are what remains after a partial payment', () => {
    const ledger = aLedger({
      invoices: [anInvoice('f-1')],
      payments: [aPayment('p', '2026-11-02', 23_456)],
      allocations: [anAllocation('p', 'f-1', '2026-11-02', 23_456)],
    });
    expect(only(ledger, '2026-11-09').totalCents).toBe(100_000);
  });

  it('never exceed the net: free credits lower the oldest invoices first', () => {
    const ledger = aLedger({
      invoices: [
        anInvoice('f-1', { totalCents: cents(50_000) }),
        anInvoice('f-2', { totalCents: cents(80_000), dueOn: day('2026-11-02') }),
        anInvoice('a-1', { kind: 'credit-note', totalCents: cents(60_000) }),
      ],
    });
    const proposal = only(ledger, '2026-11-09');
    expect(proposal.lines.map((line) => [line.invoice.id, line.remainingCents, line.creditedCents])).toEqual([
      ['f-2', 70_000, 10_000],
    ]);
    expect(proposal.warnings.join()).toContain('100,00\u00A0€');
    expect(planReminders(ledger, day('2026-11-09')).waiting).toMatchObject([
      { invoiceId: 'f-1', block: { kind: 'covered-by-credit' } },
    ]);
  });

  it('leave the contested part out', () => {
    const ledger = aLedger({
      invoices: [anInvoice('f-1')],
      disputes: [
        {
          id: 'd',
          clientId: 'c1',
          invoiceId: 'f-1',
          disputedCents: cents(23_456),
          reason: 'quality',
          note: '',
          openedOn: day('2026-11-02'),
        },
      ],
    });
    expect(only(ledger, '2026-11-09')).toMatchObject({
      totalCents: 100_000,
      lines: [{ disputedCents: 23_456 }],
    });
  });
});

describe('a client in a procedure', () => {
  const insolvent = aClient('c1', {
    insolvency: { kind: 'reorganisation', judgmentOn: day('2026-09-15') },
  });
  const later = anInvoice('f-1', { issuedOn: day('2026-10-01') });
  const automatic: Scenario = { ...defaultScenario, mode: 'automatic' };
  const ledger = aLedger({ clients: [insolvent], invoices: [later], scenarios: [automatic] });

  it('is reminded of later claims by hand only, with a copy to the administrator', () => {
    expect(only(ledger, '2026-11-09')).toMatchObject({
      automatic: false,
      warnings: [
        'Redressement judiciaire le 15/09/2026\u00A0: ces factures sont postérieures et payables à l’échéance (C.\u00A0com. L622-17). Adressez copie à l’administrateur judiciaire s’il en est nommé un.',
      ],
    });
  });
});

describe('the automatic mode', () => {
  const automatic: Scenario = { ...defaultScenario, mode: 'automatic' };
  const ledger = aLedger({ invoices: [anInvoice('f-1')], scenarios: [automatic] });

  it('sends e-mails on working days', () => {
    expect(only(ledger, '2026-11-09').automatic).toBe(true);
    expect(only(ledger, '2026-11-11')).toMatchObject({ level: 'friendly', automatic: false });
  });

  it('leaves letters to the user', () => {
    const later = act(ledger, '2026-11-16', acceptedOn('2026-11-16'));
    expect(only(later, '2026-11-30')).toMatchObject({ level: 'formal-notice', automatic: false });
  });

  it('starts nothing for an invoice that came in already late', () => {
    const late = aLedger({
      invoices: [anInvoice('f-1', { createdAt: noonOf('2026-11-10') })],
      scenarios: [automatic],
    });
    expect(only(late, '2026-11-12')).toMatchObject({ firstTime: true, automatic: false });
    const onTime = aLedger({
      // Half past midnight in Paris on the day of the first step.
      invoices: [anInvoice('f-1', { createdAt: '2026-11-08T23:30:00.000Z' as never })],
      scenarios: [automatic],
    });
    expect(only(onTime, '2026-11-12').firstTime).toBe(false);
    const justLate = aLedger({
      // Half past midnight in Paris on the day after it.
      invoices: [anInvoice('f-1', { createdAt: '2026-11-09T23:30:00.000Z' as never })],
      scenarios: [automatic],
    });
    expect(only(justLate, '2026-11-12').firstTime).toBe(true);
  });
});

describe('other channels', () => {
  it('turns an e-mail step into a letter where the client has no e-mail', () => {
    const ledger = aLedger({ clients: [aClient('c1', { contacts: [] })], invoices: [anInvoice('f-1')] });
    expect(only(ledger, '2026-11-09')).toMatchObject({ channel: 'letter', level: 'friendly' });
  });

  it('proposes a call within the gap of a message, after the written lines', () => {
    const withCall: Scenario = {
      ...defaultScenario,
      steps: [
        ...defaultScenario.steps.slice(0, 1),
        {
          id: 'step-call',
          delayDays: 10,
          level: 'friendly',
          channel: 'call',
          templateId: 'template-call',
          recipientRole: 'accounting',
          grantedDays: 0,
        },
      ],
    };
    let ledger = aLedger({
      invoices: [anInvoice('f-1'), anInvoice('f-2', { dueOn: day('2026-11-03') })],
      scenarios: [withCall],
    });
    ledger = act(ledger, '2026-11-09', acceptedOn('2026-11-09'));
    const call = only(ledger, '2026-11-12');
    expect(call).toMatchObject({ channel: 'call', lines: [{ invoice: { id: 'f-1' } }] });
  });

  it('puts nobody in default of what is not yet due: an announcement waits for a message of its own', () => {
    const announcing: Scenario = {
      ...defaultScenario,
      steps: [
        {
          id: 'step-courtesy',
          delayDays: -5,
          level: 'courtesy',
          channel: 'email',
          templateId: 'template-courtesy',
          recipientRole: 'reminders',
          grantedDays: 0,
        },
        ...defaultScenario.steps,
      ],
    };
    let ledger = aLedger({ invoices: [anInvoice('f-1')], scenarios: [announcing] });
    for (const on of ['2026-11-09', '2026-11-18']) ledger = act(ledger, on, acceptedOn(on));
    const soonDue = anInvoice('f-2', { dueOn: day('2026-12-04') });
    ledger = { ...ledger, invoices: new Map([...ledger.invoices, ['f-2', soonDue]]), sequence: 99 };
    expect(only(ledger, '2026-12-02')).toMatchObject({
      level: 'formal-notice',
      lines: [{ invoice: { id: 'f-1' } }],
    });
  });

  it('drops an announcement once the due date has passed', () => {
    const announcing: Scenario = {
      ...defaultScenario,
      steps: [
        {
          id: 'step-courtesy',
          delayDays: -5,
          level: 'courtesy',
          channel: 'email',
          templateId: 'template-courtesy',
          recipientRole: 'reminders',
          grantedDays: 0,
        },
        ...defaultScenario.steps,
      ],
    };
    const ledger = aLedger({ invoices: [anInvoice('f-1')], scenarios: [announcing] });
    expect(levels(ledger, '2026-10-25')).toEqual([]);
    expect(levels(ledger, '2026-10-27')).toEqual(['courtesy']);
    expect(levels(ledger, '2026-11-02')).toEqual([]);
    const announced = act(ledger, '2026-10-27', acceptedOn('2026-10-27'));
    // An announcement is no reminder: the ladder still begins below the formal notices.
    expect(levels(announced, '2027-03-01')).toEqual(['firm']);
  });
});

it('keeps the place of an invoice when its client changes scenario', () => {
  const gentle: Scenario = {
    id: 'gentle',
    name: 'En douceur',
    mode: 'to-approve',
    steps: defaultScenario.steps.map((step) => ({ ...step, id: `gentle-${step.id}` })),
  };
  const first = aLedger({ invoices: [anInvoice('f-1')], scenarios: [gentle] });
  const reminded = act(first, '2026-11-16', acceptedOn('2026-11-16'));
  const moved = { ...reminded, clients: new Map([['c1', aClient('c1', { scenarioId: 'gentle' })]]) };
  expect(levels(moved, '2026-11-25')).toEqual([]);
  expect(only(moved, '2026-11-30').step.id).toBe('gentle-step-formal-notice');
});

it('names the next reminder', () => {
  const ledger = aLedger({
    clients: [aClient('c1'), aClient('c2')],
    invoices: [
      anInvoice('f-1'),
      anInvoice('f-2', { clientId: 'c2', dueOn: day('2026-10-20'), totalCents: cents(5_000) }),
    ],
  });
  expect(planReminders(ledger, day('2026-10-21')).next).toEqual({
    on: '2026-10-27',
    clientId: 'c2',
    cents: 5_000,
  });
});

it('says why, in French', () => {
  const ledger = aLedger({ invoices: [anInvoice('f-1', { number: 'F-102' })] });
  expect(only(ledger, '2026-11-09').reason).toBe(
    'Facture F-102 échue depuis 9\u00A0jours\u202F; aucune relance n’est encore partie.',
  );
  const reminded = act(ledger, '2026-11-09', acceptedOn('2026-11-09'));
  expect(only(reminded, '2026-11-16').reason).toBe(
    'Facture F-102 échue depuis 16\u00A0jours\u202F; la relance amicale est partie le 9 novembre.',
  );
});

it('lists what is missing before anything can leave', () => {
  const ledger = aLedger({
    clients: [
      aClient('c1', { contacts: [] }),
      aClient('c2', { address: undefined }),
      aClient('c3', { contacts: [], address: undefined }),
      aClient('c4', { contacts: [], excludedReason: 'Salarié' }),
    ],
    invoices: ['c1', 'c2', 'c3', 'c4'].map((clientId, index) => anInvoice(`f-${index}`, { clientId })),
  });
  const { dueOn: _none, ...undated } = anInvoice('f-9', { clientId: 'c2' });
  const complete = { ...ledger, invoices: new Map([...ledger.invoices, ['f-9', undated]]) };
  const { dataQuality, proposals } = planReminders(complete, day('2026-11-09'));
  expect(dataQuality).toEqual([
    { clientId: 'c1', kind: 'no-email' },
    { clientId: 'c2', invoiceId: 'f-9', kind: 'no-due-date' },
    { clientId: 'c2', kind: 'no-address' },
    { clientId: 'c3', kind: 'no-contact' },
  ]);
  expect(proposals.flatMap((proposal) => proposal.lines.map((line) => line.invoice.id))).not.toContain('f-9');
});

it('plans 100,000 invoices and gives every late client one message', () => {
  const clients = Array.from({ length: 5_000 }, (_, index) => aClient(`c${index}`));
  const start = day('2026-06-01');
  const days = Array.from({ length: 365 }, (_, index) => addDays(start, index));
  const invoices = Array.from({ length: 100_000 }, (_, index) =>
    anInvoice(`f-${index}`, { clientId: `c${index % 5_000}`, dueOn: days[index % 365] ?? start }),
  );
  const { proposals } = planReminders(aLedger({ clients, invoices }), day('2026-11-23'));
  expect(new Set(proposals.map((proposal) => proposal.clientId)).size).toBe(proposals.length);
  expect(new Set(proposals.map((proposal) => proposal.id)).size).toBe(proposals.length);
  expect(proposals.length).toBeGreaterThan(4_000);
}, 60_000);

it('never asks for less than the tolerance', () => {
  const settings = [aCompany, { ...defaultReminderSettings, toleranceCents: cents(500) }];
  const at = (left: number) =>
    planReminders(
      aLedger({
        settings,
        invoices: [anInvoice('f-1')],
        payments: [aPayment('p', '2026-11-02', 123_456 - left)],
        allocations: [anAllocation('p', 'f-1', '2026-11-02', 123_456 - left)],
      }),
      day('2026-11-09'),
    ).proposals.length;
  expect([at(500), at(501)]).toEqual([0, 1]);
});
