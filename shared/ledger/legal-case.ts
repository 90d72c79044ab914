import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { DocumentRef } from './history.ts';

/** Ways after the amicable phase (law-and-formats.md 3.1). */
export type ProcedureKind =
  /** Injonction de payer, CPC 1405-1425. */
  | 'order-for-payment'
  /** Recouvrement des créances commerciales incontestées, CPCEx L126-1 to L126-5. */
  | 'uncontested-commercial-claim'
  /** Petites créances, CPCEx L125-1. */
  | 'small-claims'
  /** Référé-provision, CPC 835 and 873. */
  | 'interim-payment'
  /** Assignation au fond. */
  | 'summons'
  /** Médiateur des entreprises. */
  | 'mediation'
  /** Déclaration de créance, C. com. L622-24. */
  | 'claim-declaration';

/** What the law asks and the ledger cannot know; undefined = not answered yet. */
export interface CaseFacts {
  /** Both parties are commerçants (C. com. L121-1, L210-1). */
  readonly debtorIsMerchant?: boolean | undefined;
  readonly creditorIsMerchant?: boolean | undefined;
  /** The debtor contests the claim seriously. */
  readonly isContested?: boolean | undefined;
  /** A written contract or signed quote exists. */
  readonly hasWrittenContract?: boolean | undefined;
  /** An amicable attempt failed (CPC 750-1). */
  readonly amicableAttemptFailed?: boolean | undefined;
}

/** What happened after the request; each starts a time limit of law (cases/case-deadlines.ts). */
export interface CaseDates {
  /** Order for payment: its own date, which decides whether 3 or 6 months are left to have it served. */
  readonly orderOn?: Day | undefined;
  /** Order for payment: served on the debtor. */
  readonly orderServedOn?: Day | undefined;
  /** L126: the demand for payment was served. Small claims: the letter of the commissaire de justice left. */
  readonly demandServedOn?: Day | undefined;
  /** L126: the record of non-contestation. */
  readonly recordOn?: Day | undefined;
  /** The debtor opposed or contested. */
  readonly contestedOn?: Day | undefined;
  /** Enforceable title. */
  readonly titleOn?: Day | undefined;
}

/** « Dossier contentieux » of a client. */
export interface LegalCase {
  readonly id: string;
  readonly clientId: string;
  readonly invoiceIds: readonly string[];
  readonly openedOn: Day;
  readonly facts: CaseFacts;
  readonly procedure?: ProcedureKind | undefined;
  /** The user says that he has gone to court: reminders of the invoices stop. */
  readonly filedOn?: Day | undefined;
  readonly courtName?: string | undefined;
  readonly courtReference?: string | undefined;
  readonly dates?: CaseDates | undefined;
  /** Order in which the user put the pieces; those not named come after, by kind and date. */
  readonly pieceOrder?: readonly string[] | undefined;
  /** Costs paid so far; 0 or more. */
  readonly costsCents: Cents;
  readonly note: string;
  readonly closed?:
    | {
        readonly on: Day;
        readonly outcome: 'paid' | 'title' | 'settled' | 'dismissed' | 'given-up';
        readonly note: string;
      }
    | undefined;
  /** The files made from it, newest last. */
  readonly documents: readonly DocumentRef[];
}
