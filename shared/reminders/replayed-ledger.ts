import { type Instant, instantOf } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import type { Dispute } from '../ledger/agreement.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import { emptyLedger, type Ledger } from '../ledger/ledger.ts';
import type { Allocation, Payment } from '../ledger/payment.ts';
import { buildReminder } from './build-reminder.ts';
import { isByHand } from './channel-choice.ts';
import { deadlineFor } from './deadline.ts';
import type { Proposal } from './proposal.ts';
import type { ReminderState } from './reminder.ts';
import { isOnPaper } from './reminder-names.ts';

/** What happened with one client, with the day of each fact. */
export interface ClientPast {
  readonly client: Client;
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly allocations: readonly Allocation[];
  readonly disputes: readonly Dispute[];
  /** Days on which any of it changed what is owed or contested, in order. */
  readonly eventDays: readonly Day[];
}

const noonOf = (on: Day): Instant => instantOf(Date.parse(`${on}T11:00:00Z`));

const dayOf = (at: Instant): Day => at.slice(0, 10) as Day;

const grouped = <Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string | undefined,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};

/** Anything that was still open or came up between two days: settled before, an invoice plays no part. */
const playsAPart = (
  invoice: Invoice,
  settledOn: ReadonlyMap<string, Day>,
  paidCents: ReadonlyMap<string, number>,
  start: Day,
): boolean =>
  invoice.issuedOn >= start ||
  (paidCents.get(invoice.id) ?? 0) < invoice.totalCents ||
  (settledOn.get(invoice.id) ?? start) >= start;

/** The past of every client with an invoice between two days, by client. */
export const clientPasts = (ledger: Ledger, start: Day, until: Day): readonly ClientPast[] => {
  const settledOn = new Map<string, Day>();
  const paidCents = new Map<string, number>();
  for (const { invoiceId, effectiveOn, cents } of ledger.allocations.values()) {
    const known = settledOn.get(invoiceId);
    if (known === undefined || known < effectiveOn) settledOn.set(invoiceId, effectiveOn);
    paidCents.set(invoiceId, (paidCents.get(invoiceId) ?? 0) + cents);
  }
  const invoicesOf = grouped(ledger.invoices.values(), (invoice) =>
    playsAPart(invoice, settledOn, paidCents, start) ? invoice.clientId : undefined,
  );
  const clientOf = (invoiceId: string): string | undefined => ledger.invoices.get(invoiceId)?.clientId;
  const paymentsOf = grouped(ledger.payments.values(), ({ clientId }) => clientId);
  const allocationsOf = grouped(ledger.allocations.values(), ({ invoiceId }) => clientOf(invoiceId));
  const disputesOf = grouped(ledger.disputes.values(), ({ clientId }) => clientId);
  const pasts: ClientPast[] = [];
  for (const [clientId, invoices] of invoicesOf) {
    const client = ledger.clients.get(clientId);
    if (client === undefined) continue;
    const payments = paymentsOf.get(clientId) ?? [];
    const allocations = allocationsOf.get(clientId) ?? [];
    const disputes = disputesOf.get(clientId) ?? [];
    const days = [
      ...invoices.map(({ issuedOn }) => issuedOn),
      ...invoices.flatMap(({ cancelledAt }) => (cancelledAt === undefined ? [] : [dayOf(cancelledAt)])),
      ...payments.flatMap(({ receivedOn, reversedAt }) =>
        reversedAt === undefined ? [receivedOn] : [receivedOn, dayOf(reversedAt)],
      ),
      ...allocations.map(({ effectiveOn }) => effectiveOn),
      ...disputes.flatMap(({ openedOn, resolvedOn }) =>
        resolvedOn === undefined ? [openedOn] : [openedOn, resolvedOn],
      ),
    ].filter((on) => on >= start && on <= until);
    pasts.push({
      client,
      invoices,
      payments,
      allocations,
      disputes,
      eventDays: [...new Set(days)].sort(),
    });
  }
  return pasts;
};

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** The ledger of one client as it stood at the end of a day, with what a replay has sent so far. */
export const ledgerAsOf = (
  ledger: Ledger,
  past: ClientPast,
  on: Day,
  reminders: Ledger['reminders'],
): Ledger => {
  const { client, invoices, payments, allocations, disputes } = past;
  const { insolvency } = client;
  const isOpen = insolvency !== undefined && insolvency.judgmentOn <= on;
  return {
    ...emptyLedger(),
    scenarios: ledger.scenarios,
    settings: ledger.settings,
    clients: new Map([[client.id, isOpen ? client : { ...client, insolvency: undefined }]]),
    invoices: byId(
      invoices
        .filter(({ issuedOn }) => issuedOn <= on)
        .map((invoice) => ({
          ...invoice,
          createdAt: noonOf(invoice.issuedOn),
          cancelledAt:
            invoice.cancelledAt !== undefined && dayOf(invoice.cancelledAt) <= on
              ? invoice.cancelledAt
              : undefined,
        })),
    ),
    payments: byId(
      payments
        .filter(({ receivedOn }) => receivedOn <= on)
        .map((payment) =>
          payment.reversedAt !== undefined && dayOf(payment.reversedAt) > on
            ? { ...payment, reversedAt: undefined }
            : payment,
        ),
    ),
    allocations: byId(allocations.filter(({ effectiveOn }) => effectiveOn <= on)),
    disputes: byId(
      disputes
        .filter(({ openedOn }) => openedOn <= on)
        .map((dispute) =>
          dispute.resolvedOn !== undefined && dispute.resolvedOn > on
            ? { ...dispute, resolvedOn: undefined }
            : dispute,
        ),
    ),
    reminders,
    sequence: 1,
  };
};

/** The reminders with one more, as if it had been approved and had left on that day. */
export const withDone = (
  reminders: Ledger['reminders'],
  proposal: Proposal,
  on: Day,
  calendar: HolidayCalendar,
): Ledger['reminders'] => {
  const { channel, step, automatic } = proposal;
  const at = noonOf(on);
  const state: ReminderState = isOnPaper(channel)
    ? { kind: 'posted', depositedOn: on, trackingNumber: '', recordedAt: at }
    : isByHand(channel)
      ? { kind: 'called', calledAt: at }
      : { kind: 'accepted', acceptedAt: at, serverReply: '' };
  const deadlineOn = deadlineFor(step.grantedDays, channel, on, calendar);
  const reminder = buildReminder(proposal, { subject: '', body: '', deadlineOn }, state);
  return new Map(reminders).set(reminder.id, automatic ? { ...reminder, isAutomatic: true } : reminder);
};
