import { claimsToDeclare } from '../claims/claims-to-declare.ts';
import { addDays, type Day } from '../dates/day.ts';
import type { DunningLevel } from '../reminders/scenario.ts';
import { currentBalances } from './balance.ts';
import type { Ledger } from './ledger.ts';
import { type NextAction, urgency } from './next-action.ts';

/** What a proposal of the planner says about a client. */
export interface DueReminder {
  readonly clientId: string;
  readonly plannedOn: Day;
  readonly level: DunningLevel;
}

/** The next reminder of a client that nothing is due for yet. */
export interface ComingReminder {
  readonly clientId: string;
  readonly on: Day;
}

type Offer = (clientId: string, action: NextAction) => void;

const rank = ({ kind }: NextAction): number =>
  urgency.indexOf(kind === 'await-reminder' ? 'await-due-date' : kind);

const isBefore = (a: NextAction, b: NextAction): boolean => {
  const difference = rank(a) - rank(b);
  return difference === 0 ? a.on < b.on : difference < 0;
};

const offerReminders = (ledger: Ledger, due: Iterable<DueReminder>, offer: Offer): void => {
  for (const proposal of due)
    offer(proposal.clientId, { kind: 'approve-reminder', on: proposal.plannedOn, level: proposal.level });
  for (const { id, clientId, state, plannedOn } of ledger.reminders.values()) {
    if (state.kind === 'to-print') offer(clientId, { kind: 'print-letter', on: plannedOn, reminderId: id });
    if (state.kind === 'printed') offer(clientId, { kind: 'post-letter', on: plannedOn, reminderId: id });
    if (state.kind === 'approved') offer(clientId, { kind: 'leaving', on: plannedOn, reminderId: id });
  }
};

const offerAgreements = (
  ledger: Ledger,
  today: Day,
  isOwed: (invoiceId: string) => boolean,
  offer: Offer,
): void => {
  for (const dispute of ledger.disputes.values())
    if (dispute.resolvedOn === undefined && isOwed(dispute.invoiceId))
      offer(dispute.clientId, { kind: 'settle-dispute', on: dispute.openedOn, disputeId: dispute.id });
  for (const promise of ledger.promises.values())
    if (promise.withdrawnAt === undefined && promise.promisedOn >= today && promise.invoiceIds.some(isOwed))
      offer(promise.clientId, { kind: 'await-promise', on: promise.promisedOn, promiseId: promise.id });
  for (const plan of ledger.plans.values()) {
    const next = plan.instalments.find((instalment) => instalment.dueOn >= today);
    if (plan.endedOn === undefined && next !== undefined && plan.invoiceIds.some(isOwed))
      offer(plan.clientId, { kind: 'await-instalment', on: next.dueOn, planId: plan.id });
  }
  for (const pause of ledger.pauses.values())
    if (pause.endedAt === undefined && pause.until >= today)
      offer(pause.clientId, { kind: 'paused', on: addDays(pause.until, 1), pauseId: pause.id });
};

/** A follow-up stands until something newer was noted for the client. */
const offerFollowUps = (ledger: Ledger, offer: Offer): void => {
  const newest = new Map<string, string>();
  for (const note of ledger.notes.values()) {
    const known = newest.get(note.clientId);
    if (known === undefined || note.occurredAt > known) newest.set(note.clientId, note.occurredAt);
  }
  for (const note of ledger.notes.values())
    if (note.followUpOn !== undefined && newest.get(note.clientId) === note.occurredAt)
      offer(note.clientId, { kind: 'follow-up', on: note.followUpOn, noteId: note.id });
};

/**
 * The next action of every client that has one, by client id.
 * @param due proposals of the planner for `today`; without them no reminder to approve is named.
 * @param coming the planner's next reminder of each client.
 */
export const nextActions = (
  ledger: Ledger,
  today: Day,
  due: Iterable<DueReminder> = [],
  coming: Iterable<ComingReminder> = [],
): ReadonlyMap<string, NextAction> => {
  const actions = new Map<string, NextAction>();
  const offer: Offer = (clientId, action) => {
    const present = actions.get(clientId);
    if (present === undefined || isBefore(action, present)) actions.set(clientId, action);
  };
  const owed = currentBalances(ledger).remainingByInvoice;
  const isOwed = (invoiceId: string): boolean => (owed.get(invoiceId) ?? 0) > 0;
  offerReminders(ledger, due, offer);
  for (const { clientId, on } of coming) offer(clientId, { kind: 'await-reminder', on });
  offerAgreements(ledger, today, isOwed, offer);
  offerFollowUps(ledger, offer);
  for (const invoice of ledger.invoices.values()) {
    if (!isOwed(invoice.id)) continue;
    if (invoice.dueOn !== undefined && invoice.dueOn >= today)
      offer(invoice.clientId, { kind: 'await-due-date', on: invoice.dueOn, invoiceId: invoice.id });
  }
  for (const { clientId, declaration } of claimsToDeclare(ledger, today))
    if (declaration.kind === 'open') offer(clientId, { kind: 'declare-claim', on: declaration.deadline.raw });
  return actions;
};
