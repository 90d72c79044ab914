import type { Instant } from '../dates/clock.ts';

/** What lateness adds to an invoice: interest by the day, or the flat 40 €. */
export type Charge = 'penalties' | 'indemnity';

/** « Réclamer » or « renoncer », as the user decided for a client or an invoice. */
export interface ChargeDecision {
  readonly claimed: boolean;
  /** Why, in the user's words; may be empty. */
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** The decisions taken; what is undefined follows the client, then the settings. */
export type ChargeDecisions = { readonly [Name in Charge]?: ChargeDecision | undefined };
