import { nearCaseDeadlines } from '../cases/near-deadlines.ts';
import { claimsToDeclare } from '../claims/claims-to-declare.ts';
import type { Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { HistoryNote } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { lettersToFollow } from '../letters/dispatch-follow-up.ts';
import { cents } from '../money/cents.ts';
import type { DataGap } from '../reminders/data-quality.ts';
import { isPlanRunning, missedInstalments } from '../reminders/plan-progress.ts';
import { platformBlock } from '../reminders/platform-block.ts';
import { brokenPromises } from '../reminders/promise.ts';
import { type AgendaConcern, concernKinds } from './agenda-concern.ts';
import { limitationAlarms } from './limitation-alarms.ts';
import { rateAlarm } from './rate-alarm.ts';
import { silentHandovers } from './silent-handovers.ts';

type Add = (concern: AgendaConcern) => void;
type Owed = (invoiceId: string) => number;

const addMessages = (ledger: Ledger, owed: Owed, add: Add): void => {
  for (const reminder of ledger.reminders.values()) {
    const { clientId, state, lines } = reminder;
    if (state.kind === 'unknown')
      add({ kind: 'unknown-message', clientId, reminder: { ...reminder, state } });
    // Once everything is paid it does not matter any more that the message was refused.
    if (state.kind === 'rejected' && lines.some(({ invoiceId }) => owed(invoiceId) > 0))
      add({ kind: 'rejected-message', clientId, reminder: { ...reminder, state } });
  }
};

const addAgreements = (ledger: Ledger, today: Day, owed: Owed, add: Add): void => {
  const { calendar } = settingsOf(ledger, 'reminders');
  for (const promise of brokenPromises(ledger, today)) {
    const left = promise.invoiceIds.reduce((sum, invoiceId) => sum + owed(invoiceId), 0);
    add({ kind: 'broken-promise', clientId: promise.clientId, promise, cents: cents(left) });
  }
  for (const plan of ledger.plans.values()) {
    if (!isPlanRunning(plan, today) || !plan.invoiceIds.some((invoiceId) => owed(invoiceId) > 0)) continue;
    const missed = missedInstalments(ledger, plan, today, calendar);
    const [first] = missed;
    if (!first) continue;
    const left = missed.reduce((sum, { leftCents }) => sum + leftCents, 0);
    add({
      kind: 'missed-instalment',
      clientId: plan.clientId,
      plan,
      dueOn: first.dueOn,
      cents: cents(left),
    });
  }
};

/** Open invoices that the e-invoicing platform stopped: nobody else will see to them. */
const addPlatformStops = (ledger: Ledger, owed: Owed, add: Add): void => {
  for (const invoice of ledger.invoices.values()) {
    if (invoice.lifeCycle === undefined || invoice.cancelledAt !== undefined || owed(invoice.id) === 0)
      continue;
    const block = platformBlock(invoice);
    if (block) add({ kind: block.kind, clientId: invoice.clientId, invoice });
  }
};

/** A follow-up stands until something newer was noted for the client. */
const addFollowUps = (ledger: Ledger, today: Day, add: Add): void => {
  const newest = new Map<string, HistoryNote>();
  for (const note of ledger.notes.values()) {
    const known = newest.get(note.clientId);
    if (known === undefined || note.occurredAt >= known.occurredAt) newest.set(note.clientId, note);
  }
  for (const note of newest.values())
    if (note.followUpOn !== undefined && note.followUpOn <= today)
      add({ kind: 'follow-up', clientId: note.clientId, note, on: note.followUpOn });
};

const addGaps = (gaps: readonly DataGap[], add: Add): void => {
  const byClient = new Map<string, DataGap[]>();
  for (const gap of gaps) {
    const known = byClient.get(gap.clientId);
    if (known) known.push(gap);
    else byClient.set(gap.clientId, [gap]);
  }
  for (const [clientId, own] of byClient) add({ kind: 'data-gap', clientId, gaps: own });
};

/**
 * Everything that needs the user's eye on a day and that no reminder settles, the most pressing kind first:
 * messages that failed, deadlines of the law, invoices that the platform stopped, rates that are missing, promises and instalments not kept,
 * follow-ups due, clients whose file is incomplete.
 * @param dataGaps what the planner found missing (planning.ts), since it knows the scenario of each client.
 */
export const agendaConcerns = (
  ledger: Ledger,
  today: Day,
  dataGaps: readonly DataGap[],
): readonly AgendaConcern[] => {
  const { remainingByInvoice } = currentBalances(ledger);
  const owed: Owed = (invoiceId) => Math.max(0, remainingByInvoice.get(invoiceId) ?? 0);
  const concerns: AgendaConcern[] = [];
  const add: Add = (concern) => {
    concerns.push(concern);
  };
  addMessages(ledger, owed, add);
  for (const { clientId, insolvency, declaration, cents: open } of claimsToDeclare(ledger, today))
    add({ kind: 'declare-claim', clientId, procedure: insolvency.kind, declaration, cents: open });
  addPlatformStops(ledger, owed, add);
  for (const alarm of limitationAlarms(ledger, today))
    add({ kind: 'limitation', clientId: alarm.invoice.clientId, alarm });
  const rates = rateAlarm(ledger, today);
  if (rates !== undefined) add({ kind: 'legal-rates', alarm: rates });
  addAgreements(ledger, today, owed, add);
  for (const { letter, followUp } of lettersToFollow(ledger, today))
    add({ kind: `letter-${followUp.kind}`, clientId: letter.row.clientId, letter, followUp });
  for (const { handover, since } of silentHandovers(ledger, today))
    add({ kind: 'handover-silent', clientId: handover.clientId, handover, since });
  for (const near of nearCaseDeadlines(ledger, today))
    add({ kind: 'case-deadline', clientId: near.legalCase.clientId, ...near });
  addFollowUps(ledger, today, add);
  addGaps(dataGaps, add);
  return concerns.sort((a, b) => concernKinds.indexOf(a.kind) - concernKinds.indexOf(b.kind));
};
