import { type Day, daysBetween } from '../../../shared/dates/day.ts';
import { addWorkingDays } from '../../../shared/dates/working-days.ts';
import {
  type LifeCycleEvent,
  lifeCycleEffect,
  lifeCycleLabel,
} from '../../../shared/importing/life-cycle.ts';
import { disputeReasonOf, lifeCycleReasonText } from '../../../shared/importing/life-cycle-reason.ts';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import { allocationsOf } from '../../../shared/ledger/balance.ts';
import { type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';

/** How payments that a platform reported are told from others. */
export const platformReference = 'Statut 212 de la plateforme';

/** Payment announced: that many working days without a reminder (law-and-formats.md 6.3). */
const announcedWorkingDays = 5;

/** The user or the bank may note a receipt some days before or after the platform does. */
const sameReceiptDays = 10;

const noteOf = (event: LifeCycleEvent): string => {
  const reason = lifeCycleReasonText(event.reasonCode, event.reason);
  return `Statut «\u00A0${lifeCycleLabel(event.code)}\u00A0» de la plateforme${reason === '' ? '' : `\u00A0: ${reason}`}`;
};

/** What of the invoice the client contests; undefined = all of it, 0 = nothing. */
const contestedCents = (invoice: Invoice, event: LifeCycleEvent): Cents | undefined => {
  const contested =
    event.contestedCents ??
    (event.approvedCents === undefined ? undefined : invoice.totalCents - event.approvedCents);
  if (contested === undefined || contested >= invoice.totalCents) return undefined;
  return cents(Math.max(0, contested));
};

const openDisputeOf = (ledger: Ledger, invoiceId: string): Dispute | undefined => {
  for (const dispute of ledger.disputes.values())
    if (dispute.invoiceId === invoiceId && dispute.resolvedOn === undefined) return dispute;
  return undefined;
};

/** Opens a dispute, or widens the one that is open to the whole invoice; never narrows what the user noted. */
export const disputeWrites = (
  ledger: Ledger,
  invoice: Invoice,
  event: LifeCycleEvent,
  context: CommandContext,
): readonly RowWrite[] => {
  const disputed = lifeCycleEffect(event.code) === 'refused' ? undefined : contestedCents(invoice, event);
  if (disputed === 0) return [];
  const open = openDisputeOf(ledger, invoice.id);
  if (open) {
    if (disputed !== undefined || open.disputedCents === undefined) return [];
    const { disputedCents: _part, ...whole } = open;
    return [put('disputes', { ...whole, note: [open.note, noteOf(event)].filter(Boolean).join('\n') })];
  }
  return [
    put('disputes', {
      id: context.newId(),
      clientId: invoice.clientId,
      invoiceId: invoice.id,
      ...(disputed === undefined ? {} : { disputedCents: disputed }),
      reason: disputeReasonOf(event.reasonCode),
      note: noteOf(event),
      openedOn: event.on < context.today ? event.on : context.today,
    }),
  ];
};

/** Five working days from the announcement; nothing when they are over, or when a longer pause runs. */
export const announcedPauseWrites = (
  ledger: Ledger,
  invoice: Invoice,
  event: LifeCycleEvent,
  context: CommandContext,
): readonly RowWrite[] => {
  const { calendar } = settingsOf(ledger, 'reminders');
  const until = addWorkingDays(event.on, announcedWorkingDays, calendar);
  if (until <= context.today) return [];
  for (const pause of ledger.pauses.values())
    if (pause.invoiceId === invoice.id && pause.endedAt === undefined && pause.until >= until) return [];
  return [
    put('pauses', {
      id: context.newId(),
      clientId: invoice.clientId,
      invoiceId: invoice.id,
      reason: 'paiement transmis, selon la plateforme',
      until,
      createdAt: context.now,
    }),
  ];
};

const standingPayments = (ledger: Ledger, invoiceId: string): readonly { payment: Payment; share: Cents }[] =>
  allocationsOf(ledger, invoiceId).flatMap(({ source, cents: share }) => {
    const payment = source.kind === 'payment' ? ledger.payments.get(source.paymentId) : undefined;
    return payment && payment.reversedAt === undefined ? [{ payment, share }] : [];
  });

/** The same money, noted already: by an earlier message to the day, by the user or the bank within some days. */
const isNoted = (ledger: Ledger, invoiceId: string, amount: number, on: Day): boolean =>
  standingPayments(ledger, invoiceId).some(({ payment, share }) => {
    if (payment.cents !== amount && share !== amount) return false;
    return payment.reference === platformReference
      ? payment.receivedOn === on
      : Math.abs(daysBetween(payment.receivedOn, on)) <= sameReceiptDays;
  });

/**
 * The money of a status 212 as a payment « selon l’import » on its invoice: the amount where the message says
 * it, else all that is left; never more than that.
 */
export const receiptWrites = (
  ledger: Ledger,
  invoice: Invoice,
  event: LifeCycleEvent,
  leftCents: number,
  context: CommandContext,
): { readonly writes: readonly RowWrite[]; readonly paidCents: number } => {
  const nothing = { writes: [], paidCents: 0 };
  const stated = event.receivedOn ?? event.on;
  const receivedOn = stated < context.today ? stated : context.today;
  const paidCents = Math.min(event.receivedCents ?? leftCents, leftCents);
  if (paidCents <= 0 || isNoted(ledger, invoice.id, event.receivedCents ?? paidCents, receivedOn))
    return nothing;
  const paymentId = context.newId();
  return {
    paidCents,
    writes: [
      put('payments', {
        id: paymentId,
        clientId: invoice.clientId,
        receivedOn,
        cents: cents(paidCents),
        method: 'as-imported',
        reference: platformReference,
        recordedAt: context.now,
      }),
      put('allocations', {
        id: context.newId(),
        source: { kind: 'payment', paymentId },
        invoiceId: invoice.id,
        cents: cents(paidCents),
        effectiveOn: receivedOn,
      }),
    ],
  };
};
