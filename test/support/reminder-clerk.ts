import { addDays, type Day, daysBetween, isoWeekday } from '../../shared/dates/day.ts';
import { addWorkingDays, isWorkingDay } from '../../shared/dates/working-days.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import type { Reminder } from '../../shared/reminders/reminder.ts';

/** A rung as a person would write it on paper, repetitions written out. */
export interface PaperRung {
  readonly stepId: string;
  readonly rank: number;
  readonly days: number;
  readonly after: 'due' | 'step';
  readonly grantedDays: number;
}
export type PaperScenario = readonly PaperRung[];

export const gapDays = 7;
export const monthlyCap = 2;
export const toleranceCents = 100;
const friendlyRank = 1;

interface DoneStep {
  readonly reminderId: string;
  readonly family: string;
  readonly invoiceId: string;
  readonly scenarioId: string;
  readonly stepId: string;
  readonly rank: number;
  readonly on: Day;
}

interface Letter {
  readonly id: string;
  readonly clientId: string;
  readonly family: string;
  readonly on: Day;
  readonly isCompanion: boolean;
}

/** What a letter grants counts from the day the post probably brings it, and ends on a working day. */
const grantEnds = ({ state }: Reminder, on: Day, days: number): Day => {
  if (state.kind !== 'posted') return addDays(on, days);
  let end = addDays(addWorkingDays(on, 2, 'metropole'), days);
  while (!isWorkingDay(end, 'metropole')) end = addDays(end, 1);
  return end;
};

/**
 * A patient clerk: what he would remember and allow, worked out the slow way from the rows and from what he
 * saw leave. He knows nothing of the planner.
 */
export class Clerk {
  readonly scenarios: ReadonlyMap<string, PaperScenario>;
  readonly rhythms: ReadonlyMap<string, readonly number[]>;
  /** What the application believes to be done. */
  readonly done: DoneStep[] = [];
  /** What the application believes to have left in writing. */
  readonly known: Letter[] = [];
  /** What the clients have really got. */
  readonly delivered: Letter[] = [];
  readonly deliveredSteps = new Set<string>();
  readonly granted: { readonly reminderId: string; readonly invoiceId: string; readonly until: Day }[] = [];
  readonly automatic = new Map<string, number>();

  constructor(
    scenarios: ReadonlyMap<string, PaperScenario>,
    rhythms: ReadonlyMap<string, readonly number[]>,
  ) {
    this.scenarios = scenarios;
    this.rhythms = rhythms;
  }

  /** Balance the slow way: total less every allocation of a payment that still counts. */
  balance(ledger: Ledger, invoiceId: string): number {
    let left: number = ledger.invoices.get(invoiceId)?.totalCents ?? 0;
    for (const { invoiceId: settled, source, cents } of ledger.allocations.values())
      if (settled === invoiceId && source.kind === 'payment')
        if (ledger.payments.get(source.paymentId)?.reversedAt === undefined) left -= cents;
    return left;
  }

  /** All that a client has been invoiced, less all that he has paid. */
  net(ledger: Ledger, clientId: string): number {
    let net = 0;
    for (const invoice of ledger.invoices.values())
      if (invoice.clientId === clientId) net += invoice.totalCents;
    for (const payment of ledger.payments.values())
      if (payment.clientId === clientId && payment.reversedAt === undefined) net -= payment.cents;
    return net;
  }

  contested(ledger: Ledger, invoiceId: string): number {
    let contested = 0;
    for (const { invoiceId: about, resolvedOn, disputedCents } of ledger.disputes.values())
      if (about === invoiceId && resolvedOn === undefined)
        contested += disputedCents ?? Number.POSITIVE_INFINITY;
    return contested;
  }

  /** Why nothing may leave for an invoice, whatever its scenario says. */
  stops(ledger: Ledger, invoiceId: string, today: Day): string | undefined {
    const invoice = ledger.invoices.get(invoiceId);
    const client = ledger.clients.get(invoice?.clientId ?? '');
    if (invoice === undefined || client === undefined) return 'unknown';
    if (this.balance(ledger, invoiceId) <= toleranceCents) return 'paid';
    if (invoice.factor !== undefined) return 'factored';
    if (this.balance(ledger, invoiceId) - this.contested(ledger, invoiceId) <= toleranceCents)
      return 'contested';
    if (client.excludedReason !== undefined) return 'excluded';
    if (client.directDebit && invoice.debitRejectedOn === undefined) return 'debited';
    if (invoice.paymentOrderedOn !== undefined) return 'ordered';
    for (const promise of ledger.promises.values())
      if (promise.invoiceIds.includes(invoiceId))
        if (today < addWorkingDays(promise.promisedOn, 2, 'metropole')) return 'promised';
    for (const plan of ledger.plans.values())
      if (plan.invoiceIds.includes(invoiceId) && plan.endedOn === undefined)
        for (const { dueOn } of plan.instalments)
          if (today <= addWorkingDays(dueOn, 3, 'metropole')) return 'planned';
    for (const pause of ledger.pauses.values())
      if (pause.invoiceId === invoiceId || (pause.invoiceId === undefined && pause.clientId === client.id))
        if (today < pause.until) return 'paused';
    return undefined;
  }

  /** True for a client written to on certain weekdays alone. */
  hasRhythm(clientId: string): boolean {
    return this.rhythms.has(clientId);
  }

  allowed(clientId: string, on: Day): Day {
    const weekdays = this.rhythms.get(clientId);
    let day = on;
    while (!isWorkingDay(day, 'metropole') || weekdays?.includes(isoWeekday(day)) === false)
      day = addDays(day, 1);
    return day;
  }

  /** The first day on which nothing sent or granted before holds the next message to a client back. */
  freeOn(clientId: string, invoiceId: string): Day {
    const days: Day[] = [];
    const sent = this.known.filter((letter) => letter.clientId === clientId);
    for (const { on } of sent) days.push(addDays(on, gapDays));
    const first = sent
      .filter(({ isCompanion }) => !isCompanion)
      .map(({ on }) => on)
      .sort();
    const counted = first.at(-monthlyCap);
    if (first.length >= monthlyCap && counted !== undefined) days.push(addDays(counted, 30));
    for (const grant of this.granted) if (grant.invoiceId === invoiceId) days.push(addDays(grant.until, 1));
    const latest = days.sort().at(-1);
    if (latest === undefined) return '1970-01-01' as Day;
    return this.hasRhythm(clientId) ? this.allowed(clientId, latest) : latest;
  }

  /** The highest rung done for an invoice on a scenario, and when; a foreign step counts for its level. */
  position(invoiceId: string, scenarioId: string): { readonly index: number; readonly on: Day | undefined } {
    const rungs = this.scenarios.get(scenarioId) ?? [];
    let best: { index: number; on: Day | undefined } = { index: -1, on: undefined };
    for (const step of this.done) {
      if (step.invoiceId !== invoiceId) continue;
      // What went along counts only where the message it went with came to nothing.
      if (step.family !== step.reminderId && this.done.some((other) => other.reminderId === step.family))
        continue;
      const own = rungs.findIndex(({ stepId }) => stepId === step.stepId);
      const index = own >= 0 ? own : rungs.findLastIndex(({ rank }) => rank <= step.rank);
      if (index > best.index || (index === best.index && index >= 0 && step.on > (best.on ?? '')))
        best = { index, on: step.on };
    }
    return best;
  }

  /** True when the ladder of an invoice has a rung whose day has come and that nothing higher has replaced. */
  isDue(
    clientId: string,
    invoiceId: string,
    scenarioId: string,
    dueOn: Day,
    today: Day,
    isLenient: boolean,
  ): boolean {
    const rungs = this.scenarios.get(scenarioId) ?? [];
    const position = this.position(invoiceId, scenarioId);
    let before: Day | undefined;
    return rungs.some((rung, index) => {
      const last = index - 1 === position.index ? (position.on ?? before) : before;
      const from = rung.after === 'step' && index > 0 && last !== undefined ? last : dueOn;
      const planned = this.allowed(clientId, addDays(from, rung.days));
      before = planned;
      return index > position.index && planned <= today && (!isLenient || rung.rank <= friendlyRank);
    });
  }

  /** The application learned that a message is done. */
  noteDone(reminder: Reminder, on: Day): void {
    const isWritten = reminder.channel !== 'call' && reminder.state.kind !== 'skipped';
    const family = reminder.companionOf ?? reminder.id;
    if (isWritten)
      this.known.push({
        id: reminder.id,
        clientId: reminder.clientId,
        family,
        on,
        isCompanion: reminder.companionOf !== undefined,
      });
    for (const { invoiceId, stepId, scenarioId = reminder.scenarioId } of reminder.lines) {
      const rung = this.scenarios.get(scenarioId)?.find((candidate) => candidate.stepId === stepId);
      if (reminder.companionOf === undefined || isWritten)
        this.done.push({
          reminderId: reminder.id,
          family,
          invoiceId,
          scenarioId,
          stepId,
          rank: rung?.rank ?? 0,
          on,
        });
      if (!isWritten) continue;
      if (reminder.isAutomatic === true)
        this.automatic.set(invoiceId, (this.automatic.get(invoiceId) ?? 0) + 1);
      const ownGrant =
        this.scenarios.get(reminder.scenarioId)?.find((candidate) => candidate.stepId === reminder.stepId)
          ?.grantedDays ?? 0;
      for (const until of [ownGrant > 0 ? grantEnds(reminder, on, ownGrant) : undefined, reminder.deadlineOn])
        if (until !== undefined) this.granted.push({ reminderId: reminder.id, invoiceId, until });
    }
  }

  /** The user found out that a message « peut-être parti » never left. */
  noteNotLeft(reminder: Reminder): void {
    const remaining = this.done.filter(({ reminderId }) => reminderId !== reminder.id);
    this.done.splice(0, this.done.length, ...remaining);
    const grants = this.granted.filter(({ reminderId }) => reminderId !== reminder.id);
    this.granted.splice(0, this.granted.length, ...grants);
    const letters = this.known.filter(({ id }) => id !== reminder.id);
    this.known.splice(0, this.known.length, ...letters);
  }

  /** A message reaches the client. Answers what is wrong with that; empty = nothing. */
  deliver(ledger: Ledger, reminder: Reminder, today: Day): readonly string[] {
    const faults: string[] = [];
    const family = reminder.companionOf ?? reminder.id;
    if (reminder.totalCents > this.net(ledger, reminder.clientId)) faults.push('asks for more than the net');
    for (const { invoiceId, stepId, remainingCents } of reminder.lines) {
      const stop = this.stops(ledger, invoiceId, today);
      if (stop !== undefined) faults.push(`${invoiceId} ${stop}`);
      if (remainingCents > this.balance(ledger, invoiceId) - this.contested(ledger, invoiceId))
        faults.push(`${invoiceId} asks for too much`);
      const key = `${invoiceId} ${stepId} ${reminder.channel}`;
      if (this.deliveredSteps.has(key)) faults.push(`${key} twice`);
      this.deliveredSteps.add(key);
    }
    if (reminder.channel === 'call') return faults;
    for (const other of this.delivered)
      if (other.clientId === reminder.clientId && other.family !== family)
        if (daysBetween(other.on, today) < gapDays) faults.push(`too soon after ${other.on}`);
    this.delivered.push({
      id: reminder.id,
      clientId: reminder.clientId,
      family,
      on: today,
      isCompanion: reminder.companionOf !== undefined,
    });
    return faults;
  }
}
