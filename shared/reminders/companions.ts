import { daysBetween } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { sumCents } from '../money/cents.ts';
import { isByHand } from './channel-choice.ts';
import type { PlanContext, RestingInvoice } from './client-plan.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { levelNoun } from './reason.ts';
import type { Reminder } from './reminder.ts';
import { familyOf, reminderHistory } from './reminder-history.ts';
import { progressOf } from './reminder-progress.ts';
import type { ReminderChannel } from './scenario.ts';

/** Id of the message that does the step of another one by another channel. */
export const companionId = (reminderId: string, channel: ReminderChannel): string =>
  `${reminderId}/${channel}`;

/** The same message by another channel of its step, to be approved together with it. */
export const companionProposal = (ledger: Ledger, proposal: Proposal, channel: ReminderChannel): Proposal => {
  const id = companionId(proposal.id, channel);
  return {
    ...proposal,
    id,
    channel,
    alsoBy: undefined,
    companionOf: proposal.id,
    attempt: (ledger.reminders.get(id)?.attempt ?? 0) + 1,
  };
};

/** The message that did the present step of an invoice, unless the user skipped it. */
const firstMessage = ({ done, ladder, position }: RestingInvoice): Reminder | undefined => {
  const stepId = ladder.steps[position.index]?.id;
  const line = done.find(({ stepId: id, reminder }) => id === stepId && reminder.companionOf === undefined);
  return line === undefined || line.reminder.state.kind === 'skipped' ? undefined : line.reminder;
};

const isToDo = (ledger: Ledger, id: string): boolean => {
  const known = ledger.reminders.get(id);
  return known === undefined || progressOf(known.state).kind === 'undone';
};

const proposalFor = (
  context: PlanContext,
  client: Client,
  first: Reminder,
  channel: ReminderChannel,
  invoices: readonly RestingInvoice[],
): Proposal | undefined => {
  const lead = invoices.find(({ ladder, position }) => ladder.steps[position.index]?.id === first.stepId);
  const step = lead?.ladder.steps[lead.position.index];
  if (lead === undefined || step === undefined) return undefined;
  const lines = invoices.flatMap(({ invoice, ladder, position, claim, dueOn }): readonly ProposalLine[] => {
    const own = ladder.steps[position.index];
    if (own === undefined || invoice.currency !== lead.invoice.currency) return [];
    const isForeign = ladder.scenario.id !== lead.ladder.scenario.id;
    return [
      {
        invoice,
        step: own,
        remainingCents: claim.claimedCents,
        disputedCents: claim.disputedCents,
        creditedCents: claim.creditedCents,
        daysLate: daysBetween(dueOn, context.today),
        ...(isForeign ? { scenarioId: ladder.scenario.id } : {}),
      },
    ];
  });
  const id = companionId(first.id, channel);
  return {
    id,
    clientId: client.id,
    scenario: lead.ladder.scenario,
    step,
    channel,
    companionOf: first.id,
    level: step.level,
    lines: lines.sort((a, b) => b.daysLate - a.daysLate || (a.invoice.id < b.invoice.id ? -1 : 1)),
    totalCents: sumCents(lines.map(({ remainingCents }) => remainingCents)),
    currency: lead.invoice.currency,
    plannedOn: lead.position.doneOn ?? first.plannedOn,
    stepCount: lines.length,
    automatic: false,
    firstTime: false,
    attempt: (context.ledger.reminders.get(id)?.attempt ?? 0) + 1,
    reason: `Va avec ${levelNoun(step.level)} qui vient de partir.`,
    warnings: [],
  };
};

/**
 * The call or text message that goes with what was sent last, proposed from then on until it is made, skipped,
 * or the next step is due; undefined where there is none. One at a time, that of the oldest message first.
 */
export const companionToDo = (
  context: PlanContext,
  client: Client,
  resting: readonly RestingInvoice[],
): Proposal | undefined => {
  const { ledger } = context;
  const underWay = reminderHistory(ledger).inProgressByClient.get(client.id);
  const byMessage = new Map<Reminder, RestingInvoice[]>();
  for (const line of resting) {
    const first = firstMessage(line);
    if (first === undefined || (underWay !== undefined && familyOf(underWay) !== first.id)) continue;
    const group = byMessage.get(first);
    if (group) group.push(line);
    else byMessage.set(first, [line]);
  }
  const oldestFirst = [...byMessage].sort(([a], [b]) =>
    a.plannedOn < b.plannedOn ? -1 : a.plannedOn > b.plannedOn ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const [first, invoices] of oldestFirst) {
    const step = invoices
      .map(({ ladder, position }) => ladder.steps[position.index])
      .find((candidate) => candidate?.id === first.stepId);
    for (const channel of step?.alsoBy ?? [])
      if (isByHand(channel) && channel !== first.channel && isToDo(ledger, companionId(first.id, channel))) {
        const proposal = proposalFor(context, client, first, channel, invoices);
        if (proposal) return proposal;
      }
  }
  return undefined;
};
