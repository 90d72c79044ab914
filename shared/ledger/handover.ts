import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { PostalAddress } from './client.ts';
import type { DocumentRef } from './history.ts';

/** Who collects for the user. */
export type CollectorKind = 'agency' | 'lawyer' | 'bailiff' | 'credit-insurer' | 'mediator' | 'other';

export interface Collector {
  readonly kind: CollectorKind;
  readonly name: string;
  readonly address?: PostalAddress | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** What the third party earns. */
export type CollectorFee =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'fixed'; readonly cents: Cents } & FeeVat)
  /** Hundredths of a percent of what comes in, 0 to 10000. */
  | ({ readonly kind: 'share'; readonly basisPoints: number } & FeeVat);

/** VAT that comes on top of a fee, hundredths of a percent, more than 0 to 10000; absent: none comes on top. */
export interface FeeVat {
  readonly vatBasisPoints?: number | undefined;
}

/** « Confié à un tiers »: invoices given to somebody for collection; nothing is reminded meanwhile. */
export interface Handover {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceIds: readonly string[];
  readonly collector: Collector;
  readonly handedOverOn: Day;
  /** What was owed on that day. */
  readonly claimCents: Cents;
  readonly fee: CollectorFee;
  /** The collector's file number. */
  readonly reference?: string | undefined;
  readonly note: string;
  /** Day of the last report or call; a silence is asked about. */
  readonly lastNewsOn?: Day | undefined;
  /** It came back; reminders go on where something is owed. */
  readonly ended?:
    | {
        readonly on: Day;
        readonly outcome: 'recovered' | 'partly-recovered' | 'not-recovered' | 'withdrawn';
        /** What the collector passed on and what he kept; 0 or more. */
        readonly recoveredCents: Cents;
        readonly feeCents: Cents;
        readonly note: string;
      }
    | undefined;
  /** Mandate as signed, reports. */
  readonly documents: readonly DocumentRef[];
}
