import type { Instant } from '../../../../shared/dates/clock.ts';
import { type Day, day } from '../../../../shared/dates/day.ts';
import type { Dispute } from '../../../../shared/ledger/agreement.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import type { SettingsRow } from '../../../../shared/ledger/settings.ts';
import { cents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';

const at = '2026-01-01T08:00:00.000Z' as Instant;

export const claimsClient = (over: Partial<Client> = {}): Client => ({
  id: 'c1',
  name: 'Menuiserie Œuvre',
  regime: 'b2b',
  segment: 'regular',
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: at,
  ...over,
});

export const claimsInvoice = (
  id: string,
  totalCents: number,
  dueOn: string | undefined,
  over: Partial<Invoice> = {},
): Invoice => ({
  id,
  clientId: 'c1',
  number: id,
  kind: 'invoice',
  issuedOn: day('2026-01-05'),
  ...(dueOn === undefined ? {} : { dueOn: day(dueOn) }),
  totalCents: cents(totalCents),
  currency: 'EUR',
  createdAt: at,
  ...over,
});

export const claimsPayment = (
  id: string,
  receivedOn: string,
  amount: number,
  over: Partial<Payment> = {},
): Payment => ({
  id,
  clientId: 'c1',
  receivedOn: day(receivedOn),
  cents: cents(amount),
  method: 'transfer',
  reference: `VIR ${id}`,
  recordedAt: at,
  ...over,
});

export const paidBy = (paymentId: string, invoiceId: string, amount: number, on: string): Allocation => ({
  id: `${paymentId}-${invoiceId}`,
  source: { kind: 'payment', paymentId },
  invoiceId,
  cents: cents(amount),
  effectiveOn: day(on),
});

export const creditedBy = (
  creditNoteId: string,
  invoiceId: string,
  amount: number,
  on: string,
): Allocation => ({
  id: `${creditNoteId}-${invoiceId}`,
  source: { kind: 'credit-note', creditNoteId },
  invoiceId,
  cents: cents(amount),
  effectiveOn: day(on),
});

export const claimsDispute = (
  invoiceId: string,
  disputedCents: number | undefined,
  openedOn = '2026-10-01',
  resolvedOn?: string,
): Dispute => ({
  id: `d-${invoiceId}`,
  clientId: 'c1',
  invoiceId,
  ...(disputedCents === undefined ? {} : { disputedCents: cents(disputedCents) }),
  reason: 'quality',
  note: '',
  openedOn: day(openedOn),
  ...(resolvedOn === undefined ? {} : { resolvedOn: day(resolvedOn) }),
});

const keyed = <Row extends { readonly id: string }>(rows: readonly Row[] = []) =>
  new Map(rows.map((row) => [row.id, row]));

/** A ledger of one client with the rows of a worked example. */
export const claimsLedger = (rows: {
  readonly client?: Client;
  readonly invoices: readonly Invoice[];
  readonly payments?: readonly Payment[];
  readonly allocations?: readonly Allocation[];
  readonly disputes?: readonly Dispute[];
  readonly reminders?: readonly Reminder[];
  readonly settings?: readonly SettingsRow[];
}): Ledger => ({
  ...emptyLedger(),
  clients: keyed([rows.client ?? claimsClient()]),
  invoices: keyed(rows.invoices),
  payments: keyed(rows.payments),
  allocations: keyed(rows.allocations),
  disputes: keyed(rows.disputes),
  reminders: keyed(rows.reminders),
  settings: keyed(rows.settings),
});

/** A formal notice for these invoices that was deposited, and perhaps presented. */
export const postedNotice = (
  invoiceIds: readonly string[],
  depositedOn: Day,
  presentedOn?: Day,
): Reminder => ({
  id: `n-${depositedOn}`,
  clientId: 'c1',
  scenarioId: 'default',
  stepId: 'formal-notice',
  level: 'formal-notice',
  channel: 'registered-letter',
  lines: invoiceIds.map((invoiceId) => ({ invoiceId, stepId: 'formal-notice', remainingCents: cents(1) })),
  plannedOn: depositedOn,
  attempt: 1,
  subject: 'Mise en demeure',
  body: '',
  totalCents: cents(1),
  state: {
    kind: 'posted',
    depositedOn,
    trackingNumber: '',
    recordedAt: at,
    ...(presentedOn === undefined ? {} : { presentedOn }),
  },
  documents: [],
});
