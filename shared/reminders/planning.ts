import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type OpenInvoice, openByClient } from '../ledger/open-by-client.ts';
import { likelyReceipts } from '../matching/likely-receipts.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { agreementIndex } from './agreement-index.ts';
import type { Block } from './block.ts';
import { buildProposal } from './build-proposal.ts';
import { claimsOf } from './claim.ts';
import { type ComingInvoice, type PlanContext, planClient } from './client-plan.ts';
import { companionToDo } from './companions.ts';
import { type DataGap, dataGapsOf } from './data-quality.ts';
import { instalmentProposal } from './instalment-reminder.ts';
import { laddersOf } from './ladders.ts';
import { levelRank } from './level.ts';
import type { Proposal } from './proposal.ts';
import { reminderHistory } from './reminder-history.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf, scenariosOf } from './scenario-choice.ts';

export type { DataGap } from './data-quality.ts';

/** An invoice whose step is due but that something holds back. */
export interface WaitingLine {
  readonly clientId: string;
  readonly invoiceId: string;
  /** What a message would claim, or the whole balance where it may claim nothing. */
  readonly remainingCents: Cents;
  readonly block: Block;
}

/** The next reminder that will become due after today. */
export interface NextReminder {
  readonly on: Day;
  readonly clientId: string;
  readonly cents: Cents;
}

export interface Planning {
  /** At most one per client; the strongest level first, then the largest total. */
  readonly proposals: readonly Proposal[];
  readonly waiting: readonly WaitingLine[];
  readonly next?: NextReminder | undefined;
  /** The next reminder of every client that has one, `next` among them. */
  readonly coming: readonly NextReminder[];
  readonly dataQuality: readonly DataGap[];
}

/** Amounts within the tolerance are nothing to speak of. */
const worthAsking = (open: readonly OpenInvoice[], toleranceCents: number): readonly OpenInvoice[] =>
  open.every(({ openCents }) => openCents > toleranceCents)
    ? open
    : open.filter(({ openCents }) => openCents > toleranceCents);

/** Scenario of a client, and those of its invoices that have one of their own. */
const scenariosFollowed = (
  ledger: Ledger,
  client: Client,
  invoices: readonly OpenInvoice[],
): readonly Scenario[] => {
  const own = scenarioOf(ledger, client);
  const special = invoices.filter(({ invoice }) => invoice.scenarioId !== undefined);
  return special.length === 0
    ? [own]
    : [...new Set([own, ...special.map(({ invoice }) => scenarioOf(ledger, client, invoice))])];
};

/** The earliest coming reminder of a client, with all that will be due by then. */
const nextOf = (client: Client, coming: readonly ComingInvoice[]): NextReminder | undefined => {
  let on: Day | undefined;
  for (const line of coming) if (on === undefined || line.on < on) on = line.on;
  if (on === undefined) return undefined;
  const first = on;
  return {
    on,
    clientId: client.id,
    cents: sumCents(coming.filter((line) => line.on === first).map((line) => line.claim.claimedCents)),
  };
};

const isSooner = (a: NextReminder, b: NextReminder | undefined): boolean =>
  b === undefined || a.on < b.on || (a.on === b.on && a.cents > b.cents);

const byWeight = (a: Proposal, b: Proposal): number =>
  levelRank(b.level) - levelRank(a.level) ||
  b.totalCents - a.totalCents ||
  (a.clientId < b.clientId ? -1 : 1);

/**
 * What is due on a day: a function of the state of the ledger alone, never of which timers fired. The same
 * ledger and day give the same plan, and days off change nothing but the date.
 *
 * For every client at most one message, for all its invoices whose step is due (ladder.ts) and that nothing
 * stops (blocking.ts), at the highest of their steps. Nothing is proposed while a message to the client is
 * on its way, within the minimum gap after the last one in writing, or before the time that the last one
 * granted for an invoice is over. A step planned on or before today is due on any day of the week, because
 * its planned day was a working one; only the automatic mode waits for a working day to send.
 * (law-and-formats.md 8 and 8.1.)
 */
export const planReminders = (ledger: Ledger, today: Day): Planning => {
  const settings = settingsOf(ledger, 'reminders');
  const context: PlanContext = {
    ledger,
    today,
    settings,
    agreements: agreementIndex(ledger),
    receipts: likelyReceipts(ledger, today).byClient,
    claims: claimsOf(ledger, today),
    history: reminderHistory(ledger),
    scenarios: scenariosOf(ledger),
    ladders: laddersOf(ledger, settings),
  };
  const proposals: Proposal[] = [];
  const waiting: WaitingLine[] = [];
  const dataQuality: DataGap[] = [];
  const coming: NextReminder[] = [];
  let next: NextReminder | undefined;
  for (const [clientId, open] of openByClient(ledger)) {
    const client = ledger.clients.get(clientId);
    const invoices = worthAsking(open, settings.toleranceCents);
    if (client === undefined || invoices.length === 0) continue;
    if (client.excludedReason === undefined)
      dataQuality.push(...dataGapsOf(client, scenariosFollowed(ledger, client, invoices), invoices));
    const plan = planClient(context, client, invoices);
    const proposal =
      instalmentProposal(context, client) ??
      buildProposal(context, client, plan.due) ??
      (plan.accompanied.length > 0 ? companionToDo(context, client, plan.accompanied) : undefined);
    if (proposal) proposals.push(proposal);
    for (const { invoice, claim, block } of plan.waiting)
      waiting.push({
        clientId,
        invoiceId: invoice.id,
        remainingCents: claim.claimedCents > 0 ? claim.claimedCents : claim.openCents,
        block,
      });
    const nextOfClient = nextOf(client, plan.coming);
    if (nextOfClient === undefined) continue;
    coming.push(nextOfClient);
    if (isSooner(nextOfClient, next)) next = nextOfClient;
  }
  return { proposals: proposals.sort(byWeight), waiting, next, coming, dataQuality };
};

const latest = new WeakMap<Ledger, { readonly today: Day; readonly planning: Planning }>();

/** {@link planReminders}, computed once per state of the ledger and day. */
export const currentPlanning = (ledger: Ledger, today: Day): Planning => {
  const known = latest.get(ledger);
  if (known?.today === today) return known.planning;
  const planning = planReminders(ledger, today);
  latest.set(ledger, { today, planning });
  return planning;
};
