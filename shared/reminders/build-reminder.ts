import type { ComposedMessage } from './compose-message.ts';
import type { Proposal } from './proposal.ts';
import type { Reminder, ReminderState } from './reminder.ts';

/** The row that approving (or skipping) a proposal writes: the proposal with its exact text, in a state. */
export const buildReminder = (
  proposal: Proposal,
  message: ComposedMessage,
  state: ReminderState,
): Reminder => ({
  id: proposal.id,
  clientId: proposal.clientId,
  scenarioId: proposal.scenario.id,
  stepId: proposal.step.id,
  level: proposal.level,
  channel: proposal.channel,
  lines: proposal.lines.map((line) => ({
    invoiceId: line.invoice.id,
    stepId: line.step.id,
    remainingCents: line.remainingCents,
    ...(line.scenarioId === undefined ? {} : { scenarioId: line.scenarioId }),
  })),
  plannedOn: proposal.plannedOn,
  attempt: proposal.attempt,
  subject: message.subject,
  body: message.body,
  recipientEmail: message.recipientEmail,
  recipientName: message.recipientName,
  deadlineOn: message.deadlineOn,
  ...(message.language === undefined ? {} : { language: message.language }),
  totalCents: proposal.totalCents,
  state,
  ...(proposal.companionOf === undefined ? {} : { companionOf: proposal.companionOf }),
  documents: [],
});
