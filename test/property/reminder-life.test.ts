import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordPosting } from '../../renderer/db/commands/letters.ts';
import {
  approveReminders,
  recordDeliveries,
  resolveUnknown,
  skipReminder,
  withdrawReminders,
} from '../../renderer/db/commands/reminders.ts';
import { addDays, type Day, day } from '../../shared/dates/day.ts';
import type { Client } from '../../shared/ledger/client.ts';
import type { Command, Decision } from '../../shared/ledger/decision.ts';
import { defaultReminderSettings } from '../../shared/ledger/default-settings.ts';
import type { Ledger, LedgerRows, TableName } from '../../shared/ledger/ledger.ts';
import { cents } from '../../shared/money/cents.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { defaultScenario } from '../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../shared/reminders/planning.ts';
import type { Proposal } from '../../shared/reminders/proposal.ts';
import { recheck } from '../../shared/reminders/recheck.ts';
import type { Reminder } from '../../shared/reminders/reminder.ts';
import type { DunningLevel, DunningStep, Scenario } from '../../shared/reminders/scenario.ts';
import { scenarioOf } from '../../shared/reminders/scenario-choice.ts';
import { Clerk, monthlyCap, type PaperRung } from '../support/reminder-clerk.ts';
import { applied, contextOn } from '../unit/renderer/db/commands/decide.ts';
import {
  aClient,
  aCompany,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
} from '../unit/shared/reminders/sample-ledger.ts';

const start = day('2026-03-02');
const clientIds = ['c1', 'c2', 'c3'] as const;
const ranks: readonly DunningLevel[] = ['courtesy', 'friendly', 'firm', 'formal-notice', 'last-notice'];

const step = (id: string, delayDays: number, changes: Partial<DunningStep> = {}): DunningStep => ({
  id,
  delayDays,
  level: 'friendly',
  channel: 'email',
  templateId: 'template-friendly',
  recipientRole: 'reminders',
  grantedDays: 0,
  ...changes,
});

const formal = {
  level: 'formal-notice',
  channel: 'registered-letter',
  templateId: 'template-formal-notice',
} as const;

/** Everything a scenario can say, in four of them. */
const scenarios: readonly Scenario[] = [
  { ...defaultScenario, mode: 'automatic', escalation: { afterAutomatic: 2, to: 'call' } },
  {
    id: 'following',
    name: 'Suivi',
    mode: 'automatic',
    steps: [
      step('a', 5, { repeat: { everyDays: 10, times: 2 } }),
      step('b', 12, { anchor: 'previous-step', level: 'firm', templateId: 'template-firm', grantedDays: 5 }),
      step('c', 15, { ...formal, anchor: 'previous-step', grantedDays: 8 }),
    ],
  },
  {
    id: 'several',
    name: 'Plusieurs moyens',
    mode: 'to-approve',
    segments: ['key-account'],
    steps: [
      step('d', 4, { alsoBy: ['letter', 'call'] }),
      step('e', 18, { level: 'firm', channel: 'sms' }),
      step('f', 25, { level: 'firm', channel: 'call' }),
      step('g', 40, { ...formal, grantedDays: 8 }),
    ],
  },
  {
    id: 'weekly',
    name: 'Chaque semaine',
    mode: 'automatic',
    steps: [7, 14, 21, 28, 35].map((days) => step(`w${days}`, days)),
  },
];

const rung = (scenario: Scenario, id: string, days: number, after: 'due' | 'step'): PaperRung => {
  const own = scenario.steps.find((candidate) => candidate.id === id.split('#')[0]);
  if (own === undefined) throw new Error(`no step ${id}`);
  return { stepId: id, rank: ranks.indexOf(own.level), days, after, grantedDays: own.grantedDays };
};

/** The same on paper: the repetitions written out by hand. */
const onPaper = new Map(
  scenarios.map((scenario) => [
    scenario.id,
    scenario.id === 'following'
      ? [
          rung(scenario, 'a', 5, 'due'),
          rung(scenario, 'a#2', 10, 'step'),
          rung(scenario, 'a#3', 10, 'step'),
          rung(scenario, 'b', 12, 'step'),
          rung(scenario, 'c', 15, 'step'),
        ]
      : scenario.steps.map(({ id, delayDays }) => rung(scenario, id, delayDays, 'due')),
  ]),
);

const clients: readonly Client[] = [
  aClient('c1'),
  aClient('c2', { segment: 'key-account', lenient: { from: day('2026-04-01'), until: day('2026-04-20') } }),
  aClient('c3', { rhythm: { kind: 'weekdays', weekdays: [2, 4] } }),
];

/** What happens, and how often. */
const weights = {
  days: 9,
  ticks: 4,
  decide: 8,
  deliver: 10,
  'clock-back': 1,
  'clock-leap': 1,
  pay: 2,
  reverse: 1,
  dispute: 1,
  lift: 3,
  promise: 1,
  plan: 1,
  pause: 1,
  exclude: 1,
  factor: 1,
  order: 1,
  debit: 1,
  bounce: 1,
  scenario: 1,
  'invoice-scenario': 1,
  restart: 3,
  'not-left': 2,
} as const;
type Kind = keyof typeof weights;
const kinds = (Object.keys(weights) as Kind[]).flatMap((kind) =>
  Array.from({ length: weights[kind] }, () => kind),
);

/** What happens next: `pick` chooses among what there is, `size` says how much. */
const event = fc.record({
  kind: fc.constantFrom<Kind[]>(...kinds),
  pick: fc.nat({ max: 60 }),
  size: fc.integer({ min: 1, max: 21 }),
  outcome: fc.constantFrom(
    'accepted' as const,
    'accepted' as const,
    'accepted' as const,
    'rejected' as const,
    'crash' as const,
    'lost' as const,
  ),
});
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

const invoiceSpecs = fc.array(
  fc.record({
    client: fc.nat({ max: 2 }),
    dueInDays: fc.integer({ min: -30, max: 45 }),
    euros: fc.integer({ min: 2, max: 900 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type InvoiceSpec = { readonly client: number; readonly dueInDays: number; readonly euros: number };

class Application {
  ledger: Ledger;
  today: Day = start;
  /** What main's journal holds without a result: taken by the server or not, nobody here knows. */
  readonly inDoubt = new Map<string, 'crash' | 'lost'>();
  readonly neverLeft = new Set<string>();
  readonly clerk = new Clerk(onPaper, new Map([['c3', [2, 4]]]));
  private count = 0;

  constructor(specs: readonly InvoiceSpec[]) {
    this.ledger = aLedger({
      clients,
      scenarios,
      settings: [aCompany, { ...defaultReminderSettings, messagesPerMonth: monthlyCap }],
      invoices: specs.map(({ client, dueInDays, euros }, position) =>
        anInvoice(`f-${position}`, {
          clientId: clientIds[client] ?? 'c1',
          dueOn: addDays(start, dueInDays),
          issuedOn: addDays(start, dueInDays - 30),
          createdAt: noonOf(addDays(start, dueInDays - 30)),
          totalCents: cents(euros * 100),
        }),
      ),
    });
  }

  id(prefix: string): string {
    this.count += 1;
    return `${prefix}-${this.count}`;
  }

  put<Table extends TableName>(table: Table, id: string, row: LedgerRows[Table]): void {
    const rows = new Map(this.ledger[table] as ReadonlyMap<string, LedgerRows[Table]>).set(id, row);
    this.ledger = { ...this.ledger, [table]: rows, sequence: this.ledger.sequence + 1 };
  }

  /** Runs a real command; a refusal is a fault of the test or of the application. */
  run<Wish>(command: Command<Wish>, wish: Wish): Decision {
    const outcome = command(this.ledger, wish, contextOn(this.today));
    if (!outcome.ok) throw new Error(outcome.error.message);
    this.ledger = applied(this.ledger, outcome.value);
    return outcome.value;
  }

  reminder(id: string): Reminder {
    const found = this.ledger.reminders.get(id);
    if (found === undefined) throw new Error(`no reminder ${id}`);
    return found;
  }

  at<Row>(rows: ReadonlyMap<string, Row>, position: number): Row | undefined {
    return [...rows.values()][position % Math.max(1, rows.size)];
  }
}

const leave = (app: Application, reminder: Reminder): void => {
  expect(app.clerk.deliver(app.ledger, reminder, app.today)).toEqual([]);
};

const approve = (app: Application, proposals: readonly Proposal[], automatic: boolean): void => {
  for (const proposal of proposals) {
    const message = composeMessage(app.ledger, proposal, app.today);
    if (!message.ok) continue;
    app.run(approveReminders, { approvals: [{ proposal, message: message.value }], automatic });
    const reminder = app.reminder(proposal.id);
    if (reminder.state.kind !== 'called') continue;
    leave(app, reminder);
    app.clerk.noteDone(reminder, app.today);
  }
};

/** A tick of the automatic mode, as the scheduler makes it. */
const tick = (app: Application): void => {
  const { proposals } = planReminders(app.ledger, app.today);
  approve(
    app,
    proposals.filter(({ automatic }) => automatic),
    true,
  );
};

const decide = (app: Application, pick: number): void => {
  const { proposals } = planReminders(app.ledger, app.today);
  proposals.forEach((proposal, index) => {
    const choice = (pick >> index) % 4;
    if (choice === 0) return;
    const message = composeMessage(app.ledger, proposal, app.today);
    if (choice === 1 && pick % 3 === 0 && message.ok) {
      app.run(skipReminder, { proposal, message: message.value });
      app.clerk.noteDone(app.reminder(proposal.id), app.today);
    } else approve(app, [proposal], false);
  });
};

const isPaper = ({ channel }: Reminder): boolean => channel === 'letter' || channel === 'registered-letter';

const send = (app: Application, reminder: Reminder, outcome: Event['outcome']): void => {
  const { id, attempt } = reminder;
  const at = noonOf(app.today);
  const answer = recheck(app.ledger, reminder, app.today);
  if (answer.kind === 'drop') {
    if (isPaper(reminder)) app.run(withdrawReminders, { ids: [id], reason: answer.reason });
    else
      app.run(recordDeliveries, {
        deliveries: [{ id, attempt, state: { kind: 'withdrawn', withdrawnAt: at, reason: answer.reason } }],
      });
    return;
  }
  if (isPaper(reminder)) {
    leave(app, reminder);
    app.run(recordPosting, {
      id,
      depositedOn: app.today,
      trackingNumber: `1A${app.id('').slice(1).padStart(10, '0')}`,
    });
    app.clerk.noteDone(app.reminder(id), app.today);
    return;
  }
  if (outcome !== 'rejected' && outcome !== 'lost') leave(app, reminder);
  if (outcome === 'crash' || outcome === 'lost') {
    app.inDoubt.set(id, outcome);
    return;
  }
  app.run(recordDeliveries, {
    deliveries: [
      {
        id,
        attempt,
        state:
          outcome === 'accepted'
            ? { kind: 'accepted', acceptedAt: at, serverReply: '250' }
            : { kind: 'rejected', rejectedAt: at, explanation: '', permanent: false },
      },
    ],
  });
  if (outcome === 'accepted') app.clerk.noteDone(app.reminder(id), app.today);
};

/** The outbox sends what waits; a letter is posted about half of the times. */
const deliver = (app: Application, { outcome, pick }: Event): void => {
  for (const reminder of [...app.ledger.reminders.values()]) {
    const { kind } = app.reminder(reminder.id).state;
    if (kind !== 'approved' && kind !== 'to-print') continue;
    if (app.inDoubt.has(reminder.id) || (isPaper(reminder) && pick % 2 === 0)) continue;
    send(app, reminder, outcome);
  }
};

/** After the crash: what was under way is « peut-être parti », whatever became of it. */
const restart = (app: Application): void => {
  for (const [id, fate] of app.inDoubt) {
    const { attempt } = app.reminder(id);
    app.run(recordDeliveries, {
      deliveries: [{ id, attempt, state: { kind: 'unknown', since: noonOf(app.today), explanation: '' } }],
    });
    if (app.reminder(id).state.kind !== 'unknown') continue;
    app.clerk.noteDone(app.reminder(id), app.today);
    if (fate === 'lost') app.neverLeft.add(id);
  }
  app.inDoubt.clear();
};

/** Everything that stops without an end of its own is over. */
const lift = (app: Application): void => {
  for (const dispute of app.ledger.disputes.values())
    if (dispute.resolvedOn === undefined)
      app.put('disputes', dispute.id, { ...dispute, resolvedOn: dispute.openedOn });
  for (const client of app.ledger.clients.values())
    app.put('clients', client.id, { ...client, excludedReason: undefined, directDebit: false });
  for (const invoice of app.ledger.invoices.values())
    app.put('invoices', invoice.id, { ...invoice, factor: undefined, paymentOrderedOn: undefined });
};

const happen = (app: Application, next: Event): void => {
  const { pick, size } = next;
  const invoice = app.at(app.ledger.invoices, pick);
  if (invoice === undefined) throw new Error('no invoice');
  const client = app.ledger.clients.get(invoice.clientId);
  if (client === undefined) throw new Error('no client');
  switch (next.kind) {
    case 'days':
      app.today = addDays(app.today, 1 + (size % 12));
      return;
    case 'ticks':
      for (let count = 0; count < size; count += 1) tick(app);
      return;
    case 'decide':
      decide(app, pick);
      return;
    case 'deliver':
      deliver(app, next);
      return;
    case 'clock-back':
      app.today = addDays(app.today, -size);
      return;
    case 'clock-leap':
      app.today = addDays(app.today, 8 + size);
      return;
    case 'restart':
      restart(app);
      return;
    case 'not-left': {
      const id = [...app.neverLeft][0];
      if (id === undefined || app.reminder(id).state.kind !== 'unknown') return;
      app.clerk.noteNotLeft(app.reminder(id));
      app.run(resolveUnknown, { id, left: false });
      app.neverLeft.delete(id);
      return;
    }
    case 'pay': {
      const balance = app.clerk.balance(app.ledger, invoice.id);
      const amount = Math.round((balance * ([10, 50, 100, 100, 130][size % 5] ?? 100)) / 100);
      if (amount <= 0) return;
      const payment = aPayment(app.id('p'), app.today, amount, { clientId: client.id });
      app.put('payments', payment.id, payment);
      const allocation = anAllocation(payment.id, invoice.id, app.today, Math.min(amount, balance));
      if (size % 4 !== 0) app.put('allocations', allocation.id, allocation);
      return;
    }
    case 'reverse': {
      const payment = app.at(app.ledger.payments, pick);
      if (payment) app.put('payments', payment.id, { ...payment, reversedAt: noonOf(app.today) });
      return;
    }
    case 'dispute': {
      const id = app.id('d');
      app.put('disputes', id, {
        id,
        clientId: client.id,
        invoiceId: invoice.id,
        disputedCents: size % 2 === 0 ? undefined : cents(Math.round(invoice.totalCents / 5)),
        reason: 'quality',
        note: '',
        openedOn: app.today,
      });
      return;
    }
    case 'lift':
      lift(app);
      return;
    case 'promise': {
      const id = app.id('promise');
      app.put('promises', id, {
        id,
        clientId: client.id,
        invoiceIds: [invoice.id],
        promisedOn: addDays(app.today, size - 1),
        recordedAt: noonOf(app.today),
      });
      return;
    }
    case 'plan': {
      const balance = app.clerk.balance(app.ledger, invoice.id);
      if (balance <= 0) return;
      const id = app.id('plan');
      app.put('plans', id, {
        id,
        clientId: client.id,
        invoiceIds: [invoice.id],
        agreedOn: app.today,
        instalments: [{ dueOn: addDays(app.today, size), cents: cents(balance) }],
      });
      return;
    }
    case 'pause': {
      const id = app.id('pause');
      app.put('pauses', id, {
        id,
        clientId: client.id,
        invoiceId: size % 2 === 0 ? undefined : invoice.id,
        reason: '',
        until: addDays(app.today, size),
        createdAt: noonOf(app.today),
      });
      return;
    }
    case 'exclude':
      app.put('clients', client.id, {
        ...client,
        excludedReason: client.excludedReason === undefined ? 'accord' : undefined,
      });
      return;
    case 'debit':
      app.put('clients', client.id, { ...client, directDebit: !client.directDebit });
      return;
    case 'bounce':
      app.put('clients', client.id, {
        ...client,
        contacts: client.contacts.map((contact) => ({
          ...contact,
          bouncedOn: contact.bouncedOn === undefined ? app.today : undefined,
        })),
      });
      return;
    case 'scenario':
      app.put('clients', client.id, { ...client, scenarioId: app.at(app.ledger.scenarios, size)?.id });
      return;
    case 'invoice-scenario':
      app.put('invoices', invoice.id, { ...invoice, scenarioId: app.at(app.ledger.scenarios, size)?.id });
      return;
    case 'factor':
      app.put('invoices', invoice.id, {
        ...invoice,
        factor: invoice.factor === undefined ? 'Factofrance' : undefined,
      });
      return;
    case 'order':
      app.put('invoices', invoice.id, {
        ...invoice,
        paymentOrderedOn: invoice.paymentOrderedOn === undefined ? app.today : undefined,
      });
  }
};

const onTheWay = (app: Application, clientId: string): boolean =>
  [...app.ledger.reminders.values()].some(
    (reminder) =>
      reminder.clientId === clientId && ['approved', 'to-print', 'printed'].includes(reminder.state.kind),
  );

const freeCredit = (app: Application, clientId: string): boolean => {
  let open = 0;
  for (const { id, clientId: owner } of app.ledger.invoices.values())
    if (owner === clientId) open += app.clerk.balance(app.ledger, id);
  return open !== app.clerk.net(app.ledger, clientId);
};

/** What the clerk would have proposed, the plan proposes; and nothing else. Answers how often he was sure. */
const checkPlan = (app: Application): number => {
  const { clerk, ledger, today } = app;
  const { proposals, waiting } = planReminders(ledger, today);
  expect(new Set(proposals.map(({ clientId }) => clientId)).size).toBe(proposals.length);
  let sure = 0;
  for (const invoice of ledger.invoices.values()) {
    const client = ledger.clients.get(invoice.clientId);
    if (client === undefined || invoice.dueOn === undefined) continue;
    const proposal = proposals.find(({ clientId }) => clientId === client.id);
    const isProposed =
      proposal?.companionOf === undefined &&
      proposal?.lines.some((line) => line.invoice.id === invoice.id) === true;
    const stop = clerk.stops(ledger, invoice.id, today);
    if (stop !== undefined) {
      expect([invoice.id, stop, isProposed]).toEqual([invoice.id, stop, false]);
      continue;
    }
    const scenarioId = scenarioOf(ledger, client, invoice).id;
    const isLenient =
      client.lenient !== undefined && client.lenient.from <= today && today <= client.lenient.until;
    const isDue = clerk.isDue(client.id, invoice.id, scenarioId, invoice.dueOn, today, isLenient);
    if (isProposed && proposal?.channel !== 'call' && today < clerk.freeOn(client.id, invoice.id))
      expect([invoice.id, 'proposed too soon']).toEqual([]);
    if (isProposed && !isDue) expect([invoice.id, 'proposed without being due']).toEqual([]);
    if (!isDue || onTheWay(app, client.id) || freeCredit(app, client.id)) continue;
    const hasPlan = [...ledger.plans.values()].some(({ invoiceIds }) => invoiceIds.includes(invoice.id));
    if (hasPlan || today < clerk.freeOn(client.id, invoice.id)) continue;
    // A call waits for the written lines of the same client, and takes the place of a third automatic e-mail.
    const mayBeCall = scenarioId === 'several' || (clerk.automatic.get(invoice.id) ?? 0) >= 2;
    if (mayBeCall && proposal !== undefined && proposal.channel !== 'call') continue;
    sure += 1;
    const isWaiting = waiting.some((line) => line.invoiceId === invoice.id);
    expect([invoice.id, isProposed, isWaiting]).toEqual([invoice.id, true, false]);
  }
  return sure;
};

it('never doubles, never hurries, never reaches who has paid, and forgets nothing, whatever happens', () => {
  let delivered = 0;
  let sure = 0;
  fc.assert(
    fc.property(invoiceSpecs, fc.array(event, { minLength: 25, maxLength: 70 }), (specs, events) => {
      const app = new Application(specs);
      for (const next of events) {
        happen(app, next);
        sure += checkPlan(app);
      }
      delivered += app.clerk.deliveredSteps.size;
    }),
    { seed: 20261122, numRuns: 320 },
  );
  // The walk really goes somewhere, and the clerk has something to say.
  expect(delivered).toBeGreaterThan(400);
  expect(sure).toBeGreaterThan(1000);
}, 180_000);
