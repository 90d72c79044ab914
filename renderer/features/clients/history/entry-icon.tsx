import {
  Archive,
  Ban,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleCheck,
  CircleX,
  FileMinus,
  FileText,
  Gavel,
  HandCoins,
  Handshake,
  Inbox,
  Landmark,
  type LucideIcon,
  Mail,
  MailCheck,
  MailOpen,
  PackageCheck,
  PackageX,
  Pause,
  Phone,
  Play,
  ShieldAlert,
  ShieldCheck,
  Stamp,
  StickyNote,
  Undo2,
  Upload,
  UserPlus,
  UserRoundCheck,
  Wrench,
} from 'lucide-react';
import type { TimelineEvent } from '../../../../shared/ledger/timeline-entry.ts';

const byKind: Readonly<Record<TimelineEvent['kind'], LucideIcon>> = {
  'client-created': UserPlus,
  import: Upload,
  invoice: FileText,
  'credit-note': FileMinus,
  'invoice-cancelled': Ban,
  payment: HandCoins,
  'payment-reversed': Undo2,
  email: Mail,
  letter: Stamp,
  'client-letter': Stamp,
  'letter-presented': MailOpen,
  'letter-concluded': MailCheck,
  'letter-filed': Archive,
  'call-step': Phone,
  note: StickyNote,
  'dispute-opened': ShieldAlert,
  'dispute-resolved': ShieldCheck,
  promise: Handshake,
  'promise-kept': CircleCheck,
  'promise-broken': CircleX,
  'promise-withdrawn': Undo2,
  plan: CalendarPlus,
  'plan-ended': CalendarClock,
  'instalment-missed': CalendarX,
  'forfeiture-notice': Stamp,
  pause: Pause,
  'pause-ended': Play,
  insolvency: Gavel,
  'claim-declared': Gavel,
  'services-blocked': PackageX,
  'services-restored': PackageCheck,
  'handed-over': UserRoundCheck,
  'handover-ended': Undo2,
  'case-filed': Landmark,
  'case-closed': Landmark,
};

const iconOf = (event: TimelineEvent): LucideIcon => {
  if (event.kind !== 'note') return byKind[event.kind];
  if (event.note.kind === 'call') return Phone;
  if (event.note.kind === 'email-received') return Inbox;
  return event.note.kind === 'service' ? Wrench : StickyNote;
};

/** What needs a look is told by colour as well; the title says it in words. */
export const entryTone = (event: TimelineEvent): 'plain' | 'good' | 'caution' | 'alert' => {
  switch (event.kind) {
    case 'payment':
      return event.payment.reversedAt === undefined ? 'good' : 'plain';
    case 'promise-kept':
    case 'dispute-resolved':
      return 'good';
    case 'promise-broken':
    case 'instalment-missed':
      return 'caution';
    case 'dispute-opened':
      return event.dispute.resolvedOn === undefined ? 'alert' : 'plain';
    case 'insolvency':
    case 'services-blocked':
      return 'alert';
    case 'letter-concluded':
      return event.dispatch.outcome?.kind === 'delivered' ? 'good' : 'caution';
    case 'email':
    case 'letter':
      return event.reminder.state.kind === 'rejected'
        ? 'alert'
        : event.reminder.state.kind === 'unknown'
          ? 'caution'
          : 'plain';
    default:
      return 'plain';
  }
};

export const EntryIcon = ({ event }: { readonly event: TimelineEvent }) => {
  const Icon = iconOf(event);
  return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />;
};
