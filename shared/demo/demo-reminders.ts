import { addDays, type Day, laterDay } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import type { Allocation } from '../ledger/payment.ts';
import { cents } from '../money/cents.ts';
import { defaultScenario } from '../reminders/default-scenario.ts';
import type { Reminder, ReminderState } from '../reminders/reminder.ts';
import { reminderId } from '../reminders/reminder-id.ts';
import type { DunningStep } from '../reminders/scenario.ts';
import type { DemoInvoice } from './demo-invoices.ts';
import { demoMessage } from './demo-messages.ts';
import { momentOf } from './demo-rows.ts';
import { inventedTrackingNumber } from './invented-identifiers.ts';
import { type Random, wholeBetween } from './seeded-random.ts';

interface PlannedStep {
  readonly invoice: DemoInvoice;
  readonly step: DunningStep;
  readonly plannedOn: Day;
  /** The last one that was done for an invoice of demo-cases.ts. */
  readonly isLast: boolean;
}

/** Ordinary invoices were last reminded before this, so that no message of theirs holds today's back. */
const quietDays = 24;

const stepsOf = (invoice: DemoInvoice, today: Day): readonly PlannedStep[] => {
  const { dueOn } = invoice.row;
  if (dueOn === undefined || invoice.client.key === 'groupe-arvelis') return [];
  const done = invoice.case?.stepsDone ?? defaultScenario.steps.length;
  const before = invoice.case === undefined ? addDays(today, -quietDays) : today;
  return defaultScenario.steps
    .slice(0, done)
    .map((step, index) => ({
      invoice,
      step,
      plannedOn: nextWorkingDay(addDays(dueOn, step.delayDays), 'metropole'),
      isLast: index === done - 1,
    }))
    .filter(({ plannedOn }) => plannedOn < before && plannedOn < (invoice.settledOn ?? before));
};

const stateOf = (leading: PlannedStep, on: Day, random: Random): ReminderState => {
  const at = momentOf(on, `08:${String(wholeBetween(random, 4, 38)).padStart(2, '0')}`);
  const outcome = leading.isLast ? leading.invoice.case?.lastStep : undefined;
  if (outcome === 'printed') return { kind: 'printed', printedAt: at };
  if (outcome === 'rejected')
    return {
      kind: 'rejected',
      rejectedAt: at,
      explanation: 'Le serveur du destinataire ne connaît pas cette adresse (550 5.1.1).',
      permanent: true,
    };
  if (outcome === 'unknown')
    return {
      kind: 'unknown',
      since: at,
      explanation: 'La connexion a été coupée avant la réponse du serveur.',
    };
  if (leading.step.channel === 'registered-letter')
    return {
      kind: 'posted',
      depositedOn: on,
      trackingNumber: inventedTrackingNumber(random),
      recordedAt: at,
    };
  const queue = wholeBetween(random, 0x100000, 0xffffff).toString(16).toUpperCase();
  return { kind: 'accepted', acceptedAt: at, serverReply: `250 2.0.0 Ok: queued as 4X${queue}` };
};

/** What was still owed on an invoice when a message left. */
const owedOn = (invoice: DemoInvoice, allocations: readonly Allocation[], on: Day): number =>
  allocations
    .filter((allocation) => allocation.invoiceId === invoice.row.id && allocation.effectiveOn <= on)
    .reduce((left, allocation) => left - allocation.cents, invoice.row.totalCents as number);

const reminderOf = (
  client: Client,
  batch: readonly PlannedStep[],
  on: Day,
  allocations: readonly Allocation[],
  random: Random,
): Reminder | undefined => {
  const lines = batch
    .map((planned) => ({ planned, owed: owedOn(planned.invoice, allocations, on) }))
    .filter(({ owed }) => owed > 0);
  const leading = lines.reduce<PlannedStep | undefined>(
    (top, { planned }) => (top === undefined || planned.step.delayDays > top.step.delayDays ? planned : top),
    undefined,
  );
  if (!leading) return undefined;
  const { step } = leading;
  const totalCents = cents(lines.reduce((sum, { owed }) => sum + owed, 0));
  const deadlineOn =
    step.grantedDays > 0 ? nextWorkingDay(addDays(on, step.grantedDays), 'metropole') : undefined;
  const recipient =
    client.contacts.find((contact) => contact.role === step.recipientRole) ?? client.contacts[0];
  const rows = lines.map(({ planned, owed }) => ({
    invoiceId: planned.invoice.row.id,
    stepId: planned.step.id,
    remainingCents: cents(owed),
  }));
  const content = lines.map(({ planned, owed }) => ({ invoice: planned.invoice.row, remainingCents: owed }));
  return {
    id: reminderId(client.id, rows),
    clientId: client.id,
    scenarioId: defaultScenario.id,
    stepId: step.id,
    level: step.level,
    channel: step.channel,
    lines: rows,
    plannedOn: leading.plannedOn,
    attempt: 1,
    ...demoMessage({ level: step.level, invoices: content, totalCents, deadlineOn }),
    recipientEmail: step.channel === 'email' ? recipient?.email : undefined,
    recipientName: recipient?.name,
    deadlineOn,
    totalCents,
    state: stateOf(leading, on, random),
    documents: [],
  };
};

/** Highest step of each invoice. */
const highest = (batch: readonly PlannedStep[]): readonly PlannedStep[] => {
  const byInvoice = new Map<string, PlannedStep>();
  for (const planned of batch) {
    const known = byInvoice.get(planned.invoice.row.id);
    if (!known || planned.step.delayDays > known.step.delayDays)
      byInvoice.set(planned.invoice.row.id, planned);
  }
  return [...byInvoice.values()];
};

/**
 * The messages that the invented company has sent: on the planned days, one per client for all its due
 * invoices, seven days apart, as the planner would have proposed them.
 */
export const demoReminders = (
  clients: readonly Client[],
  invoices: readonly DemoInvoice[],
  allocations: readonly Allocation[],
  today: Day,
  random: Random,
): readonly Reminder[] => {
  const reminders: Reminder[] = [];
  for (const client of clients) {
    if (client.excludedReason !== undefined) continue;
    const own = invoices.filter((invoice) => invoice.row.clientId === client.id);
    let waiting = own
      .flatMap((invoice) => stepsOf(invoice, today))
      .sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : a.plannedOn > b.plannedOn ? 1 : 0));
    let earliest: Day | undefined;
    for (let next = waiting[0]; next; next = waiting[0]) {
      const on = earliest === undefined ? next.plannedOn : laterDay(next.plannedOn, earliest);
      const batch = waiting.filter((planned) => planned.plannedOn <= on);
      waiting = waiting.filter((planned) => planned.plannedOn > on);
      const reminder = on < today ? reminderOf(client, highest(batch), on, allocations, random) : undefined;
      if (!reminder) continue;
      reminders.push(reminder);
      earliest = nextWorkingDay(addDays(on, 7), 'metropole');
    }
  }
  return reminders;
};
