import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';

/** Which law governs what the client owes (see law/regime.ts). */
export type DebtorRegime = 'b2b' | 'public' | 'b2c' | 'non-professional';

/** How the user knows the client; chooses tone and scenario. */
export type ClientSegment = 'regular' | 'new' | 'late-payer' | 'key-account';

/** What a contact is for; a dunning step picks its recipient by role. */
export type ContactRole = 'reminders' | 'accounting' | 'decision-maker' | 'site' | 'other';

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Lines above postcode and city, from the particular to the general (NF Z10-011 lines 2 to 5). */
export interface PostalAddress {
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  /** Empty or « France » for a domestic address. */
  readonly country?: string | undefined;
}

/** Contractual late-payment rate of a client; `statutory` where nothing was agreed. */
export type InterestRate =
  | { readonly kind: 'statutory' }
  | { readonly kind: 'fixed'; readonly basisPoints: number }
  | { readonly kind: 'legal-multiple'; readonly times: number }
  | { readonly kind: 'ecb-plus'; readonly points: number };

/** Opening of a collective procedure: every reminder for earlier claims stops (C. com. L622-7). */
export interface Insolvency {
  readonly kind: 'safeguard' | 'reorganisation' | 'liquidation';
  readonly judgmentOn: Day;
  /** Publication in the BODACC; the two months for the declaration run from here (R622-24). */
  readonly publishedOn?: Day | undefined;
}

export interface Client {
  readonly id: string;
  readonly name: string;
  /** The client's code in the user's accounting tool. */
  readonly code?: string | undefined;
  readonly regime: DebtorRegime;
  readonly segment: ClientSegment;
  readonly siren?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly address?: PostalAddress | undefined;
  readonly contacts: readonly Contact[];
  /** Scenario chosen for this client; the default one where undefined. */
  readonly scenarioId?: string | undefined;
  readonly rate: InterestRate;
  /** Days after issue when an invoice comes without a due date; the company's default where undefined. */
  readonly termDays?: number | undefined;
  /** Paid by direct debit: no reminder until a debit is rejected. */
  readonly directDebit: boolean;
  /** Why this client is never reminded; undefined = reminded as usual. */
  readonly excludedReason?: string | undefined;
  readonly insolvency?: Insolvency | undefined;
  readonly importId?: string | undefined;
  readonly createdAt: Instant;
}
