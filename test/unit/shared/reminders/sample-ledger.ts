import { type Instant, instantOf } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../../../../shared/ledger/agreement.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings, emptyCompany } from '../../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import type { SettingsRow } from '../../../../shared/ledger/settings.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { buildReminder } from '../../../../shared/reminders/build-reminder.ts';
import type { ComposedMessage } from '../../../../shared/reminders/compose-message.ts';
import type { Proposal } from '../../../../shared/reminders/proposal.ts';
import type { Reminder, ReminderState } from '../../../../shared/reminders/reminder.ts';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';

/** Noon in UTC of a day: the same day in Paris all year round. */
export const noonOf = (on: string): Instant => instantOf(Date.parse(`${on}T12:00:00Z`));

export const aClient = (id: string, changes: Partial<Client> = {}): Client => ({
  id,
  name: 'Dupont SARL',
  regime: 'b2b',
  segment: 'regular',
  address: { lines: ['12 rue des Lilas'], postcode: '69003', city: 'Lyon' },
  contacts: [
    { id: `${id}-contact`, name: 'Claire Dupont', role: 'reminders', email: `compta@${id}.example.fr` },
  ],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: noonOf('2026-01-02'),
  ...changes,
});

/** An invoice of client `c1` issued thirty days before it is due and entered that day, 1 234,56 €. */
export const anInvoice = (id: string, changes: Partial<Invoice> = {}): Invoice => {
  const dueOn = changes.dueOn ?? day('2026-10-31');
  return {
    id,
    clientId: 'c1',
    number: id.toUpperCase(),
    kind: 'invoice',
    issuedOn: day('2026-10-01'),
    dueOn,
    totalCents: cents(123_456),
    currency: 'EUR',
    createdAt: noonOf('2026-10-01'),
    ...changes,
  };
};

export const aCompany: SettingsRow = {
  ...emptyCompany,
  name: 'Atelier Dupré SARL',
  phone: '04 78 00 00 00',
  email: 'contact@atelier-dupre.example.fr',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  accountHolder: 'ATELIER DUPRE SARL',
  signatoryName: 'Sandrine Dupré',
  signatoryCapacity: 'Gérante',
};

interface SampleRows {
  readonly clients: readonly Client[];
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly allocations: readonly Allocation[];
  readonly disputes: readonly Dispute[];
  readonly promises: readonly PaymentPromise[];
  readonly plans: readonly PaymentPlan[];
  readonly pauses: readonly Pause[];
  readonly reminders: readonly Reminder[];
  readonly scenarios: readonly Scenario[];
  readonly templates: readonly MessageTemplate[];
  readonly settings: readonly SettingsRow[];
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** A ledger with the rows given; client `c1`, the company and the default settings where none are. */
export const aLedger = (rows: Partial<SampleRows> = {}): Ledger => ({
  ...emptyLedger(),
  clients: byId(rows.clients ?? [aClient('c1')]),
  invoices: byId(rows.invoices ?? []),
  payments: byId(rows.payments ?? []),
  allocations: byId(rows.allocations ?? []),
  disputes: byId(rows.disputes ?? []),
  promises: byId(rows.promises ?? []),
  plans: byId(rows.plans ?? []),
  pauses: byId(rows.pauses ?? []),
  reminders: byId(rows.reminders ?? []),
  scenarios: byId(rows.scenarios ?? []),
  templates: byId(rows.templates ?? []),
  settings: byId(rows.settings ?? [aCompany, defaultReminderSettings]),
  sequence: 1,
});

export const aPayment = (
  id: string,
  receivedOn: string,
  amountCents: number,
  changes: Partial<Payment> = {},
): Payment => ({
  id,
  clientId: 'c1',
  receivedOn: day(receivedOn),
  cents: cents(amountCents),
  method: 'transfer',
  recordedAt: noonOf(receivedOn),
  ...changes,
});

export const anAllocation = (
  paymentId: string,
  invoiceId: string,
  on: string,
  amountCents: number,
): Allocation => ({
  id: `${paymentId}-${invoiceId}`,
  source: { kind: 'payment', paymentId },
  invoiceId,
  cents: cents(amountCents),
  effectiveOn: day(on),
});

const noMessage: ComposedMessage = { subject: 'Objet', body: 'Texte' };

/** The reminder that approving a proposal makes, in a given state. */
export const reminderIn = (proposal: Proposal, state: ReminderState, message = noMessage): Reminder =>
  buildReminder(proposal, message, state);

/** The ledger with one reminder more, or in another state. */
export const withReminder = (ledger: Ledger, reminder: Reminder): Ledger => ({
  ...ledger,
  reminders: new Map([...ledger.reminders, [reminder.id, reminder]]),
  sequence: ledger.sequence + 1,
});

export const acceptedOn = (on: string): ReminderState => ({
  kind: 'accepted',
  acceptedAt: noonOf(on),
  serverReply: '250 OK',
});

export const postedOn = (on: string): ReminderState => ({
  kind: 'posted',
  depositedOn: day(on),
  trackingNumber: '1A00000000001',
  recordedAt: noonOf(on),
});
