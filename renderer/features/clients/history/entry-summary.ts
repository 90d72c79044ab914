import { shownNumber } from '../../../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { TimelineEvent } from '../../../../shared/ledger/timeline-entry.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';

const numbersOf = (ledger: Ledger, invoiceIds: readonly string[]): string => {
  const numbers = invoiceIds.map((id) => ledger.invoices.get(id)?.number ?? '').filter(Boolean);
  if (numbers.length === 0) return '';
  return numbers.length === 1 ? `Facture ${numbers[0]}` : `Factures ${numbers.join(', ')}`;
};

const messageLine = (reminder: Reminder): string =>
  [
    reminder.recipientEmail === undefined ? undefined : `À ${reminder.recipientEmail}`,
    reminder.subject === '' ? undefined : reminder.subject,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

/** The quiet line under the title of an entry; empty where the title says it all. */
export const entrySummary = (ledger: Ledger, event: TimelineEvent): string => {
  switch (event.kind) {
    case 'email':
    case 'letter':
    case 'call-step':
      return messageLine(event.reminder);
    case 'client-letter':
      return event.letter.subject;
    case 'letter-presented':
    case 'letter-concluded':
    case 'letter-filed':
      return event.dispatch.trackingNumber === '' ? '' : `n° ${shownNumber(event.dispatch)}`;
    case 'payment': {
      const numbers = numbersOf(
        ledger,
        event.allocations.map(({ invoiceId }) => invoiceId),
      );
      // Clients often give the invoice number as the reference: said once is enough.
      const reference = event.payment.reference ?? '';
      return [numbers, numbers.includes(reference) ? '' : reference].filter(Boolean).join(' · ');
    }
    case 'payment-reversed':
      return event.payment.reference ?? '';
    case 'credit-note':
      return numbersOf(
        ledger,
        event.allocations.map(({ invoiceId }) => invoiceId),
      );
    case 'note':
      return event.note.text;
    case 'dispute-opened':
    case 'dispute-resolved':
      return [numbersOf(ledger, [event.dispute.invoiceId]), event.dispute.note].filter(Boolean).join(' · ');
    case 'promise':
    case 'promise-kept':
    case 'promise-broken':
    case 'promise-withdrawn':
      return numbersOf(ledger, event.promise.invoiceIds);
    case 'plan':
    case 'plan-ended':
    case 'instalment-missed':
    case 'forfeiture-notice':
      return numbersOf(ledger, event.plan.invoiceIds);
    case 'pause':
    case 'pause-ended':
      return [
        event.pause.invoiceId === undefined ? 'Tout le client' : numbersOf(ledger, [event.pause.invoiceId]),
        event.pause.reason,
      ]
        .filter(Boolean)
        .join(' · ');
    case 'services-blocked':
      return event.block.reason;
    case 'handed-over':
    case 'handover-ended':
      return [
        numbersOf(ledger, event.handover.invoiceIds),
        event.kind === 'handed-over' ? event.handover.note : (event.handover.ended?.note ?? ''),
      ]
        .filter(Boolean)
        .join(' · ');
    case 'case-filed':
    case 'case-closed':
      return [numbersOf(ledger, event.legalCase.invoiceIds), event.legalCase.courtName ?? '']
        .filter(Boolean)
        .join(' · ');
    default:
      return '';
  }
};
