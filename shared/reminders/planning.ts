import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cents } from '../money/cents.ts';
import type { Block } from './block.ts';
import type { Proposal } from './proposal.ts';

/** An invoice whose step is due but that something holds back. */
export interface WaitingLine {
  readonly clientId: string;
  readonly invoiceId: string;
  readonly remainingCents: Cents;
  readonly block: Block;
}

/** Something missing that keeps a reminder from leaving. */
export interface DataGap {
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
  readonly kind: 'no-due-date' | 'no-email' | 'no-address' | 'no-contact';
}

/** The next reminder that will become due after today. */
export interface NextReminder {
  readonly on: Day;
  readonly clientId: string;
  readonly cents: Cents;
}

export interface Planning {
  /** At most one per client; the strongest level first, then the largest total. */
  readonly proposals: readonly Proposal[];
  readonly waiting: readonly WaitingLine[];
  readonly next?: NextReminder | undefined;
  readonly dataQuality: readonly DataGap[];
}

/** What is due on a day, from the state of the ledger alone. */
export const planReminders = (_ledger: Ledger, _today: Day): Planning => ({
  proposals: [],
  waiting: [],
  dataQuality: [],
});
