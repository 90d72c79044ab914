import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { LifeCycleCode } from './life-cycle.ts';

/** What a list tells about a client beside name and code; only what was there is present. */
export interface ImportedContact {
  readonly email?: string;
  readonly phone?: string;
  readonly addressLines?: readonly string[];
  readonly postcode?: string;
  readonly city?: string;
  /** 9 digits. */
  readonly siren?: string;
  readonly vatNumber?: string;
}

/** An invoice or credit note as a file gives it. Amounts are positive, in cents of `currency`, VAT included. */
export interface InvoiceRow {
  /** Physical line of the file, from 1 (the first one, when several lines make up the invoice). */
  readonly line: number;
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly issuedOn: Day;
  /** Absent where the file has none: the client's or company's terms will give it. */
  readonly dueOn?: Day;
  /** « Client 12 » when the file gives only the code. */
  readonly clientName: string;
  /** True when `clientName` was made up from the code and must not rename anybody. */
  readonly clientNamedByCode: boolean;
  readonly clientCode?: string;
  readonly totalCents: Cents;
  /** 0 to `totalCents`; of a credit note, what is not yet used. */
  readonly remainingCents: Cents;
  /** ISO 4217. */
  readonly currency: string;
  readonly status: 'open' | 'paid' | 'cancelled' | 'draft';
  /** Status of the e-invoicing platform, where the list has one (« 210 », « Refusée »). */
  readonly lifeCycleCode?: LifeCycleCode;
  readonly orderReference?: string;
  /** Day of the last payment, where the file tells it. */
  readonly paidOn?: Day;
  /** No due date by the terms either: a bill of exchange, or an amount whose invoice is not known. */
  readonly awaitsDueDate?: boolean;
  readonly contact: ImportedContact;
}
