import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { SemesterRates } from '../law/parameters.ts';
import type { Cents } from '../money/cents.ts';
import type { EarlyPaymentDiscount, PostalAddress, ReminderRhythm } from './client.ts';

/** The creditor, as it stands on every letter and e-mail. */
export interface CompanySettings {
  readonly id: 'company';
  readonly name: string;
  /** « SARL », « SAS », « EI »… */
  readonly legalForm: string;
  readonly capital: string;
  readonly siren: string;
  readonly registry: string;
  readonly vatNumber: string;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
  readonly iban: string;
  readonly bic: string;
  /** Exact account holder as the bank knows it (verification of payee). Empty = company name. */
  readonly accountHolder: string;
  readonly signatoryName: string;
  readonly signatoryCapacity: string;
  /** Page to pay on line, https, with `{montant}` and `{reference}` where they belong; empty = none. */
  readonly paymentLink?: string | undefined;
  /** To whom a cheque is made out, printed on letters; empty = none. */
  readonly chequeOrder?: string | undefined;
  /** Colour of the letterhead, « #1f3a5f »; ink where undefined or empty. */
  readonly accent?: string | undefined;
  /** Name and contact of the consumer mediator (C. consom. L616-1), for letters to consumers. */
  readonly consumerMediator?: string | undefined;
  /** Document-store hash of a PNG or JPEG. */
  readonly logoHash?: string | undefined;
  readonly signatureHash?: string | undefined;
}

export interface ReminderSettings {
  readonly id: 'reminders';
  /** Working-day calendar of the sender. */
  readonly calendar:
    | 'metropole'
    | 'alsace-moselle'
    | 'guadeloupe'
    | 'martinique'
    | 'guyane'
    | 'reunion'
    | 'mayotte';
  /** Days without another written message to the same client, 0 to 60. */
  readonly minimumGapDays: number;
  /** A remaining amount up to this is never reminded. */
  readonly toleranceCents: Cents;
  /** Seconds during which an approved e-mail can be taken back, 5 to 60. */
  readonly recallSeconds: number;
  /** Claim penalties and the flat 40 € in letters (B2B and public only). */
  readonly claimPenalties: boolean;
  readonly claimIndemnity: boolean;
  /** The 40 € are not claimed for a late amount below this; 1,00 € where undefined. */
  readonly indemnityMinimumCents?: Cents | undefined;
  /** Term in days for an invoice imported without due date. */
  readonly defaultTermDays: number;
  /** Hour of the morning notification, Europe/Paris, 0 to 23. */
  readonly notifyAtHour: number;
  /** When reminders may leave; every working day where undefined. */
  readonly rhythm?: ReminderRhythm | undefined;
  /** Automatic e-mails leave between these hours, Europe/Paris; 9 to 18 where undefined. */
  readonly sendFromHour?: number | undefined;
  readonly sendUntilHour?: number | undefined;
  /** Automatic e-mails about one invoice before a person has to look; 2 where undefined. */
  readonly automaticPerInvoice?: number | undefined;
  /** Written messages to one client in 30 days; 4 where undefined. */
  readonly messagesPerMonth?: number | undefined;
  /** The bank counts as fresh for this many days; 3 where undefined. */
  readonly bankFreshDays?: number | undefined;
  /** Days after the deposit of a registered letter on which a missing receipt is asked about; 20 where undefined. */
  readonly receiptMissingDays?: number | undefined;
  /** Days without news of a collector on which he is asked about; 60 where undefined. */
  readonly handoverSilenceDays?: number | undefined;
}

export interface TreasurySettings {
  readonly id: 'treasury';
  /** Alert when the projected balance falls below one of these. */
  readonly thresholdsCents: readonly Cents[];
}

export interface OnboardingSettings {
  readonly id: 'onboarding';
  /** Day before which late invoices start nothing by themselves (first import). */
  readonly startedOn: Day;
  readonly firstRunDone: boolean;
}

/** « Rien de nouveau »: the user looked at the bank and found no payment to enter. */
export interface BankCheckSettings {
  readonly id: 'bank-check';
  readonly checkedAt: Instant;
}

/** Semesters the user entered himself; each goes over the one that ships with the application. */
export interface LegalRateSettings {
  readonly id: 'legal-rates';
  readonly semesters: readonly SemesterRates[];
}

/** How far matching goes when money and invoices differ. */
export interface MatchingSettings {
  readonly id: 'matching';
  /** What a payer's bank may keep and the invoice still counts as paid. Cents, 0 to 10000. */
  readonly feeToleranceCents: Cents;
  /** Escompte for every client without one of his own. */
  readonly earlyPaymentDiscount?: EarlyPaymentDiscount | undefined;
}

export type SettingsRow =
  | CompanySettings
  | ReminderSettings
  | TreasurySettings
  | OnboardingSettings
  | BankCheckSettings
  | LegalRateSettings
  | MatchingSettings;
export type SettingsId = SettingsRow['id'];
export type SettingsOf<Id extends SettingsId> = Extract<SettingsRow, { readonly id: Id }>;
