import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { PaperLetter } from '../letters/paper-letter.ts';
import type { Cents } from '../money/cents.ts';
import type { Reminder } from '../reminders/reminder.ts';
import type { Dispute, ForfeitureNotice, Pause, PaymentPlan, PaymentPromise } from './agreement.ts';
import type { ServiceBlock } from './blocked-services.ts';
import type { Insolvency } from './client.ts';
import type { ClientLetter } from './client-letter.ts';
import type { Dispatch } from './dispatch.ts';
import type { Handover } from './handover.ts';
import type { HistoryNote, ImportRecord } from './history.ts';
import type { Invoice } from './invoice.ts';
import type { LegalCase } from './legal-case.ts';
import type { Allocation, Payment } from './payment.ts';
import type { OpenInstalment } from './plan-schedule.ts';

/** What happened, with the rows that tell it in full (text, documents, deposit, outcome). */
export type TimelineEvent =
  | { readonly kind: 'client-created' }
  | { readonly kind: 'import'; readonly record: ImportRecord; readonly invoices: readonly Invoice[] }
  | { readonly kind: 'invoice'; readonly invoice: Invoice }
  | {
      readonly kind: 'credit-note';
      readonly creditNote: Invoice;
      readonly allocations: readonly Allocation[];
    }
  | { readonly kind: 'invoice-cancelled'; readonly invoice: Invoice }
  | { readonly kind: 'payment'; readonly payment: Payment; readonly allocations: readonly Allocation[] }
  | { readonly kind: 'payment-reversed'; readonly payment: Payment }
  | { readonly kind: 'email'; readonly reminder: Reminder }
  | { readonly kind: 'letter'; readonly reminder: Reminder }
  /** A letter beside the reminders. */
  | { readonly kind: 'client-letter'; readonly letter: ClientLetter }
  /** What the post or the receipt tells of a letter that went out. */
  | {
      readonly kind: 'letter-presented' | 'letter-concluded' | 'letter-filed';
      readonly letter: PaperLetter;
      readonly dispatch: Dispatch;
    }
  | { readonly kind: 'call-step'; readonly reminder: Reminder }
  | { readonly kind: 'note'; readonly note: HistoryNote }
  | { readonly kind: 'dispute-opened'; readonly dispute: Dispute }
  | { readonly kind: 'dispute-resolved'; readonly dispute: Dispute }
  | { readonly kind: 'promise'; readonly promise: PaymentPromise }
  | { readonly kind: 'promise-kept'; readonly promise: PaymentPromise }
  /** `paidCents` of `owedCents` came in time. */
  | {
      readonly kind: 'promise-broken';
      readonly promise: PaymentPromise;
      readonly paidCents: Cents;
      readonly owedCents: Cents;
    }
  | { readonly kind: 'promise-withdrawn'; readonly promise: PaymentPromise }
  | { readonly kind: 'plan'; readonly plan: PaymentPlan }
  | { readonly kind: 'plan-ended'; readonly plan: PaymentPlan }
  /** An instalment counts as missed, three working days after its day. */
  | { readonly kind: 'instalment-missed'; readonly plan: PaymentPlan; readonly instalment: OpenInstalment }
  | { readonly kind: 'forfeiture-notice'; readonly plan: PaymentPlan; readonly notice: ForfeitureNotice }
  | { readonly kind: 'pause'; readonly pause: Pause }
  | { readonly kind: 'pause-ended'; readonly pause: Pause }
  | { readonly kind: 'insolvency'; readonly insolvency: Insolvency }
  /** The declaration of the claim was dispatched to the trustee. */
  | { readonly kind: 'claim-declared'; readonly insolvency: Insolvency }
  /** « Livraisons / SAV bloqués », and the end of it. */
  | { readonly kind: 'services-blocked'; readonly block: ServiceBlock }
  | { readonly kind: 'services-restored'; readonly block: ServiceBlock }
  | { readonly kind: 'handed-over'; readonly handover: Handover }
  | { readonly kind: 'handover-ended'; readonly handover: Handover }
  /** The user went to court. */
  | { readonly kind: 'case-filed'; readonly legalCase: LegalCase }
  | { readonly kind: 'case-closed'; readonly legalCase: LegalCase };

/** One line of a client's history. */
export interface TimelineEntry {
  /** Unique within the timeline and the same on every computation. */
  readonly key: string;
  /** Business day under which the entry stands. */
  readonly on: Day;
  /** The exact moment, where one is known. */
  readonly at?: Instant | undefined;
  /** French. */
  readonly title: string;
  readonly event: TimelineEvent;
}
