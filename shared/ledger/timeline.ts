import { businessDay, type Instant } from '../dates/clock.ts';
import { type Day, isDay } from '../dates/day.ts';
import { dispatchOf, paperLetters } from '../letters/paper-letter.ts';
import { unreachable } from '../result.ts';
import { allocationSourceId } from './allocation-source.ts';
import { clientLetterMoment } from './client-letter-moment.ts';
import { settingsOf } from './default-settings.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import { missedInTime } from './missed-in-time.ts';
import type { Allocation } from './payment.ts';
import { promiseOutcome } from './promise-outcome.ts';
import { reminderMoment } from './reminder-moment.ts';
import type { TimelineEntry, TimelineEvent } from './timeline-entry.ts';
import { timelineTitle } from './timeline-title.ts';

export type { TimelineEntry, TimelineEvent } from './timeline-entry.ts';

type Add = (id: string, moment: Day | Instant, event: TimelineEvent) => void;

const addDocuments = (ledger: Ledger, clientId: string, add: Add): void => {
  const allocationsBySource = new Map<string, Allocation[]>();
  for (const allocation of ledger.allocations.values()) {
    const id = allocationSourceId(allocation);
    const list = allocationsBySource.get(id);
    if (list) list.push(allocation);
    else allocationsBySource.set(id, [allocation]);
  }
  const imported = new Map<string, Invoice[]>();
  for (const invoice of ledger.invoices.values()) {
    if (invoice.clientId !== clientId) continue;
    if (invoice.importId !== undefined)
      imported.set(invoice.importId, [...(imported.get(invoice.importId) ?? []), invoice]);
    if (invoice.kind === 'invoice') add(invoice.id, invoice.issuedOn, { kind: 'invoice', invoice });
    else {
      const allocations = allocationsBySource.get(invoice.id) ?? [];
      add(invoice.id, invoice.issuedOn, { kind: 'credit-note', creditNote: invoice, allocations });
    }
    if (invoice.cancelledAt !== undefined)
      add(invoice.id, invoice.cancelledAt, { kind: 'invoice-cancelled', invoice });
  }
  for (const [importId, invoices] of imported) {
    const record = ledger.imports.get(importId);
    if (record) add(importId, record.importedAt, { kind: 'import', record, invoices });
  }
  for (const payment of ledger.payments.values()) {
    if (payment.clientId !== clientId) continue;
    const allocations = allocationsBySource.get(payment.id) ?? [];
    add(payment.id, payment.receivedOn, { kind: 'payment', payment, allocations });
    if (payment.reversedAt !== undefined)
      add(payment.id, payment.reversedAt, { kind: 'payment-reversed', payment });
  }
};

/** First presentation, outcome and filing of a letter: each on its own day. */
const addDispatches = (ledger: Ledger, clientId: string, add: Add): void => {
  for (const letter of paperLetters(ledger)) {
    const dispatch = letter.row.clientId === clientId ? dispatchOf(letter) : undefined;
    if (dispatch === undefined) continue;
    const { presentedOn, outcome, filedOn, mode } = dispatch;
    const { id } = letter.row;
    // What is handed over in person is presented and delivered at once.
    if (presentedOn !== undefined && mode !== 'hand-delivered')
      add(id, presentedOn, { kind: 'letter-presented', letter, dispatch });
    if (outcome !== undefined) add(id, outcome.on, { kind: 'letter-concluded', letter, dispatch });
    if (filedOn !== undefined) add(id, filedOn, { kind: 'letter-filed', letter, dispatch });
  }
};

const addMessages = (ledger: Ledger, clientId: string, add: Add): void => {
  for (const reminder of ledger.reminders.values()) {
    if (reminder.clientId !== clientId) continue;
    const moment = reminderMoment(reminder.state);
    switch (reminder.channel) {
      case 'email':
        add(reminder.id, moment, { kind: 'email', reminder });
        break;
      case 'letter':
      case 'registered-letter':
        add(reminder.id, moment, { kind: 'letter', reminder });
        break;
      case 'call':
      case 'sms':
        add(reminder.id, moment, { kind: 'call-step', reminder });
        break;
      default:
        unreachable(reminder.channel);
    }
  }
  for (const letter of ledger.letters.values())
    if (letter.clientId === clientId)
      add(letter.id, clientLetterMoment(letter.state), { kind: 'client-letter', letter });
  for (const note of ledger.notes.values())
    if (note.clientId === clientId) add(note.id, note.occurredAt, { kind: 'note', note });
};

const addAgreements = (ledger: Ledger, clientId: string, today: Day, add: Add): void => {
  for (const dispute of ledger.disputes.values()) {
    if (dispute.clientId !== clientId) continue;
    add(dispute.id, dispute.openedOn, { kind: 'dispute-opened', dispute });
    if (dispute.resolvedOn !== undefined)
      add(dispute.id, dispute.resolvedOn, { kind: 'dispute-resolved', dispute });
  }
  for (const promise of ledger.promises.values()) {
    if (promise.clientId !== clientId) continue;
    add(promise.id, promise.recordedAt, { kind: 'promise', promise });
    if (promise.withdrawnAt !== undefined)
      add(promise.id, promise.withdrawnAt, { kind: 'promise-withdrawn', promise });
    const outcome = promiseOutcome(ledger, promise, today);
    if (outcome.kind === 'kept') add(promise.id, outcome.on, { kind: 'promise-kept', promise });
    if (outcome.kind === 'broken') {
      const { paidCents, owedCents } = outcome;
      add(promise.id, outcome.on, { kind: 'promise-broken', promise, paidCents, owedCents });
    }
  }
  const { calendar } = settingsOf(ledger, 'reminders');
  for (const plan of ledger.plans.values()) {
    if (plan.clientId !== clientId) continue;
    add(plan.id, plan.agreedOn, { kind: 'plan', plan });
    if (plan.endedOn !== undefined) add(plan.id, plan.endedOn, { kind: 'plan-ended', plan });
    const { forfeitureNotice: notice } = plan;
    if (notice !== undefined) add(plan.id, notice.sentOn, { kind: 'forfeiture-notice', plan, notice });
    for (const { on, instalment } of missedInTime(ledger, plan, today, calendar))
      add(`${plan.id}/${instalment.dueOn}`, on, { kind: 'instalment-missed', plan, instalment });
  }
  for (const pause of ledger.pauses.values()) {
    if (pause.clientId !== clientId) continue;
    add(pause.id, pause.createdAt, { kind: 'pause', pause });
    if (pause.endedAt !== undefined) add(pause.id, pause.endedAt, { kind: 'pause-ended', pause });
  }
};

const addThirdParties = (ledger: Ledger, clientId: string, add: Add): void => {
  for (const handover of ledger.handovers.values()) {
    if (handover.clientId !== clientId) continue;
    add(handover.id, handover.handedOverOn, { kind: 'handed-over', handover });
    if (handover.ended !== undefined)
      add(handover.id, handover.ended.on, { kind: 'handover-ended', handover });
  }
  for (const legalCase of ledger.legalCases.values()) {
    if (legalCase.clientId !== clientId) continue;
    if (legalCase.filedOn !== undefined)
      add(legalCase.id, legalCase.filedOn, { kind: 'case-filed', legalCase });
    if (legalCase.closed !== undefined)
      add(legalCase.id, legalCase.closed.on, { kind: 'case-closed', legalCase });
  }
};

const newestFirst = (a: TimelineEntry, b: TimelineEntry): number => {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  const [momentA, momentB] = [a.at ?? a.on, b.at ?? b.on];
  if (momentA !== momentB) return momentA < momentB ? 1 : -1;
  return a.key < b.key ? -1 : 1;
};

/**
 * Everything known of a client in one list, newest first; empty for an unknown client. An entry stands
 * under its business day (Europe/Paris); within a day those with an exact time come before those without.
 * @param today decides whether a promise is kept, broken or still open.
 */
export const clientTimeline = (ledger: Ledger, clientId: string, today: Day): readonly TimelineEntry[] => {
  const client = ledger.clients.get(clientId);
  if (!client) return [];
  const entries: TimelineEntry[] = [];
  const add: Add = (id, moment, event) => {
    const at = isDay(moment) ? undefined : moment;
    const on = isDay(moment) ? moment : businessDay(Date.parse(moment));
    entries.push({ key: `${event.kind}/${id}`, on, at, title: timelineTitle(event), event });
  };
  add(clientId, client.createdAt, { kind: 'client-created' });
  if (client.insolvency)
    add(clientId, client.insolvency.judgmentOn, { kind: 'insolvency', insolvency: client.insolvency });
  if (client.insolvency?.declaredOn !== undefined)
    add(clientId, client.insolvency.declaredOn, { kind: 'claim-declared', insolvency: client.insolvency });
  const { blockedServices: block } = client;
  if (block !== undefined) add(clientId, block.since, { kind: 'services-blocked', block });
  if (block?.liftedOn !== undefined) add(clientId, block.liftedOn, { kind: 'services-restored', block });
  addDocuments(ledger, clientId, add);
  addMessages(ledger, clientId, add);
  addDispatches(ledger, clientId, add);
  addAgreements(ledger, clientId, today, add);
  addThirdParties(ledger, clientId, add);
  return entries.sort(newestFirst);
};
