import { addDays, type Day, laterDay } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Cents } from '../money/cents.ts';
import type { Block } from './block.ts';
import { type BlockingContext, blockIn } from './blocking.ts';
import type { Claim, Claims } from './claim.ts';
import {
  type DueStep,
  dueStepOf,
  type Ladder,
  type LadderPosition,
  notStarted,
  positionOn,
} from './ladder.ts';
import type { DoneLine, ReminderHistory } from './reminder-history.ts';
import type { DunningStep, Scenario } from './scenario.ts';

/** What the plan of every client needs, gathered once. */
export interface PlanContext extends BlockingContext {
  readonly history: ReminderHistory;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly claims: Claims;
  /** Calendar days from a due date to today; negative before it. */
  readonly daysLate: (dueOn: Day) => number;
}

/** An invoice with what is open on it, more than 0. */
export interface OpenInvoice {
  readonly invoice: Invoice;
  readonly openCents: Cents;
}

/** An invoice whose step is due and that nothing holds back. */
export interface DueInvoice {
  readonly invoice: Invoice;
  readonly dueOn: Day;
  readonly step: DunningStep;
  readonly due: DueStep;
  readonly plannedOn: Day;
  readonly claim: Claim;
  readonly done: readonly DoneLine[];
  readonly position: LadderPosition;
  /** First day on which a step that is due could have left: neither before its day nor within a gap. */
  readonly possibleSince: Day;
}

export interface WaitingInvoice {
  readonly invoice: Invoice;
  readonly claim: Claim;
  readonly block: Block;
}

/** A reminder that will be due later. */
export interface ComingInvoice {
  readonly on: Day;
  readonly claim: Claim;
}

export interface ClientPlan {
  readonly due: readonly DueInvoice[];
  readonly waiting: readonly WaitingInvoice[];
  readonly coming: readonly ComingInvoice[];
}

const none: readonly DoneLine[] = [];

/**
 * Last day granted by what the client got for this invoice: as printed, or counted from the day it really
 * left where that is later. Undefined where no time was granted.
 */
const grantedUntil = (
  done: readonly DoneLine[],
  scenarios: ReadonlyMap<string, Scenario>,
): Day | undefined => {
  let until: Day | undefined;
  for (const line of done) {
    if (!line.inWriting) continue;
    const { reminder } = line;
    const granted =
      scenarios.get(reminder.scenarioId)?.steps.find((step) => step.id === reminder.stepId)?.grantedDays ?? 0;
    if (granted > 0) {
      const counted = addDays(line.doneOn, granted);
      until = until === undefined ? counted : laterDay(until, counted);
    }
    if (reminder.deadlineOn !== undefined)
      until = until === undefined ? reminder.deadlineOn : laterDay(until, reminder.deadlineOn);
  }
  return until;
};

/** First day on which the client may be written to again; undefined where no message stands in the way. */
export const gapEndsOn = (
  history: ReminderHistory,
  clientId: string,
  minimumGapDays: number,
): Day | undefined => {
  const last = history.lastMessageByClient.get(clientId);
  return last === undefined ? undefined : addDays(last.on, minimumGapDays);
};

interface Restraint {
  readonly inProgress: boolean;
  readonly gapEnd: Day | undefined;
  readonly calendar: HolidayCalendar;
}

/** What holds a due step back although the invoice itself is free: something on its way, the gap, the time granted. */
const restraintBlock = (
  step: DunningStep,
  restraint: Restraint,
  until: Day | undefined,
  today: Day,
): Block | undefined => {
  if (restraint.inProgress)
    return { kind: 'in-progress', reason: 'Un message à ce client est déjà en route.' };
  if (until !== undefined && today <= until)
    return {
      kind: 'granted-days',
      reason: `Délai accordé au client jusqu’au ${formatLongDay(until)}.`,
      resumesOn: nextWorkingDay(addDays(until, 1), restraint.calendar),
    };
  // A call disturbs less than a second letter, and the user decides when to pick up the phone.
  if (step.channel !== 'call' && restraint.gapEnd !== undefined && today < restraint.gapEnd)
    return {
      kind: 'minimum-gap',
      reason: 'Un message est parti à ce client il y a trop peu de jours.',
      resumesOn: nextWorkingDay(restraint.gapEnd, restraint.calendar),
    };
  return undefined;
};

/** Sorts the open invoices of one client into due today, held back, and coming. */
export const planClient = (
  context: PlanContext,
  client: Client,
  ladder: Ladder,
  invoices: readonly OpenInvoice[],
): ClientPlan => {
  const { today, settings, history, scenarios, claims } = context;
  const restraint: Restraint = {
    inProgress: history.inProgressByClient.has(client.id),
    gapEnd: gapEndsOn(history, client.id, settings.minimumGapDays),
    calendar: settings.calendar,
  };
  const due: DueInvoice[] = [];
  const waiting: WaitingInvoice[] = [];
  const coming: ComingInvoice[] = [];
  for (const { invoice, openCents } of invoices) {
    const { dueOn } = invoice;
    if (dueOn === undefined) continue;
    const claim = claims(invoice.id, openCents);
    const planned = ladder.plannedDays(dueOn);
    const done = history.doneByInvoice.get(invoice.id) ?? none;
    const position = done.length === 0 ? notStarted : positionOn(ladder, done, scenarios);
    const dueStep = dueStepOf(ladder, planned, position, dueOn, today);
    const until = done.length === 0 ? undefined : grantedUntil(done, scenarios);
    if (dueStep === undefined) {
      const next = planned.find((on, index) => index > position.index && on > today);
      if (next === undefined || blockIn(context, client, invoice, claim) !== undefined) continue;
      let on = next;
      if (restraint.gapEnd !== undefined) on = laterDay(on, restraint.gapEnd);
      if (until !== undefined) on = laterDay(on, addDays(until, 1));
      coming.push({
        on: on === next ? on : nextWorkingDay(on, settings.calendar),
        claim,
      });
      continue;
    }
    const step = ladder.steps[dueStep.index];
    const plannedOn = planned[dueStep.index];
    if (step === undefined || plannedOn === undefined) continue;
    const block = blockIn(context, client, invoice, claim) ?? restraintBlock(step, restraint, until, today);
    if (block === undefined) {
      let possibleSince = dueStep.firstPlannedOn;
      if (restraint.gapEnd !== undefined) possibleSince = laterDay(possibleSince, restraint.gapEnd);
      if (until !== undefined) possibleSince = laterDay(possibleSince, addDays(until, 1));
      due.push({ invoice, dueOn, step, due: dueStep, plannedOn, claim, done, position, possibleSince });
    } else if (block.kind !== 'settled') {
      waiting.push({ invoice, claim, block });
      if (block.resumesOn !== undefined)
        coming.push({ on: nextWorkingDay(block.resumesOn, settings.calendar), claim });
    }
  }
  return { due, waiting, coming };
};
