import { businessDay } from '../dates/clock.ts';
import { type Day, daysBetween } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { isWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import { insolvencyName } from '../ledger/client-flag.ts';
import type { Cents } from '../money/cents.ts';
import { sumCents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';
import { channelChoice, companionChannels, companionSentence, isByHand } from './channel-choice.ts';
import type { DueInvoice, PlanContext } from './client-plan.ts';
import { automaticCount } from './escalation.ts';
import { isFormal, levelRank } from './level.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { type LastStep, proposalReason } from './reason.ts';
import { emailRecipient } from './recipient.ts';
import { lineKey } from './reminder-history.ts';
import { reminderId } from './reminder-id.ts';
import { stepWithId } from './rungs.ts';

/** Automatic e-mails about one invoice before a person has to look. */
export const defaultAutomaticPerInvoice = 2;

const offsetOf = ({ ladder, due }: DueInvoice): number => ladder.offsets[due.index] ?? 0;

const isHigher = (a: DueInvoice, b: DueInvoice): boolean =>
  levelRank(a.step.level) > levelRank(b.step.level) ||
  (a.step.level === b.step.level && offsetOf(a) > offsetOf(b));

/** Nobody is put in default of what is not yet due: a formal notice leaves such invoices to a later message. */
const inDefault = (written: readonly DueInvoice[], today: Day): readonly DueInvoice[] =>
  written.some(({ step }) => isFormal(step.level)) ? written.filter(({ dueOn }) => dueOn < today) : written;

/**
 * The invoices that one message is for: those in writing before those to call about (the call is proposed
 * once the message has left), and one currency, because amounts of two are never added: the one that has
 * waited longest.
 */
const oneMessage = (due: readonly DueInvoice[], today: Day): readonly DueInvoice[] => {
  const written = inDefault(
    due.filter((line) => line.channel !== 'call'),
    today,
  );
  const candidates = written.length > 0 ? written : due;
  let first = candidates[0];
  for (const line of candidates)
    if (first !== undefined && line.due.firstPlannedOn < first.due.firstPlannedOn) first = line;
  return candidates
    .filter((line) => line.invoice.currency === first?.invoice.currency)
    .sort(
      (a, b) =>
        (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) || (a.invoice.id < b.invoice.id ? -1 : 1),
    );
};

/** True when the invoice entered the ledger after its first step was planned and nothing was done for it yet. */
const arrivedLate = ({ done, planned, invoice }: DueInvoice): boolean => {
  const firstPlannedOn = planned[0];
  const enteredAt: string = invoice.createdAt;
  if (done.length > 0 || firstPlannedOn === undefined || enteredAt < firstPlannedOn) return false;
  // The day in Paris is the day in UTC or the one after it: only a tie needs the zone.
  return !enteredAt.startsWith(firstPlannedOn) || businessDay(Date.parse(enteredAt)) > firstPlannedOn;
};

const lastStepOf = (line: DueInvoice): LastStep | undefined => {
  let last = line.done[0];
  for (const candidate of line.done)
    if (last !== undefined && candidate.doneOn > last.doneOn) last = candidate;
  if (last === undefined) return undefined;
  const stepId = last.stepId;
  const level = stepWithId(line.ladder.scenario, stepId)?.level ?? last.reminder.level;
  return { line: last, level };
};

const warningsOf = (lines: readonly ProposalLine[]): readonly string[] => {
  const sum = (amount: (line: ProposalLine) => Cents): Cents => sumCents(lines.map(amount));
  const credited = sum((line) => line.creditedCents);
  const disputed = sum((line) => line.disputedCents);
  const warnings: string[] = [];
  if (credited > 0)
    warnings.push(
      `${formatAmount(credited)} d’avoirs ou de règlements restent à affecter\u00A0: ils sont déduits de ce qui est demandé.`,
    );
  if (disputed > 0) warnings.push(`${formatAmount(disputed)} contestés ne sont pas demandés.`);
  return warnings;
};

/** Earlier claims are stopped (blocking.ts), so that what is proposed was born after the judgment (L622-17). */
const insolvencyAdvice = ({ insolvency }: Client): readonly string[] =>
  insolvency === undefined
    ? []
    : [
        `${insolvencyName(insolvency.kind)} le ${formatDay(insolvency.judgmentOn)}\u00A0: ces factures sont postérieures et payables à l’échéance (C.\u00A0com. L622-17). Adressez copie à ${insolvency.kind === 'liquidation' ? 'son liquidateur' : 'l’administrateur judiciaire s’il en est nommé un'}.`,
      ];

/** The message to propose to a client for its due invoices; undefined when there are none. */
export const buildProposal = (
  context: PlanContext,
  client: Client,
  due: readonly DueInvoice[],
): Proposal | undefined => {
  const { history, today, settings, ledger } = context;
  const chosen = oneMessage(due, today);
  let lead = chosen[0];
  if (lead === undefined) return undefined;
  for (const line of chosen) if (isHigher(line, lead)) lead = line;
  const { step, invoice: leadInvoice } = lead;
  const { scenario } = lead.ladder;

  const lines = chosen.map(
    ({ invoice, step: ownStep, claim, dueOn, ladder }): ProposalLine => ({
      invoice,
      step: ownStep,
      remainingCents: claim.claimedCents,
      disputedCents: claim.disputedCents,
      creditedCents: claim.creditedCents,
      daysLate: daysBetween(dueOn, today),
      scenarioId: ladder.scenario.id === scenario.id ? undefined : ladder.scenario.id,
    }),
  );
  const leadLine = lines.find((line) => line.invoice.id === leadInvoice.id);
  if (leadLine === undefined) return undefined;

  const id = reminderId(
    client.id,
    chosen.map((line) => ({ invoiceId: line.invoice.id, stepId: line.step.id })),
  );
  const { failedLines } = history;
  const failedBefore =
    failedLines.size > 0 && chosen.some((line) => failedLines.has(lineKey(line.invoice.id, line.step.id)));
  const firstTime = chosen.some(arrivedLate);
  const { channel, note } = channelChoice(lead, chosen, client);
  const companions = companionChannels(step, channel, client);
  const automatic =
    chosen.every((line) => line.ladder.scenario.mode === 'automatic') &&
    // Whether it is paid, and by whom, is now for the administrator or the court: a person decides to write.
    client.insolvency === undefined &&
    !firstTime &&
    !failedBefore &&
    channel === 'email' &&
    !isFormal(step.level) &&
    isWorkingDay(today, settings.calendar) &&
    lead.ladder.opening.isAllowed(today) &&
    emailRecipient(client, step.recipientRole) !== undefined &&
    chosen.every(
      (line) => automaticCount(line.done) < (settings.automaticPerInvoice ?? defaultAutomaticPerInvoice),
    );

  const alsoBy = companions.filter((other) => !isByHand(other));
  const along = companionSentence(companions);
  let plannedOn = lead.plannedOn;
  let missedSince: Day | undefined;
  for (const line of chosen) {
    if (line.plannedOn > plannedOn) plannedOn = line.plannedOn;
    const { possibleSince } = line;
    if (possibleSince < today && (missedSince === undefined || possibleSince < missedSince))
      missedSince = possibleSince;
  }
  return {
    id,
    clientId: client.id,
    scenario,
    step,
    channel,
    ...(alsoBy.length > 0 ? { alsoBy } : {}),
    level: step.level,
    lines,
    totalCents: sumCents(lines.map((line) => line.remainingCents)),
    currency: leadInvoice.currency,
    plannedOn,
    missedSince,
    stepCount: chosen.reduce((count, line) => count + line.due.stepCount, 0),
    automatic,
    firstTime,
    attempt: (ledger.reminders.get(id)?.attempt ?? 0) + 1,
    reason: proposalReason(lines, leadLine, lastStepOf(lead), note, today),
    warnings: [...insolvencyAdvice(client), ...(along === undefined ? [] : [along]), ...warningsOf(lines)],
  };
};
