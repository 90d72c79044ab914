import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { LetterDocument } from '../ledger/letter-document.ts';
import type { Cents } from '../money/cents.ts';
import type { DunningLevel, ReminderChannel } from './scenario.ts';

/** An invoice in a message and the step that the message does for it. */
export interface ReminderLine {
  readonly invoiceId: string;
  readonly stepId: string;
  /** Balance claimed when the message was approved. */
  readonly remainingCents: Cents;
  /** Scenario of the step, where the invoice follows another than the message as a whole. */
  readonly scenarioId?: string | undefined;
}

/** Where a message stands. A step counts as done from `accepted`, `exported`, `unknown`, `posted`, `called`, `skipped`. */
export type ReminderState =
  /** Approved by the user or the automatic mode; leaves after `sendAfter` unless recalled. */
  | { readonly kind: 'approved'; readonly approvedAt: Instant; readonly sendAfter: Instant }
  | { readonly kind: 'accepted'; readonly acceptedAt: Instant; readonly serverReply: string }
  /** Certain that nothing left: the server refused, or it was never reached. */
  | {
      readonly kind: 'rejected';
      readonly rejectedAt: Instant;
      readonly explanation: string;
      readonly permanent: boolean;
    }
  /** « Peut-être parti »: never sent again by itself. */
  | { readonly kind: 'unknown'; readonly since: Instant; readonly explanation: string }
  /** Written as `.eml` for the user's own mail program. */
  | { readonly kind: 'exported'; readonly exportedAt: Instant }
  | { readonly kind: 'to-print'; readonly approvedAt: Instant }
  | { readonly kind: 'printed'; readonly printedAt: Instant }
  | ({ readonly kind: 'posted' } & Dispatch)
  | { readonly kind: 'called'; readonly calledAt: Instant }
  | { readonly kind: 'skipped'; readonly skippedAt: Instant }
  /** Taken back before it left, or dropped because the balance was settled: the step is due again. */
  | { readonly kind: 'withdrawn'; readonly withdrawnAt: Instant; readonly reason: string };

/** One message to one client, for all its due invoices, at the highest step due. */
export interface Reminder {
  /** Deterministic (planning.ts `reminderId`): planning twice gives the same reminder. */
  readonly id: string;
  readonly clientId: string;
  readonly scenarioId: string;
  /** The highest step among the lines: channel, template and tone come from it. */
  readonly stepId: string;
  readonly level: DunningLevel;
  readonly channel: ReminderChannel;
  readonly lines: readonly ReminderLine[];
  readonly plannedOn: Day;
  /** Counts the times it was approved: a retry after a refusal is attempt 2. */
  readonly attempt: number;
  /** Exact text as approved. */
  readonly subject: string;
  readonly body: string;
  readonly recipientEmail?: string | undefined;
  readonly recipientName?: string | undefined;
  /** Last day granted to pay, printed as a date. */
  readonly deadlineOn?: Day | undefined;
  /** Language of the text; French where undefined. */
  readonly language?: 'en' | undefined;
  readonly totalCents: Cents;
  readonly state: ReminderState;
  /** Approved by the automatic mode, without anybody looking. */
  readonly isAutomatic?: true | undefined;
  /** Id of the message that this one goes with, by another channel of the same step. */
  readonly companionOf?: string | undefined;
  /** SHA-256 of the letter's PDF as printed, one of `documents`. */
  readonly letterHash?: string | undefined;
  /** `.eml` as sent, letter PDF, scans. */
  readonly documents: readonly LetterDocument[];
}

/** Key of the reminder in the outbox of main. */
export const outboxKey = (reminder: Pick<Reminder, 'id' | 'attempt'>): string =>
  `${reminder.id}/${reminder.attempt}`;
