import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endHandover, handOver } from '../../renderer/db/commands/handovers.ts';
import { approveReminders } from '../../renderer/db/commands/reminders.ts';
import { addDays, type Day, day } from '../../shared/dates/day.ts';
import type { Command } from '../../shared/ledger/decision.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../shared/ledger/legal-case.ts';
import { cents, zeroCents } from '../../shared/money/cents.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { planReminders } from '../../shared/reminders/planning.ts';
import { recheck } from '../../shared/reminders/recheck.ts';
import { applied, contextOn } from '../unit/renderer/db/commands/decide.ts';
import { aClient, aLedger, anInvoice, noonOf } from '../unit/shared/reminders/sample-ledger.ts';

const clientIds = ['c1', 'c2', 'c3'] as const;
const invoiceCount = 6;
const start = day('2026-03-02');

type Event =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'approve' }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'hand-over'; readonly invoice: number }
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'file'; readonly invoice: number }
  | { readonly kind: 'close' };

const invoice = fc.nat({ max: invoiceCount - 1 });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 15 }) }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'approve' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'deliver' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hand-over' as const), invoice }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'hand-back' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('file' as const), invoice }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'close' as const }) },
);

/** The clerk's own list of what is out of his hands. */
interface World {
  ledger: Ledger;
  today: Day;
  readonly away: Map<string, 'collector' | 'court'>;
}

const run = <Wish>(world: World, command: Command<Wish>, wish: Wish): boolean => {
  const outcome = command(world.ledger, wish, {
    ...contextOn(world.today),
    newId: () => `${command.name}-${world.ledger.sequence}-${Math.trunc(world.ledger.handovers.size)}`,
  });
  if (outcome.ok) world.ledger = applied(world.ledger, outcome.value);
  return outcome.ok;
};

const setCase = (world: World, row: LegalCase): void => {
  world.ledger = {
    ...world.ledger,
    legalCases: new Map([...world.ledger.legalCases, [row.id, row]]),
    sequence: world.ledger.sequence + 1,
  };
};

const approve = (world: World): void => {
  const approvals = planReminders(world.ledger, world.today).proposals.flatMap((proposal) => {
    const message = composeMessage(world.ledger, proposal, world.today);
    return message.ok ? [{ proposal, message: message.value }] : [];
  });
  if (approvals.length > 0) run(world, approveReminders, { approvals, automatic: false });
};

const deliver = (world: World): number => {
  let sent = 0;
  for (const reminder of world.ledger.reminders.values()) {
    if (reminder.state.kind !== 'approved') continue;
    const answer = recheck(world.ledger, reminder, world.today);
    if (answer.kind === 'send') {
      sent += 1;
      for (const { invoiceId } of reminder.lines) expect(world.away.has(invoiceId)).toBe(false);
    }
    const at = noonOf(world.today);
    const state =
      answer.kind === 'send'
        ? ({ kind: 'accepted', acceptedAt: at, serverReply: '250' } as const)
        : ({ kind: 'withdrawn', withdrawnAt: at, reason: answer.reason } as const);
    world.ledger = {
      ...world.ledger,
      reminders: new Map([...world.ledger.reminders, [reminder.id, { ...reminder, state }]]),
      sequence: world.ledger.sequence + 1,
    };
  }
  return sent;
};

const happen = (world: World, next: Event): number => {
  switch (next.kind) {
    case 'days':
      world.today = addDays(world.today, next.days);
      return 0;
    case 'approve':
      approve(world);
      return 0;
    case 'deliver':
      return deliver(world);
    case 'hand-over': {
      const id = `f${next.invoice}`;
      const done = run(world, handOver, {
        invoiceIds: [id],
        collector: { kind: 'agency', name: 'Recouvra' },
        handedOverOn: world.today,
        fee: { kind: 'none' },
        note: '',
      });
      if (done) {
        world.away.set(id, world.away.get(id) ?? 'collector');
        for (const { state, lines } of world.ledger.reminders.values())
          if (lines.some(({ invoiceId }) => invoiceId === id))
            expect(['approved', 'to-print', 'printed']).not.toContain(state.kind);
      }
      return 0;
    }
    case 'hand-back': {
      const open = [...world.ledger.handovers.values()].find(({ ended }) => ended === undefined);
      if (open === undefined) return 0;
      run(world, endHandover, { handoverId: open.id, on: world.today, outcome: 'withdrawn', note: '' });
      for (const id of open.invoiceIds) if (world.away.get(id) === 'collector') world.away.delete(id);
      return 0;
    }
    case 'file': {
      const id = `f${next.invoice}`;
      if (world.ledger.legalCases.has(id)) return 0;
      setCase(world, {
        id,
        clientId: world.ledger.invoices.get(id)?.clientId ?? '',
        invoiceIds: [id],
        openedOn: world.today,
        facts: {},
        filedOn: world.today,
        costsCents: zeroCents,
        note: '',
        documents: [],
      });
      world.away.set(id, 'court');
      return 0;
    }
    case 'close': {
      const open = [...world.ledger.legalCases.values()].find(({ closed }) => closed === undefined);
      if (open === undefined) return 0;
      setCase(world, { ...open, closed: { on: world.today, outcome: 'given-up', note: '' } });
      const stillGiven = [...world.ledger.handovers.values()].some(
        ({ ended, invoiceIds }) => ended === undefined && invoiceIds.includes(open.id),
      );
      if (stillGiven) world.away.set(open.id, 'collector');
      else world.away.delete(open.id);
      return 0;
    }
  }
};

it('never proposes nor sends anything about an invoice that a collector or a court has', () => {
  let [sent, held] = [0, 0];
  fc.assert(
    fc.property(fc.array(event, { minLength: 10, maxLength: 50 }), (events) => {
      const world: World = {
        ledger: aLedger({
          clients: clientIds.map((id) => aClient(id)),
          invoices: Array.from({ length: invoiceCount }, (_, index) =>
            anInvoice(`f${index}`, {
              clientId: clientIds[index % clientIds.length] ?? 'c1',
              issuedOn: addDays(start, index * 5 - 60),
              dueOn: addDays(start, index * 5 - 30),
              totalCents: cents(10_000 + index),
            }),
          ),
        }),
        today: start,
        away: new Map(),
      };
      for (const next of events) {
        sent += happen(world, next);
        held += world.away.size;
        for (const proposal of planReminders(world.ledger, world.today).proposals)
          for (const { invoice: claimed } of proposal.lines) expect(world.away.has(claimed.id)).toBe(false);
      }
    }),
    { seed: 20261122, numRuns: 150 },
  );
  // The walk sends something and holds something back.
  expect(sent).toBeGreaterThan(50);
  expect(held).toBeGreaterThan(500);
}, 60_000);
