import { addDays, addMonths, type Day, monthOf } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { planReminders } from './planning.ts';
import type { Proposal } from './proposal.ts';
import { type ClientPast, clientPasts, ledgerAsOf, withDone } from './replayed-ledger.ts';
import type { DunningLevel, ReminderChannel, Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';
import { ledgerWithScenario } from './scenario-outlook.ts';

/** Messages of one kind in one month. */
export interface SimulatedCount {
  /** « 2026-11 ». */
  readonly month: string;
  readonly level: DunningLevel;
  readonly channel: ReminderChannel;
  readonly messages: number;
}

/** What a scenario would have sent in the last twelve months. */
export interface ScenarioSimulation {
  /** First and last day counted. */
  readonly from: Day;
  readonly until: Day;
  /** Every month that the period touches, in order. */
  readonly months: readonly string[];
  readonly counts: readonly SimulatedCount[];
  readonly messages: number;
  /** Clients who would have got one or more, and invoices that they would have been about. */
  readonly clients: number;
  readonly invoices: number;
  /** Lines about an invoice on which nothing was owed on that day: 0, whatever the scenario. */
  readonly linesAlreadyPaid: number;
}

/** Clients replayed so far, of how many. */
export interface SimulationProgress {
  readonly done: number;
  readonly total: number;
}

/** Days before those that are counted: what was sent then decides how the period begins. */
const runUpMonths = 12;

/** A client does not get more on one day; a plan that never came to rest would go on for ever. */
const actsPerDay = 3;

interface Tally {
  readonly counts: Map<string, SimulatedCount>;
  readonly clients: Set<string>;
  readonly invoices: Set<string>;
  messages: number;
  linesAlreadyPaid: number;
}

/** What was open on an invoice, counted another way than the plan does. */
const openOn = ({ invoices, payments, allocations }: ClientPast, invoiceId: string, on: Day): number => {
  const total = invoices.find(({ id }) => id === invoiceId)?.totalCents ?? 0;
  let paid = 0;
  for (const { invoiceId: settled, effectiveOn, cents, source } of allocations) {
    if (settled !== invoiceId || effectiveOn > on) continue;
    const { reversedAt } =
      source.kind === 'credit-note' ? {} : (payments.find(({ id }) => id === source.paymentId) ?? {});
    if (reversedAt === undefined || reversedAt.slice(0, 10) > on) paid += cents;
  }
  return total - paid;
};

const record = (tally: Tally, past: ClientPast, proposal: Proposal, on: Day): void => {
  for (const channel of [proposal.channel, ...(proposal.alsoBy ?? [])]) {
    const key = `${monthOf(on)} ${proposal.level} ${channel}`;
    const known = tally.counts.get(key);
    tally.counts.set(key, {
      month: monthOf(on),
      level: proposal.level,
      channel,
      messages: (known?.messages ?? 0) + 1,
    });
    tally.messages += 1;
  }
  tally.clients.add(proposal.clientId);
  for (const { invoice } of proposal.lines) {
    tally.invoices.add(invoice.id);
    if (openOn(past, invoice.id, on) <= 0) tally.linesAlreadyPaid += 1;
  }
};

/** Replays one client from its first day on, jumping from one day on which something can happen to the next. */
const replay = (
  ledger: Ledger,
  scenario: Scenario,
  past: ClientPast,
  period: { readonly start: Day; readonly from: Day; readonly until: Day },
  tally: Tally,
): void => {
  const { calendar } = settingsOf(ledger, 'reminders');
  let reminders: Ledger['reminders'] = new Map();
  let on = nextWorkingDay(period.start, calendar);
  while (on <= period.until) {
    let next: Day | undefined;
    for (let act = 0; act < actsPerDay; act += 1) {
      const then = ledgerAsOf(ledger, past, on, reminders);
      const { proposals, coming } = planReminders(then, on);
      next = coming[0]?.on;
      const proposal = proposals[0];
      if (proposal === undefined) break;
      if (proposal.scenario.id === scenario.id && on >= period.from) record(tally, past, proposal, on);
      reminders = withDone(reminders, proposal, on, calendar);
    }
    for (const event of past.eventDays)
      if (event > on) {
        if (next === undefined || next <= on || event < next) next = event;
        break;
      }
    if (next === undefined || next <= on) return;
    on = nextWorkingDay(next, calendar);
  }
};

const monthsBetween = (from: Day, until: Day): readonly string[] => {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(until); ) {
    months.push(month);
    month = monthOf(addMonths(`${month}-01` as Day, 1));
  }
  return months;
};

/**
 * Replays a scenario over the real invoices, payments, credit notes and disputes of the last twelve months, as
 * they stood on each day, as if every message had left on the day it was proposed. Promises, plans and pauses
 * are not replayed, because they would have been others. Yields after every client so that a screen can
 * breathe and stop; changes nothing.
 * @param of `followers`: clients and invoices that would follow it; `everyone`: as if all did.
 */
export function* simulateScenario(
  ledger: Ledger,
  scenario: Scenario,
  today: Day,
  of: 'followers' | 'everyone' = 'followers',
): Generator<SimulationProgress, ScenarioSimulation> {
  const from = addDays(addMonths(today, -12), 1);
  const start = addMonths(from, -runUpMonths);
  const then = ledgerWithScenario(ledger, scenario);
  const follows = (past: ClientPast): boolean =>
    [undefined, ...past.invoices].some(
      (invoice) => scenarioOf(then, past.client, invoice).id === scenario.id,
    );
  const pasts = clientPasts(then, start, today)
    .map((past) =>
      of === 'followers'
        ? past
        : {
            ...past,
            client: { ...past.client, scenarioId: scenario.id },
            invoices: past.invoices.map((invoice) => ({ ...invoice, scenarioId: undefined })),
          },
    )
    .filter(follows);
  const tally: Tally = {
    counts: new Map(),
    clients: new Set(),
    invoices: new Set(),
    messages: 0,
    linesAlreadyPaid: 0,
  };
  for (const [index, past] of pasts.entries()) {
    replay(then, scenario, past, { start, from, until: today }, tally);
    yield { done: index + 1, total: pasts.length };
  }
  return {
    from,
    until: today,
    months: monthsBetween(from, today),
    counts: [...tally.counts.values()].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    messages: tally.messages,
    clients: tally.clients.size,
    invoices: tally.invoices.size,
    linesAlreadyPaid: tally.linesAlreadyPaid,
  };
}
