import type { ContactRole, PostalAddress } from '../ledger/client.ts';

/** A person or company as a contact list gives it. At least one of organisation and name is there. */
export interface ContactRow {
  /** Physical line of the file on which it starts, from 1. */
  readonly line: number;
  readonly organisation?: string;
  /** Full name of the person. */
  readonly name?: string;
  /** Exactly one plain address. */
  readonly email?: string;
  readonly phone?: string;
  /** What the person does, as written: « Comptable », « Gérante ». */
  readonly title?: string;
  /** What the contact is for, where the title tells. */
  readonly role?: ContactRole;
  readonly address?: PostalAddress;
  /** The client's code in the user's accounting tool. */
  readonly code?: string;
  /** 9 digits. */
  readonly siren?: string;
  readonly vatNumber?: string;
}

/** What is wrong with a contact list. After an `error` something was left out. */
export interface ContactProblem {
  readonly severity: 'error' | 'warning';
  readonly kind:
    | 'empty-file'
    | 'too-big'
    | 'not-contacts'
    | 'damaged'
    | 'cut-off'
    | 'no-name'
    | 'invalid-email'
    | 'invalid-siren'
    | 'unreadable-line';
  readonly line?: number;
  /** French: what it is and what to do. */
  readonly message: string;
}

/** A contact list as read. Without rows there is at least one problem that says why. */
export interface ContactReading {
  readonly format: 'vcard' | 'csv' | 'xlsx';
  readonly rows: readonly ContactRow[];
  readonly problems: readonly ContactProblem[];
}
