import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { OpenInvoice } from '../ledger/open-by-client.ts';
import type { Block } from './block.ts';
import { type BlockingContext, blockIn } from './blocking.ts';
import type { Claim, Claims } from './claim.ts';
import { decisionAtEnd, escalatedDecision } from './decision-block.ts';
import { type Escalated, escalationFor } from './escalation.ts';
import {
  type DueStep,
  dueStepOf,
  type Ladder,
  type LadderPosition,
  notStarted,
  positionOn,
} from './ladder.ts';
import type { Ladders } from './ladders.ts';
import { lenientBlock, lenientRank } from './lenient.ts';
import type { DoneLine, ReminderHistory } from './reminder-history.ts';
import { freeFrom, grantedUntil, type Restraint, restraintBlock, restraintOn } from './restraint.ts';
import type { DunningStep, ReminderChannel, Scenario } from './scenario.ts';
import { undeliveredBlock } from './undelivered-block.ts';

/** What the plan of every client needs, gathered once. */
export interface PlanContext extends BlockingContext {
  readonly history: ReminderHistory;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly ladders: Ladders;
  readonly claims: Claims;
}

/** An invoice whose step is due and that nothing holds back. */
export interface DueInvoice {
  readonly invoice: Invoice;
  readonly dueOn: Day;
  readonly ladder: Ladder;
  readonly step: DunningStep;
  /** That of the step, or what takes its place after enough automatic e-mails. */
  readonly channel: ReminderChannel;
  readonly escalated: Escalated | undefined;
  readonly due: DueStep;
  /** Day of every step of the ladder. */
  readonly planned: readonly Day[];
  /** That of `step`. */
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

/** An invoice for which nothing more is due today. */
export interface RestingInvoice {
  readonly invoice: Invoice;
  readonly dueOn: Day;
  readonly ladder: Ladder;
  readonly claim: Claim;
  readonly done: readonly DoneLine[];
  readonly position: LadderPosition;
}

export interface ClientPlan {
  readonly due: readonly DueInvoice[];
  readonly waiting: readonly WaitingInvoice[];
  readonly coming: readonly ComingInvoice[];
  /** Those whose last step goes with a call or a text message, which may still be to do. */
  readonly accompanied: readonly RestingInvoice[];
}

const none: readonly DoneLine[] = [];

/** When the next step of an invoice will come, once its day is there and nothing granted or sent holds it. */
const comingOn = (
  { steps, opening }: Ladder,
  { index: doneIndex }: LadderPosition,
  planned: readonly Day[],
  restraint: Restraint,
  until: Day | undefined,
  today: Day,
): Day | undefined => {
  for (let index = doneIndex + 1; index < planned.length; index += 1) {
    const next = planned[index];
    if (next === undefined || next <= today) continue;
    const on = freeFrom(restraint, steps[index]?.channel ?? 'email', until, next);
    return on === next ? on : opening.next(on);
  }
  return undefined;
};

/** Sorts the open invoices of one client into due today, held back, and coming. */
export const planClient = (
  context: PlanContext,
  client: Client,
  invoices: readonly OpenInvoice[],
): ClientPlan => {
  const { today, settings, history, scenarios, claims, ladders, agreements } = context;
  const clientLadder = ladders.ofClient(client);
  const restraint = restraintOn(history, client, settings, clientLadder.opening);
  const highestRank = lenientRank(client, today);
  const due: DueInvoice[] = [];
  const waiting: WaitingInvoice[] = [];
  const coming: ComingInvoice[] = [];
  const accompanied: RestingInvoice[] = [];
  const wait = ({ opening }: Ladder, invoice: Invoice, claim: Claim, block: Block): void => {
    if (block.kind === 'settled') return;
    waiting.push({ invoice, claim, block });
    if (block.resumesOn !== undefined) coming.push({ on: opening.next(block.resumesOn), claim });
  };
  for (const { invoice, openCents } of invoices) {
    const { dueOn } = invoice;
    if (dueOn === undefined) continue;
    const claim = claims(invoice.id, openCents);
    const ladder = invoice.scenarioId === undefined ? clientLadder : ladders.ofInvoice(client, invoice);
    const done = history.doneByInvoice.get(invoice.id) ?? none;
    const position = done.length === 0 ? notStarted : positionOn(ladder, done, scenarios);
    const planned = ladder.plannedDays(dueOn, position);
    const dueStep = dueStepOf(ladder, planned, position, dueOn, today, highestRank);
    const until = done.length === 0 ? undefined : grantedUntil(done, scenarios, client, settings.calendar);
    const undelivered = undeliveredBlock(done);
    if (dueStep === undefined) {
      const isHeld =
        highestRank !== undefined && dueStepOf(ladder, planned, position, dueOn, today) !== undefined;
      const on = comingOn(ladder, position, planned, restraint, until, today);
      const asks = isHeld
        ? lenientBlock(client, ladder.opening)
        : decisionAtEnd(ladder, position, invoice, agreements, today);
      const isAccompanied = position.index >= 0 && ladder.steps[position.index]?.alsoBy !== undefined;
      if (on === undefined && asks === undefined && !isAccompanied) continue;
      const block = blockIn(context, client, invoice, claim) ?? undelivered;
      if (asks !== undefined) wait(ladder, invoice, claim, block ?? asks);
      else if (on !== undefined && block === undefined) coming.push({ on, claim });
      if (isAccompanied && block === undefined)
        accompanied.push({ invoice, dueOn, ladder, claim, done, position });
      continue;
    }
    const step = ladder.steps[dueStep.index];
    const plannedOn = planned[dueStep.index];
    if (step === undefined || plannedOn === undefined) continue;
    const escalated =
      done.length === 0
        ? undefined
        : escalationFor(ladder.scenario, step, done, invoice.id, client.id, agreements);
    const channel = escalated === undefined || escalated.to === 'decision' ? step.channel : escalated.to;
    const block =
      blockIn(context, client, invoice, claim) ??
      undelivered ??
      restraintBlock(restraint, channel, until, today) ??
      (escalated?.to === 'decision' ? escalatedDecision(escalated) : undefined);
    if (block !== undefined) {
      wait(ladder, invoice, claim, block);
      continue;
    }
    const possibleSince = freeFrom(restraint, channel, until, dueStep.firstPlannedOn);
    due.push({
      invoice,
      dueOn,
      ladder,
      step,
      channel,
      escalated,
      due: dueStep,
      planned,
      plannedOn,
      claim,
      done,
      position,
      possibleSince,
    });
  }
  return { due, waiting, coming, accompanied };
};
