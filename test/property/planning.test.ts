import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../../shared/dates/day.ts';
import { addWorkingDays, nextWorkingDay } from '../../shared/dates/working-days.ts';
import type { Ledger, LedgerRows, TableName } from '../../shared/ledger/ledger.ts';
import { cents } from '../../shared/money/cents.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { defaultScenario } from '../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../shared/reminders/planning.ts';
import type { Proposal } from '../../shared/reminders/proposal.ts';
import { recheck } from '../../shared/reminders/recheck.ts';
import type { Reminder, ReminderState } from '../../shared/reminders/reminder.ts';
import {
  aClient,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
} from '../unit/shared/reminders/sample-ledger.ts';

const clientIds = ['c1', 'c2', 'c3'] as const;
const delays = defaultScenario.steps.map((step) => step.delayDays);
const gapDays = 7;
const tolerance = 100;
const start = day('2026-03-02');

/** What happens on the way. Indexes are taken modulo what there is. */
type Event =
  | { readonly kind: 'days-off'; readonly days: number }
  | { readonly kind: 'pay'; readonly invoice: number; readonly percent: number; readonly allocated: boolean }
  | { readonly kind: 'reverse'; readonly payment: number }
  | { readonly kind: 'dispute'; readonly invoice: number; readonly percent: number }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'promise'; readonly invoice: number; readonly inDays: number }
  | { readonly kind: 'pause'; readonly invoice: number; readonly whole: boolean; readonly forDays: number }
  | { readonly kind: 'decide'; readonly choices: readonly Choice[] }
  | { readonly kind: 'deliver'; readonly outcome: Outcome };
type Choice = 'approve' | 'skip' | 'leave';
type Outcome = 'accepted' | 'rejected' | 'unknown' | 'withdrawn';

const index = fc.nat({ max: 30 });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('days-off' as const), days: fc.integer({ min: 1, max: 21 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      choices: fc.array(fc.constantFrom<Choice[]>('approve', 'approve', 'approve', 'skip', 'leave'), {
        minLength: 3,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      outcome: fc.constantFrom<Outcome[]>(
        'accepted',
        'accepted',
        'accepted',
        'rejected',
        'unknown',
        'withdrawn',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      invoice: index,
      percent: fc.constantFrom(10, 50, 100, 100, 130),
      allocated: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const), payment: index }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('dispute' as const),
      invoice: index,
      percent: fc.constantFrom(20, 100),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'resolve' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('promise' as const),
      invoice: index,
      inDays: fc.integer({ min: 0, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pause' as const),
      invoice: index,
      whole: fc.boolean(),
      forDays: fc.integer({ min: 1, max: 20 }),
    }),
  },
);

interface InvoiceSpec {
  readonly client: number;
  readonly dueInDays: number;
  readonly euros: number;
}
const invoiceSpecs = fc.array(
  fc.record({
    client: index,
    dueInDays: fc.integer({ min: -40, max: 60 }),
    euros: fc.integer({ min: 2, max: 900 }),
  }),
  { minLength: 1, maxLength: 7 },
);

/** The application reduced to its ledger, and beside it what a patient clerk would remember. */
class World {
  ledger: Ledger;
  today: Day = start;
  /** Steps that reached the client or were skipped: invoice → highest index. */
  readonly doneIndex = new Map<string, number>();
  readonly deliveredLines = new Set<string>();
  readonly lastMessage = new Map<string, Day>();
  readonly deadline = new Map<string, Day>();
  readonly onTheWay = new Map<string, Reminder>();
  private nextId = 0;

  constructor(specs: readonly InvoiceSpec[]) {
    this.ledger = aLedger({
      clients: clientIds.map((id) => aClient(id)),
      invoices: specs.map(({ client, dueInDays, euros }, position) =>
        anInvoice(`f-${position}`, {
          clientId: clientIds[client % clientIds.length] ?? 'c1',
          dueOn: addDays(start, dueInDays),
          issuedOn: addDays(start, dueInDays - 30),
          totalCents: cents(euros * 100),
        }),
      ),
    });
  }

  put<Table extends TableName>(table: Table, id: string, row: LedgerRows[Table]): void {
    const rows = new Map(this.ledger[table] as ReadonlyMap<string, LedgerRows[Table]>).set(id, row);
    this.ledger = { ...this.ledger, [table]: rows, sequence: this.ledger.sequence + 1 };
  }

  id(prefix: string): string {
    this.nextId += 1;
    return `${prefix}-${this.nextId}`;
  }

  invoiceAt(position: number) {
    const invoices = [...this.ledger.invoices.values()];
    const invoice = invoices[position % invoices.length];
    if (invoice === undefined) throw new Error('no invoice');
    return invoice;
  }

  /** Balance the slow way: total less every allocation of a payment that still counts. */
  balance(invoiceId: string): number {
    let left: number = this.ledger.invoices.get(invoiceId)?.totalCents ?? 0;
    for (const allocation of this.ledger.allocations.values()) {
      if (allocation.invoiceId !== invoiceId || allocation.source.kind !== 'payment') continue;
      if (this.ledger.payments.get(allocation.source.paymentId)?.reversedAt === undefined)
        left -= allocation.cents;
    }
    return left;
  }

  net(clientId: string): number {
    let net = 0;
    for (const invoice of this.ledger.invoices.values())
      if (invoice.clientId === clientId) net += invoice.totalCents;
    for (const payment of this.ledger.payments.values())
      if (payment.clientId === clientId && payment.reversedAt === undefined) net -= payment.cents;
    return net;
  }

  contested(invoiceId: string): number {
    let contested = 0;
    for (const dispute of this.ledger.disputes.values())
      if (dispute.invoiceId === invoiceId && dispute.resolvedOn === undefined)
        contested += dispute.disputedCents ?? Number.POSITIVE_INFINITY;
    return contested;
  }

  /** True when the client said when he pays, or the user wants peace. */
  resting(invoiceId: string, clientId: string): boolean {
    for (const promise of this.ledger.promises.values())
      if (promise.invoiceIds.includes(invoiceId))
        if (this.today < addWorkingDays(promise.promisedOn, 2, 'metropole')) return true;
    for (const pause of this.ledger.pauses.values())
      if (pause.invoiceId === invoiceId || (pause.invoiceId === undefined && pause.clientId === clientId))
        if (this.today < pause.until) return true;
    return false;
  }
}

const checkStanding = (world: World, reminder: Reminder): void => {
  expect(reminder.totalCents).toBeLessThanOrEqual(world.net(reminder.clientId));
  for (const line of reminder.lines) {
    expect(world.balance(line.invoiceId)).toBeGreaterThan(tolerance);
    expect(line.remainingCents).toBeGreaterThan(tolerance);
    expect(line.remainingCents).toBeLessThanOrEqual(
      world.balance(line.invoiceId) - world.contested(line.invoiceId),
    );
    expect(world.resting(line.invoiceId, reminder.clientId)).toBe(false);
  }
};

/** Everything that nothing stops is proposed: the clerk's own reading of the rules, invoice by invoice. */
const checkNothingForgotten = (world: World, proposals: readonly Proposal[]): void => {
  for (const invoice of world.ledger.invoices.values()) {
    const { clientId, dueOn } = invoice;
    if (dueOn === undefined || world.onTheWay.has(clientId) || world.resting(invoice.id, clientId)) continue;
    if (world.contested(invoice.id) > 0 || world.balance(invoice.id) <= tolerance) continue;
    const freeCredit = [...world.ledger.invoices.values()]
      .filter((other) => other.clientId === clientId)
      .reduce((sum, other) => sum + world.balance(other.id), 0);
    if (freeCredit !== world.net(clientId)) continue;
    const last = world.lastMessage.get(clientId);
    if (last !== undefined && daysBetween(last, world.today) < gapDays) continue;
    const deadline = world.deadline.get(invoice.id);
    if (deadline !== undefined && world.today <= deadline) continue;
    const done = world.doneIndex.get(invoice.id) ?? -1;
    const isDue = delays.some(
      (delay, step) => step > done && nextWorkingDay(addDays(dueOn, delay), 'metropole') <= world.today,
    );
    const proposed = proposals.some((proposal) =>
      proposal.lines.some((line) => line.invoice.id === invoice.id),
    );
    expect([invoice.id, proposed]).toEqual([invoice.id, isDue]);
  }
};

const plan = (world: World): readonly Proposal[] => {
  const { proposals } = planReminders(world.ledger, world.today);
  // A copy shares no cache with the original.
  const copy = Object.fromEntries(
    Object.entries(world.ledger).map(([name, rows]) => [name, rows instanceof Map ? new Map(rows) : rows]),
  ) as unknown as Ledger;
  expect(planReminders(copy, world.today).proposals).toEqual(proposals);
  expect(new Set(proposals.map((proposal) => proposal.clientId)).size).toBe(proposals.length);
  for (const proposal of proposals) {
    expect(world.onTheWay.has(proposal.clientId)).toBe(false);
    const last = world.lastMessage.get(proposal.clientId);
    if (last !== undefined) expect(daysBetween(last, world.today)).toBeGreaterThanOrEqual(gapDays);
    for (const line of proposal.lines) {
      const step = defaultScenario.steps.indexOf(line.step);
      expect(step).toBeGreaterThan(world.doneIndex.get(line.invoice.id) ?? -1);
      // Formal notices never come first, and the last never before the formal one.
      if (step >= 2)
        expect(world.doneIndex.get(line.invoice.id) ?? -1).toBeGreaterThanOrEqual(step === 3 ? 2 : 0);
    }
  }
  checkNothingForgotten(world, proposals);
  return proposals;
};

const rememberDone = (world: World, reminder: Reminder): void => {
  for (const line of reminder.lines) {
    const step = defaultScenario.steps.findIndex(({ id }) => id === line.stepId);
    world.doneIndex.set(line.invoiceId, Math.max(step, world.doneIndex.get(line.invoiceId) ?? -1));
  }
};

const decide = (world: World, choices: readonly Choice[]): void => {
  plan(world).forEach((proposal, position) => {
    const choice = choices[position] ?? 'leave';
    if (choice === 'leave') return;
    const message = composeMessage(world.ledger, proposal, world.today);
    if (!message.ok) throw new Error(message.error.message);
    const at = noonOf(world.today);
    const state: ReminderState =
      choice === 'skip'
        ? { kind: 'skipped', skippedAt: at }
        : proposal.channel === 'email'
          ? { kind: 'approved', approvedAt: at, sendAfter: at }
          : { kind: 'to-print', approvedAt: at };
    const reminder = reminderIn(proposal, state, message.value);
    const before = world.ledger.reminders.get(reminder.id);
    if (before !== undefined) expect(reminder.attempt).toBe(before.attempt + 1);
    world.put('reminders', reminder.id, reminder);
    if (choice === 'skip') rememberDone(world, reminder);
    else world.onTheWay.set(reminder.clientId, reminder);
  });
};

/** A letter grants its days from the probable delivery on, the rest from the day it left. */
const grantedTo = (state: ReminderState['kind'], on: Day, days: number): Day =>
  state === 'posted'
    ? nextWorkingDay(addDays(addWorkingDays(on, 2, 'metropole'), days), 'metropole')
    : addDays(on, days);

const deliver = (world: World, outcome: Outcome): void => {
  for (const reminder of world.onTheWay.values()) {
    const at = noonOf(world.today);
    const answer = recheck(world.ledger, reminder, world.today);
    const stopped = answer.kind === 'drop';
    const effective: Outcome = stopped ? 'withdrawn' : outcome;
    if (!stopped) checkStanding(world, reminder);
    const paper = reminder.channel === 'registered-letter';
    const states: Record<Outcome, ReminderState> = {
      accepted: paper
        ? { kind: 'posted', depositedOn: world.today, trackingNumber: '1A', recordedAt: at }
        : { kind: 'accepted', acceptedAt: at, serverReply: '250' },
      rejected: { kind: 'rejected', rejectedAt: at, explanation: '', permanent: false },
      unknown: { kind: 'unknown', since: at, explanation: '' },
      withdrawn: { kind: 'withdrawn', withdrawnAt: at, reason: stopped ? answer.reason : '' },
    };
    world.put('reminders', reminder.id, { ...reminder, state: states[effective] });
    if (effective !== 'accepted' && effective !== 'unknown') continue;
    for (const line of reminder.lines) {
      const key = `${line.invoiceId} ${line.stepId}`;
      expect(world.deliveredLines).not.toContain(key);
      world.deliveredLines.add(key);
      const granted = defaultScenario.steps.find(({ id }) => id === reminder.stepId)?.grantedDays ?? 0;
      const counted = granted > 0 ? grantedTo(states[effective].kind, world.today, granted) : undefined;
      for (const until of [counted, reminder.deadlineOn]) {
        const known = world.deadline.get(line.invoiceId);
        if (until !== undefined && (known === undefined || known < until))
          world.deadline.set(line.invoiceId, until);
      }
    }
    rememberDone(world, reminder);
    world.lastMessage.set(reminder.clientId, world.today);
  }
  world.onTheWay.clear();
};

const happen = (world: World, next: Event): void => {
  switch (next.kind) {
    case 'days-off':
      world.today = addDays(world.today, next.days);
      return;
    case 'pay': {
      const invoice = world.invoiceAt(next.invoice);
      const amount = Math.round((world.balance(invoice.id) * next.percent) / 100);
      if (amount <= 0) return;
      const payment = aPayment(world.id('p'), world.today, amount, { clientId: invoice.clientId });
      world.put('payments', payment.id, payment);
      const settled = Math.min(amount, world.balance(invoice.id));
      const allocation = anAllocation(payment.id, invoice.id, world.today, settled);
      if (next.allocated) world.put('allocations', allocation.id, allocation);
      return;
    }
    case 'reverse': {
      const payments = [...world.ledger.payments.values()];
      const payment = payments[next.payment % Math.max(1, payments.length)];
      if (payment) world.put('payments', payment.id, { ...payment, reversedAt: noonOf(world.today) });
      return;
    }
    case 'dispute': {
      const invoice = world.invoiceAt(next.invoice);
      const id = world.id('d');
      world.put('disputes', id, {
        id,
        clientId: invoice.clientId,
        invoiceId: invoice.id,
        disputedCents: next.percent === 100 ? undefined : cents(Math.round(invoice.totalCents / 5)),
        reason: 'quality',
        note: '',
        openedOn: world.today,
      });
      return;
    }
    case 'resolve':
      for (const dispute of world.ledger.disputes.values())
        if (dispute.resolvedOn === undefined)
          world.put('disputes', dispute.id, { ...dispute, resolvedOn: world.today });
      return;
    case 'promise': {
      const invoice = world.invoiceAt(next.invoice);
      const id = world.id('promise');
      world.put('promises', id, {
        id,
        clientId: invoice.clientId,
        invoiceIds: [invoice.id],
        promisedOn: addDays(world.today, next.inDays),
        recordedAt: noonOf(world.today),
      });
      return;
    }
    case 'pause': {
      const invoice = world.invoiceAt(next.invoice);
      const id = world.id('pause');
      world.put('pauses', id, {
        id,
        clientId: invoice.clientId,
        invoiceId: next.whole ? undefined : invoice.id,
        reason: '',
        until: addDays(world.today, next.forDays),
        createdAt: noonOf(world.today),
      });
      return;
    }
    case 'decide':
      decide(world, next.choices);
      return;
    case 'deliver':
      deliver(world, next.outcome);
  }
};

it('sends to nobody who has paid, nothing twice, nothing too soon, and forgets nothing', () => {
  let delivered = 0;
  fc.assert(
    fc.property(invoiceSpecs, fc.array(event, { minLength: 20, maxLength: 60 }), (specs, events) => {
      const world = new World(specs);
      for (const next of events) {
        happen(world, next);
        plan(world);
      }
      delivered += world.deliveredLines.size;
    }),
    { seed: 20261122, numRuns: 200 },
  );
  // The walk really goes somewhere.
  expect(delivered).toBeGreaterThan(300);
}, 60_000);

it('after any number of days off, proposes one message per client and the same whatever was skipped', () => {
  fc.assert(
    fc.property(invoiceSpecs, fc.integer({ min: 0, max: 400 }), (specs, days) => {
      const world = new World(specs);
      const on = addDays(start, days);
      const atOnce = planReminders(world.ledger, on);
      // Planning every day in between leaves no trace.
      for (let between = start; between < on; between = addDays(between, 7))
        planReminders(world.ledger, between);
      expect(planReminders(world.ledger, on)).toEqual(atOnce);
      expect(new Set(atOnce.proposals.map((proposal) => proposal.clientId)).size).toBe(
        atOnce.proposals.length,
      );
    }),
    { seed: 7, numRuns: 100 },
  );
});
