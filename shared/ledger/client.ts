import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { PaymentTerms } from '../dates/payment-terms.ts';
import type { TermActivity } from '../law/term-activity.ts';
import type { ChargeDecisions } from './charge-decision.ts';

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
  /** Mail to the address came back: nothing is sent there until it is corrected or confirmed. */
  readonly bouncedOn?: Day | undefined;
}

/** When reminders may reach a client. */
export type ReminderRhythm =
  | { readonly kind: 'daily' }
  /** ISO weekdays, 1 = Monday. */
  | { readonly kind: 'weekdays'; readonly weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[] }
  /** The working day on or after that day of the month, 1 to 28. */
  | { readonly kind: 'monthly'; readonly dayOfMonth: number };

/** « Mode indulgent »: only courteous messages between two days, both included. */
export interface LenientPeriod {
  readonly from: Day;
  readonly until: Day;
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

/** Escompte of the terms of sale: paid within so many days of the invoice date, so much is taken off. */
export interface EarlyPaymentDiscount {
  /** Hundredths of a percent of the total including VAT, 1 to 2000. */
  readonly basisPoints: number;
  /** 1 or more, from the invoice date. */
  readonly withinDays: number;
}

/** Opening of a collective procedure: every reminder for earlier claims stops (C. com. L622-7). */
export interface Insolvency {
  readonly kind: 'safeguard' | 'reorganisation' | 'liquidation';
  readonly judgmentOn: Day;
  /** Publication in the BODACC; the two months for the declaration run from here (R622-24). */
  readonly publishedOn?: Day | undefined;
  /** Mandataire judiciaire or liquidateur to whom the claim is declared: name and address as written on the envelope. */
  readonly trustee?: string | undefined;
  /** Court and number of the procedure, as on the notice. */
  readonly court?: string | undefined;
  /** The declaration was dispatched; the alarms of its deadline end. */
  readonly declaredOn?: Day | undefined;
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
  /** Agreed payment terms, for invoices that come without a due date; the company's default where undefined. */
  readonly terms?: PaymentTerms | undefined;
  readonly earlyPaymentDiscount?: EarlyPaymentDiscount | undefined;
  /** What is sold to him, where it decides the longest lawful term; that of the regime where undefined. */
  readonly termActivity?: TermActivity | undefined;
  /** The contract says that interest due for a whole year bears interest itself (C. civ. 1343-2). */
  readonly capitalisesInterest?: boolean | undefined;
  /** What is claimed of him or waived, over the settings; a decision on an invoice goes over it. */
  readonly chargeDecisions?: ChargeDecisions | undefined;
  /** The company's rhythm where undefined. */
  readonly rhythm?: ReminderRhythm | undefined;
  readonly lenient?: LenientPeriod | undefined;
  /** Language of messages and letters; French where undefined. */
  readonly language?: 'fr' | 'en' | undefined;
  /** « Livraisons / SAV bloqués »: nothing more is delivered or repaired until this is lifted. */
  readonly blockedServices?:
    | {
        readonly deliveries: boolean;
        readonly afterSales: boolean;
        readonly since: Day;
        readonly reason: string;
        /** From that day on nothing is blocked any more; it stays in the history. */
        readonly liftedOn?: Day | undefined;
        /** The dispute that it began with: when that ends, lifting the block is proposed. */
        readonly disputeId?: string | undefined;
      }
    | undefined;
  /** Paid by direct debit: no reminder until a debit is rejected. */
  readonly directDebit: boolean;
  /** Why this client is never reminded; undefined = reminded as usual. */
  readonly excludedReason?: string | undefined;
  readonly insolvency?: Insolvency | undefined;
  readonly importId?: string | undefined;
  readonly createdAt: Instant;
}
