import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { Dispatch } from './dispatch.ts';
import type { LetterDocument } from './letter-document.ts';

/** A letter that is no step of a scenario. */
export type ClientLetterKind =
  /** Relevé de compte. */
  | 'account-statement'
  /** Échéancier, with recognition of the debt and déchéance du terme. */
  | 'payment-plan'
  /** Proposition d’escompte pour règlement anticipé. */
  | 'discount-offer'
  /** Accusé de réception d’un règlement, remerciement. */
  | 'thanks'
  /** Mandate to a third party to collect. */
  | 'mandate'
  /** Mise en demeure before the déchéance du terme of a plan. */
  | 'forfeiture-notice'
  /** Written by the user himself on the company's paper. */
  | 'free';

export type ClientLetterState =
  | { readonly kind: 'to-print'; readonly writtenAt: Instant }
  | { readonly kind: 'printed'; readonly printedAt: Instant }
  | ({ readonly kind: 'posted' } & Dispatch)
  | { readonly kind: 'withdrawn'; readonly withdrawnAt: Instant };

/** A letter to a client beside the reminders, with its own chain of proof. */
export interface ClientLetter {
  readonly id: string;
  readonly clientId: string;
  readonly kind: ClientLetterKind;
  readonly invoiceIds: readonly string[];
  /** Plan that it sets out, or whose term it warns to forfeit. */
  readonly planId?: string | undefined;
  /** Payment that it acknowledges. */
  readonly paymentId?: string | undefined;
  /** Hand-over that it mandates. */
  readonly handoverId?: string | undefined;
  readonly registered: boolean;
  /** French where undefined. */
  readonly language?: 'en' | undefined;
  readonly writtenOn: Day;
  readonly subject: string;
  /** Paragraphs separated by an empty line, as the user left them. */
  readonly body: string;
  /** Last day granted to pay, as printed. */
  readonly deadlineOn?: Day | undefined;
  /** Days that it grants from its receipt, 1 or more. */
  readonly grantedDays?: number | undefined;
  readonly totalCents?: Cents | undefined;
  /** First day of the statement that it sets out. */
  readonly statementFrom?: Day | undefined;
  /** The debtor writes the recognised sum out by hand (C. civ. 1376). */
  readonly handwritten?: boolean | undefined;
  /** Listed under « PJ », as the user left them. */
  readonly enclosures?: readonly string[] | undefined;
  readonly state: ClientLetterState;
  /** SHA-256 of its PDF as printed, one of `documents`. */
  readonly letterHash?: string | undefined;
  /** PDF as printed, scans of proofs. */
  readonly documents: readonly LetterDocument[];
}
