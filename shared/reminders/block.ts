import type { Day } from '../dates/day.ts';

/** Why nothing leaves for an invoice. */
export type BlockKind =
  | 'settled'
  | 'no-due-date'
  | 'credit-note'
  | 'cancelled'
  | 'dispute'
  | 'promise'
  | 'plan'
  | 'pause'
  | 'insolvency'
  | 'excluded'
  | 'direct-debit'
  | 'covered-by-credit'
  | 'in-progress'
  | 'minimum-gap'
  | 'granted-days';

export interface Block {
  readonly kind: BlockKind;
  /** French sentence for the badge. */
  readonly reason: string;
  /** First day on which reminders may go on; undefined where that does not depend on a day. */
  readonly resumesOn?: Day | undefined;
}
