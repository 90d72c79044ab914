import { type Day, daysBetween } from '../dates/day.ts';
import { formatDay, formatLongDay } from '../dates/format-day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import { currentInstalmentShares } from '../ledger/instalment-shares.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { likelyReceipts } from '../matching/likely-receipts.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import { agreementIndex } from './agreement-index.ts';
import type { Block } from './block.ts';
import { blockIn } from './blocking.ts';
import { claimOf } from './claim.ts';
import type { PlanContext } from './client-plan.ts';
import { forfeitureNoticeSentOn } from './forfeiture-standing.ts';
import { holdsTerm, missedFrom, missedInstalments } from './plan-progress.ts';
import type { Proposal, ProposalLine } from './proposal.ts';
import { emailRecipient } from './recipient.ts';
import type { ReminderLine } from './reminder.ts';
import { reminderHistory } from './reminder-history.ts';
import { reminderId } from './reminder-id.ts';
import { restraintBlock, restraintOn } from './restraint.ts';
import type { DunningStep } from './scenario.ts';

/** Days that the reminder of a missed instalment grants. */
const grantedDays = 8;

const prefix = 'instalment:';

/** True for the step of a reminder of a missed instalment, which belongs to no scenario. */
export const isInstalmentStep = (stepId: string): boolean => stepId.startsWith(prefix);

const stepOf = (plan: PaymentPlan, dueOn: Day): DunningStep => ({
  id: `${prefix}${plan.id}:${dueOn}`,
  delayDays: 0,
  level: 'firm',
  channel: 'email',
  templateId: 'template-instalment',
  recipientRole: 'reminders',
  grantedDays,
});

/** What of an invoice was missed. */
interface MissedShare {
  /** Oldest missed day. */
  readonly dueOn: Day;
  readonly cents: Cents;
}

const missedShareOf = (
  ledger: Ledger,
  invoiceId: string,
  today: Day,
  calendar: HolidayCalendar,
): MissedShare | undefined => {
  const missed = (currentInstalmentShares(ledger, today).get(invoiceId) ?? []).filter(
    ({ dueOn }) => missedFrom(dueOn, calendar) <= today,
  );
  const [first] = missed;
  if (first === undefined) return undefined;
  // Never more than may be claimed: a contested part and money that waits are left out.
  const { claimedCents } = claimOf(ledger, invoiceId, today);
  const amount = Math.min(claimedCents, sumCents(missed.map((share) => share.cents)));
  return amount > 0 ? { dueOn: first.dueOn, cents: cents(amount) } : undefined;
};

/** What stops the invoice besides its plan. */
const otherBlock = (
  ledger: Ledger,
  today: Day,
  client: Client | undefined,
  invoice: Invoice,
): Block | undefined =>
  blockIn(
    {
      ledger,
      today,
      settings: settingsOf(ledger, 'reminders'),
      agreements: { ...agreementIndex(ledger), plansByInvoice: new Map() },
      receipts: likelyReceipts(ledger, today).byClient,
    },
    client,
    invoice,
    claimOf(ledger, invoice.id, today),
  );

const linesOf = (
  { ledger, today, settings }: PlanContext,
  client: Client,
  plan: PaymentPlan,
  step: DunningStep,
): readonly ProposalLine[] =>
  plan.invoiceIds.flatMap((invoiceId): readonly ProposalLine[] => {
    const invoice = ledger.invoices.get(invoiceId);
    const missed = missedShareOf(ledger, invoiceId, today, settings.calendar);
    if (!invoice || !missed || otherBlock(ledger, today, client, invoice) !== undefined) return [];
    return [
      {
        // The message speaks of the instalment: its day and its amount, not those of the invoice.
        invoice: { ...invoice, dueOn: missed.dueOn, totalCents: missed.cents },
        step,
        remainingCents: missed.cents,
        disputedCents: zeroCents,
        creditedCents: zeroCents,
        daysLate: daysBetween(missed.dueOn, today),
      },
    ];
  });

const proposalFor = (context: PlanContext, client: Client, plan: PaymentPlan): Proposal | undefined => {
  const { ledger, today, settings, history } = context;
  if (!holdsTerm(ledger, plan, today, settings.calendar)) return undefined;
  const newest = missedInstalments(ledger, plan, today, settings.calendar).at(-1);
  if (newest === undefined) return undefined;
  const step = stepOf(plan, newest.dueOn);
  const isDone = plan.invoiceIds.some((id) =>
    (history.doneByInvoice.get(id) ?? []).some(({ stepId }) => stepId === step.id),
  );
  if (isDone) return undefined;
  const lines = linesOf(context, client, plan, step);
  const [first] = lines;
  if (first === undefined) return undefined;
  const { scenario, opening } = context.ladders.ofClient(client);
  const channel = emailRecipient(client, step.recipientRole) === undefined ? 'call' : 'email';
  if (restraintBlock(restraintOn(history, client, settings, opening), channel, undefined, today))
    return undefined;
  const noticeSentOn = forfeitureNoticeSentOn(ledger, plan);
  const id = reminderId(
    client.id,
    lines.map((line) => ({ invoiceId: line.invoice.id, stepId: step.id })),
  );
  return {
    id,
    clientId: client.id,
    scenario,
    step,
    channel,
    level: step.level,
    lines,
    totalCents: sumCents(lines.map((line) => line.remainingCents)),
    currency: first.invoice.currency,
    plannedOn: missedFrom(newest.dueOn, settings.calendar),
    stepCount: lines.length,
    automatic: false,
    firstTime: false,
    attempt: (ledger.reminders.get(id)?.attempt ?? 0) + 1,
    reason: `Échéance du ${formatLongDay(newest.dueOn)} de l’échéancier non réglée trois jours ouvrés après sa date.`,
    warnings: [
      'Seule l’échéance manquée est demandée\u00A0: le reste de l’échéancier n’est pas encore dû.',
      ...(noticeSentOn === undefined
        ? []
        : [`Une mise en demeure avant déchéance du terme a été envoyée le ${formatDay(noticeSentOn)}.`]),
    ],
  };
};

/**
 * The one reminder of a missed instalment, from the fourth working day after it, once for each of them
 * (law-and-formats.md 5.4); the ordinary steps wait meanwhile. By e-mail, or a call where there is no
 * address. Always with a click. Undefined where nothing was missed, or something else holds it back.
 */
export const instalmentProposal = (context: PlanContext, client: Client): Proposal | undefined => {
  const { ledger, agreements } = context;
  if (agreements.plansByInvoice.size === 0) return undefined;
  for (const plan of ledger.plans.values()) {
    if (plan.clientId !== client.id) continue;
    const proposal = proposalFor(context, client, plan);
    if (proposal !== undefined) return proposal;
  }
  return undefined;
};

/** Day of the latest reminder of a missed instalment of a plan; undefined where none was done. */
export const instalmentRemindedOn = (ledger: Ledger, plan: PaymentPlan): Day | undefined => {
  const { doneByInvoice } = reminderHistory(ledger);
  let latest: Day | undefined;
  for (const invoiceId of plan.invoiceIds)
    for (const { stepId, doneOn } of doneByInvoice.get(invoiceId) ?? [])
      if (stepId.startsWith(`${prefix}${plan.id}:`) && (latest === undefined || doneOn > latest))
        latest = doneOn;
  return latest;
};

/** Why an approved reminder of a missed instalment may no longer leave, French; undefined where it may. */
export const instalmentObjection = (
  ledger: Ledger,
  { invoiceId, stepId, remainingCents }: ReminderLine,
  today: Day,
): string | undefined => {
  const invoice = ledger.invoices.get(invoiceId);
  if (invoice === undefined || (currentBalances(ledger).remainingByInvoice.get(invoiceId) ?? 0) <= 0)
    return 'facture soldée.';
  const { calendar } = settingsOf(ledger, 'reminders');
  const plan = [...ledger.plans.values()].find(({ id }) => stepId.startsWith(`${prefix}${id}:`));
  if (plan === undefined || !holdsTerm(ledger, plan, today, calendar)) return 'l’échéancier a pris fin.';
  const block = otherBlock(ledger, today, ledger.clients.get(invoice.clientId), invoice);
  if (block !== undefined) return block.reason;
  return missedShareOf(ledger, invoiceId, today, calendar)?.cents === remainingCents
    ? undefined
    : 'ce qui manque de l’échéancier a changé.';
};
