import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { ReminderSettings } from '../../../../shared/ledger/settings.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import type { Reminder, ReminderState } from '../../../../shared/reminders/reminder.ts';
import type { DunningStep, Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioChoiceOf } from '../../../../shared/reminders/scenario-choice.ts';
import {
  aClient,
  aCompany,
  acceptedOn,
  aLedger,
  anInvoice,
  noonOf,
  postedOn,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const [friendly, firm, formalNotice] = defaultScenario.steps;
if (!friendly || !firm || !formalNotice) throw new Error('no steps');

const scenarioOf = (steps: readonly DunningStep[], changes: Partial<Scenario> = {}): Scenario => ({
  ...defaultScenario,
  steps,
  ...changes,
});

interface World {
  readonly scenario?: Scenario;
  readonly client?: Partial<Client>;
  readonly invoices?: readonly Invoice[];
  readonly settings?: Partial<ReminderSettings>;
}

const world = ({ scenario = defaultScenario, client = {}, invoices, settings = {} }: World): Ledger =>
  aLedger({
    clients: [aClient('c1', client)],
    invoices: invoices ?? [anInvoice('f-1')],
    scenarios: [scenario],
    settings: [aCompany, { ...defaultReminderSettings, ...settings }],
  });

const doneBy = (proposal: Proposal, on: Day): ReminderState =>
  proposal.channel === 'email'
    ? acceptedOn(on)
    : proposal.channel === 'call' || proposal.channel === 'sms'
      ? { kind: 'called', calledAt: noonOf(on) }
      : postedOn(on);

interface Done {
  readonly on: string;
  readonly stepId: string;
  readonly channel: string;
}

/** Does everything on the day it is proposed, from the due date on. */
const walk = (
  start: Ledger,
  from: string,
  until: string,
  change: (reminder: Reminder, proposal: Proposal) => Reminder = (reminder) => reminder,
): { readonly ledger: Ledger; readonly done: readonly Done[] } => {
  let ledger = start;
  const done: Done[] = [];
  for (let on = day(from); on <= until; on = addDays(on, 1))
    for (let proposal = planReminders(ledger, on).proposals[0]; proposal !== undefined; ) {
      ledger = withReminder(ledger, change(reminderIn(proposal, doneBy(proposal, on)), proposal));
      done.push({ on, stepId: proposal.step.id, channel: proposal.channel });
      [proposal] = planReminders(ledger, on).proposals;
    }
  return { ledger, done };
};

const automatically = (reminder: Reminder, { automatic }: Proposal): Reminder =>
  automatic ? { ...reminder, isAutomatic: true } : reminder;

const days = (done: readonly Done[]): readonly string[] => done.map(({ on }) => on);

describe('a step after the one before', () => {
  const following = scenarioOf([friendly, { ...firm, anchor: 'previous-step', delayDays: 10 }]);

  it('counts from the day on which that one was done', () => {
    // Due on Saturday 31 October, friendly on Monday 9 November, ten days on is Thursday 19.
    expect(days(walk(world({ scenario: following }), '2026-10-31', '2026-12-31').done)).toEqual([
      '2026-11-09',
      '2026-11-19',
    ]);
    // Done a week late, the next one is a week later too.
    expect(days(walk(world({ scenario: following }), '2026-11-16', '2026-12-31').done)).toEqual([
      '2026-11-16',
      '2026-11-26',
    ]);
    const late = scenarioOf([friendly, { ...firm, anchor: 'previous-step', delayDays: 20 }]);
    expect(days(walk(world({ scenario: late }), '2026-11-16', '2026-12-31').done)).toEqual([
      '2026-11-16',
      '2026-12-07',
    ]);
  });

  it('is due in its turn when nobody did anything: one message for both', () => {
    const { proposals } = planReminders(world({ scenario: following }), day('2026-11-23'));
    expect(proposals).toMatchObject([{ step: { id: 'step-firm' }, stepCount: 2 }]);
  });

  it('keeps its place behind its step, whatever the delay', () => {
    const short = scenarioOf([
      { ...friendly, delayDays: 30 },
      { ...firm, anchor: 'previous-step', delayDays: 8, id: 'after' },
      { ...friendly, delayDays: 7, id: 'first' },
    ]);
    expect(
      walk(world({ scenario: short }), '2026-10-31', '2027-01-31').done.map(({ stepId }) => stepId),
    ).toEqual(['first', 'step-friendly', 'after']);
  });
});

describe('a step that repeats', () => {
  const repeating = scenarioOf([{ ...friendly, repeat: { everyDays: 14, times: 2 } }]);

  it('comes again as often as it may, each time as a step of its own, then asks for a decision', () => {
    const { ledger, done } = walk(world({ scenario: repeating }), '2026-10-31', '2027-03-31');
    expect(done.map(({ on, stepId }) => [on, stepId])).toEqual([
      ['2026-11-09', 'step-friendly'],
      ['2026-11-23', 'step-friendly#2'],
      ['2026-12-07', 'step-friendly#3'],
    ]);
    expect(planReminders(ledger, day('2026-12-18')).waiting).toEqual([]);
    expect(planReminders(ledger, day('2026-12-21')).waiting).toMatchObject([
      {
        block: {
          kind: 'decision',
          reason:
            'La dernière étape a été répétée jusqu’au bout (3\u00A0fois)\u00A0: à vous de décider de la suite.',
        },
      },
    ]);
    // The user decided to wait: he is not asked again.
    const pause = {
      id: 'p',
      clientId: 'c1',
      reason: 'chantier',
      until: day('2027-02-01'),
      createdAt: noonOf('2026-12-22'),
    };
    const decided = { ...ledger, pauses: new Map([['p', pause]]) };
    expect(planReminders(decided, day('2027-02-15')).waiting).toEqual([]);
  });

  it('ends when the next step comes', () => {
    const cut = scenarioOf([
      { ...friendly, repeat: { everyDays: 10, times: 5 } },
      { ...firm, delayDays: 30 },
    ]);
    expect(
      walk(world({ scenario: cut }), '2026-10-31', '2027-03-31').done.map(({ stepId }) => stepId),
    ).toEqual(['step-friendly', 'step-friendly#2', 'step-firm']);
  });

  it('never goes back when fewer times are foreseen than were done', () => {
    const { ledger } = walk(world({ scenario: repeating }), '2026-10-31', '2026-12-10');
    const once = { ...ledger, scenarios: new Map([['default', scenarioOf([friendly, firm])]]) };
    const { proposals } = planReminders(once, day('2026-12-21'));
    expect(proposals.map(({ step }) => step.id)).toEqual(['step-firm']);
  });
});

describe('several channels at one step', () => {
  const several = scenarioOf([{ ...friendly, alsoBy: ['letter', 'call', 'sms'] }, firm]);

  it('tells what goes along, and proposes the call and then the text message once the e-mail has left', () => {
    let ledger = world({ scenario: several });
    const [first] = planReminders(ledger, day('2026-11-09')).proposals;
    expect(first).toMatchObject({
      channel: 'email',
      alsoBy: ['letter'],
      warnings: ['Part aussi par courrier, puis un appel et un SMS.'],
    });
    if (!first) throw new Error('nothing due');
    ledger = withReminder(ledger, reminderIn(first, acceptedOn('2026-11-09')));
    const [call, ...others] = planReminders(ledger, day('2026-11-10')).proposals;
    expect(call).toMatchObject({ id: `${first.id}/call`, companionOf: first.id, channel: 'call' });
    expect(others).toEqual([]);
    if (!call) throw new Error('no call');
    ledger = withReminder(ledger, reminderIn(call, { kind: 'called', calledAt: noonOf('2026-11-10') }));
    expect(planReminders(ledger, day('2026-11-10')).proposals).toMatchObject([{ channel: 'sms' }]);
  });

  it('counts siblings as one message, and the next step from the first', () => {
    const [first] = planReminders(world({ scenario: several }), day('2026-11-09')).proposals;
    if (!first) throw new Error('nothing due');
    let ledger = withReminder(world({ scenario: several }), reminderIn(first, acceptedOn('2026-11-09')));
    const letter = reminderIn(
      { ...first, id: `${first.id}/letter`, channel: 'letter' },
      postedOn('2026-11-12'),
    );
    ledger = withReminder(ledger, { ...letter, companionOf: first.id });
    // A week after the letter: the client got that one last.
    expect(planReminders(ledger, day('2026-11-18')).waiting).toMatchObject([
      { block: { kind: 'minimum-gap', resumesOn: '2026-11-19' } },
    ]);
    expect(planReminders(ledger, day('2026-11-19')).proposals).toMatchObject([
      { step: { id: 'step-firm' }, attempt: 1 },
    ]);
  });

  it('proposes no call for a step that was skipped, or that the next one has overtaken', () => {
    const start = world({ scenario: several });
    const [first] = planReminders(start, day('2026-11-09')).proposals;
    if (!first) throw new Error('nothing due');
    const skipped = reminderIn(first, { kind: 'skipped', skippedAt: noonOf('2026-11-09') });
    expect(planReminders(withReminder(start, skipped), day('2026-11-10')).proposals).toEqual([]);
    const sent = withReminder(start, reminderIn(first, acceptedOn('2026-11-09')));
    expect(planReminders(sent, day('2026-11-16')).proposals).toMatchObject([{ step: { id: 'step-firm' } }]);
  });

  it('takes only the ways that lead to the client', () => {
    const ledger = world({ scenario: several, client: { address: undefined } });
    expect(planReminders(ledger, day('2026-11-09')).proposals[0]?.alsoBy).toBeUndefined();
    const noEmail = world({ scenario: several, client: { contacts: [] } });
    const [byPost] = planReminders(noEmail, day('2026-11-09')).proposals;
    expect(byPost?.channel).toBe('letter');
    expect(byPost?.alsoBy).toBeUndefined();
  });
});

describe('after enough automatic e-mails', () => {
  const gentle = (to: 'call' | 'letter' | 'decision'): Scenario =>
    scenarioOf(
      [7, 21, 35, 49].map((delayDays) => ({ ...friendly, id: `step-${delayDays}`, delayDays })),
      { mode: 'automatic', escalation: { afterAutomatic: 2, to } },
    );
  const channels = (to: 'call' | 'letter' | 'decision') => {
    const { ledger, done } = walk(world({ scenario: gentle(to) }), '2026-10-31', '2027-02-28', automatically);
    return { ledger, channels: done.map(({ channel }) => channel) };
  };

  it('a call or a letter takes the place of the next, and e-mails go on after it', () => {
    expect(channels('call').channels).toEqual(['email', 'email', 'call', 'email']);
    expect(channels('letter').channels).toEqual(['email', 'email', 'letter', 'email']);
    const { ledger } = walk(world({ scenario: gentle('call') }), '2026-10-31', '2026-11-30', automatically);
    const [call] = planReminders(ledger, day('2026-12-07')).proposals;
    expect(call?.reason).toContain(
      '2 e-mails automatiques sont restés sans effet\u00A0: un appel prend la suite.',
    );
    expect(call?.automatic).toBe(false);
  });

  it('or nothing leaves before the user has decided', () => {
    const { ledger, channels: found } = channels('decision');
    expect(found).toEqual(['email', 'email']);
    expect(planReminders(ledger, day('2026-12-07')).waiting).toMatchObject([{ block: { kind: 'decision' } }]);
  });

  it('counts only what left by itself', () => {
    const { done } = walk(world({ scenario: gentle('call') }), '2026-10-31', '2027-02-28');
    expect(done.map(({ channel }) => channel)).toEqual(['email', 'email', 'email', 'email']);
  });

  it('leaves no third one to the automatic mode, whatever the scenario', () => {
    const scenario = { ...gentle('call'), escalation: undefined };
    const { ledger } = walk(world({ scenario }), '2026-10-31', '2026-11-30', automatically);
    expect(planReminders(ledger, day('2026-12-07')).proposals).toMatchObject([{ automatic: false }]);
    const more = world({ scenario, settings: { automaticPerInvoice: 3 } });
    const third = walk(more, '2026-10-31', '2026-11-30', automatically).ledger;
    expect(planReminders(third, day('2026-12-07')).proposals).toMatchObject([{ automatic: true }]);
  });
});

describe('the number of messages in thirty days', () => {
  const weekly = scenarioOf(
    [7, 14, 21, 28, 35, 42].map((delayDays) => ({ ...friendly, id: `step-${delayDays}`, delayDays })),
  );

  it('holds the fifth one back until the first is thirty days old', () => {
    const { ledger, done } = walk(world({ scenario: weekly }), '2026-10-31', '2026-12-08');
    expect(days(done)).toEqual(
      ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-09'].slice(0, 4),
    );
    expect(planReminders(ledger, day('2026-12-07')).waiting).toMatchObject([
      {
        block: {
          kind: 'monthly-cap',
          reason: '4 messages sont déjà partis à ce client en 30\u00A0jours.',
          resumesOn: '2026-12-09',
        },
      },
    ]);
    expect(planReminders(ledger, day('2026-12-09')).proposals).toHaveLength(1);
  });

  it('is the user’s to set', () => {
    const ledger = world({ scenario: weekly, settings: { messagesPerMonth: 2 } });
    expect(days(walk(ledger, '2026-10-31', '2026-12-15').done)).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-12-09',
    ]);
  });
});

describe('the rhythm', () => {
  it('moves a step to the next day that it allows', () => {
    const tuesdays = world({ settings: { rhythm: { kind: 'weekdays', weekdays: [2] } } });
    expect(days(walk(tuesdays, '2026-10-31', '2026-12-01').done)).toEqual([
      '2026-11-10',
      '2026-11-17',
      '2026-12-01',
    ]);
  });

  it('of a client goes over that of the company', () => {
    const ledger = world({
      settings: { rhythm: { kind: 'weekdays', weekdays: [2] } },
      client: { rhythm: { kind: 'monthly', dayOfMonth: 11 } },
    });
    // 11 November is Armistice Day.
    expect(days(walk(ledger, '2026-10-31', '2027-01-31').done)).toEqual([
      '2026-11-12',
      '2026-12-11',
      '2027-01-11',
    ]);
  });

  it('also says when what was held back goes on', () => {
    const settings = { rhythm: { kind: 'weekdays', weekdays: [1, 2] } } as const;
    const two = [anInvoice('f-1'), anInvoice('f-2', { dueOn: day('2026-11-04') })];
    const { ledger } = walk(world({ invoices: two, settings }), '2026-10-31', '2026-11-10');
    expect(planReminders(ledger, day('2026-11-16')).proposals).toHaveLength(1);
    const later = world({ invoices: two, settings: { ...settings, minimumGapDays: 9 } });
    const sent = walk(later, '2026-10-31', '2026-11-10').ledger;
    expect(planReminders(sent, day('2026-11-19')).waiting).toMatchObject([
      { block: { kind: 'minimum-gap', resumesOn: '2026-11-23' } },
      { block: { kind: 'minimum-gap', resumesOn: '2026-11-23' } },
    ]);
  });

  it('lets the automatic mode send on its days alone, and forgets nothing that the PC slept through', () => {
    const ledger = world({
      scenario: scenarioOf(defaultScenario.steps, { mode: 'automatic' }),
      settings: { rhythm: { kind: 'weekdays', weekdays: [2] } },
    });
    expect(planReminders(ledger, day('2026-11-10')).proposals).toMatchObject([{ automatic: true }]);
    expect(planReminders(ledger, day('2026-11-12')).proposals).toMatchObject([{ automatic: false }]);
  });
});

describe('« mode indulgent »', () => {
  const lenient = { from: day('2026-11-01'), until: day('2026-12-13') };

  it('leaves only friendly messages, and the firm ones for after it', () => {
    const { ledger, done } = walk(world({ client: { lenient } }), '2026-10-31', '2026-12-13');
    expect(done).toMatchObject([{ on: '2026-11-09', stepId: 'step-friendly' }]);
    expect(planReminders(ledger, day('2026-11-16')).waiting).toMatchObject([
      {
        block: {
          kind: 'lenient',
          reason: 'Mode indulgent jusqu’au 13 décembre 2026\u00A0: seules les relances amicales partent.',
          resumesOn: '2026-12-14',
        },
      },
    ]);
    expect(planReminders(ledger, day('2026-12-14')).proposals).toMatchObject([
      { step: { id: 'step-formal-notice' } },
    ]);
  });

  it('proposes the friendly step where the firm one would have been due', () => {
    expect(planReminders(world({ client: { lenient } }), day('2026-11-20')).proposals).toMatchObject([
      { step: { id: 'step-friendly' }, stepCount: 1 },
    ]);
  });
});

describe('which scenario applies', () => {
  const named = (id: string, changes: Partial<Scenario> = {}): Scenario => ({
    ...defaultScenario,
    id,
    name: id,
    ...changes,
  });
  const ledger = aLedger({
    scenarios: [named('gentle', { segments: ['key-account'] }), named('hard'), named('special')],
  });

  it.each<[string, Partial<Client>, string | undefined, string, string]>([
    ['the default', {}, undefined, 'default', 'scénario par défaut'],
    [
      'the segment',
      { segment: 'key-account' },
      undefined,
      'gentle',
      'celui du segment «\u00A0Grand compte\u00A0»',
    ],
    [
      'the client',
      { segment: 'key-account', scenarioId: 'hard' },
      undefined,
      'hard',
      'choisi pour ce client',
    ],
    ['the invoice', { scenarioId: 'hard' }, 'special', 'special', 'choisi pour cette facture'],
    ['what is left when it is gone', { scenarioId: 'gone' }, 'gone', 'default', 'scénario par défaut'],
    [
      'the default by name',
      { scenarioId: 'default', segment: 'key-account' },
      undefined,
      'default',
      'choisi pour ce client',
    ],
  ])('by %s', (_what, client, scenarioId, expected, reason) => {
    const choice = scenarioChoiceOf(ledger, aClient('c1', client), anInvoice('f-1', { scenarioId }));
    expect([choice.scenario.id, choice.reason]).toEqual([expected, reason]);
  });

  it('gives one message for a client whose invoices follow two, at the highest step', () => {
    const quick = named('quick', { steps: [{ ...firm, id: 'quick-firm', delayDays: 3 }] });
    const mixed = aLedger({
      invoices: [anInvoice('f-1'), anInvoice('f-2', { dueOn: day('2026-11-04'), scenarioId: 'quick' })],
      scenarios: [quick],
    });
    const [proposal, ...others] = planReminders(mixed, day('2026-11-09')).proposals;
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      scenario: { id: 'quick' },
      level: 'firm',
      lines: [
        { invoice: { id: 'f-1' }, step: { id: 'step-friendly' }, scenarioId: 'default' },
        { invoice: { id: 'f-2' }, step: { id: 'quick-firm' } },
      ],
    });
    if (!proposal) throw new Error('nothing due');
    // The friendly step is done for the first, and no more than that.
    const sent = withReminder(mixed, reminderIn(proposal, acceptedOn('2026-11-09')));
    expect(planReminders(sent, day('2026-11-18')).proposals).toMatchObject([
      { step: { id: 'step-firm' }, lines: [{ invoice: { id: 'f-1' } }] },
    ]);
  });
});

describe('an address that messages come back from', () => {
  const contact = { id: 'k', name: '', role: 'reminders', email: 'compta@c1.example.fr' } as const;

  it('gives way to another, else to the post', () => {
    const bounced = { ...contact, bouncedOn: day('2026-11-03') };
    const other = { ...contact, id: 'k2', role: 'other', email: 'direction@c1.example.fr' } as const;
    const two = planReminders(world({ client: { contacts: [bounced, other] } }), day('2026-11-09'));
    expect(two.proposals).toMatchObject([{ channel: 'email' }]);
    expect(two.dataQuality).toEqual([]);
    const one = planReminders(world({ client: { contacts: [bounced] } }), day('2026-11-09'));
    expect(one.proposals[0]).toMatchObject({ channel: 'letter', automatic: false });
    expect(one.proposals[0]?.reason).toContain(
      'L’adresse e-mail du client est en erreur depuis le 3 novembre 2026\u00A0: elle part par courrier.',
    );
    expect(one.dataQuality).toEqual([{ clientId: 'c1', kind: 'email-bounced' }]);
  });
});
