import type { TimelineEvent } from '../../../../shared/ledger/timeline-entry.ts';
import { unreachable } from '../../../../shared/result.ts';

/** By what the history can be filtered, in the order of the choices. */
export const entryCategories = [
  { value: 'all', label: 'Tout' },
  { value: 'reminders', label: 'Relances' },
  { value: 'exchanges', label: 'Appels, notes, courriers' },
  { value: 'invoices', label: 'Factures' },
  { value: 'payments', label: 'Paiements' },
  { value: 'agreements', label: 'Accords et litiges' },
] as const;

export type EntryCategory = (typeof entryCategories)[number]['value'];

/** Under which choice an event of the history stands. */
export const entryCategory = (event: TimelineEvent): Exclude<EntryCategory, 'all'> => {
  switch (event.kind) {
    case 'email':
    case 'letter':
    case 'call-step':
    case 'letter-presented':
    case 'letter-concluded':
    case 'letter-filed':
      return 'reminders';
    case 'note':
    case 'client-letter':
      return 'exchanges';
    case 'client-created':
    case 'import':
    case 'invoice':
    case 'credit-note':
    case 'invoice-cancelled':
      return 'invoices';
    case 'payment':
    case 'payment-reversed':
      return 'payments';
    case 'dispute-opened':
    case 'dispute-resolved':
    case 'promise':
    case 'promise-kept':
    case 'promise-broken':
    case 'promise-withdrawn':
    case 'plan':
    case 'plan-ended':
    case 'instalment-missed':
    case 'forfeiture-notice':
    case 'pause':
    case 'pause-ended':
    case 'insolvency':
    case 'claim-declared':
    case 'services-blocked':
    case 'services-restored':
    case 'handed-over':
    case 'handover-ended':
    case 'case-filed':
    case 'case-closed':
      return 'agreements';
    default:
      return unreachable(event);
  }
};
