import type { Day } from '../dates/day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Payment } from '../ledger/payment.ts';
import type { FecReading } from './fec-reading.ts';

/** What earlier files of entries left in the ledger. */
export interface FecHistory {
  /** True for a row that an earlier file of the same company brought. */
  readonly isFromFec: (row: { readonly importId?: string | undefined }) => boolean;
  /** Money on account that such a file brought. */
  readonly isCredit: (payment: Payment) => boolean;
  /** Clients who stood on account 416 in an earlier file. */
  readonly doubtfulClientIds: ReadonlySet<string>;
  /** SIREN of the file where the ledger is another company's. */
  readonly otherSiren: string | undefined;
  /** Last entry of an earlier file of the same company that goes further than this one. */
  readonly newerOn: Day | undefined;
  /** True when the file speaks of everything that was open on a day. */
  readonly covers: (on: Day) => boolean;
}

const digits = (text: string): string => text.replace(/\D/g, '').slice(0, 9);

/** Looks through the imports of a ledger for files of entries like this one. */
export const fecHistory = (ledger: Ledger, reading: FecReading): FecHistory => {
  const records = [...ledger.imports.values()].filter(({ fec }) => fec !== undefined);
  const company = digits(settingsOf(ledger, 'company').siren);
  const earlier = records.flatMap(({ fec }) => fec?.siren ?? []);
  const { siren, firstOn, lastOn, hasOpening } = reading;
  const isOther =
    siren !== undefined &&
    (company === '' ? earlier.length > 0 && !earlier.includes(siren) : company !== siren);
  const own = records.filter(
    ({ fec }) => siren === undefined || fec?.siren === undefined || fec.siren === siren,
  );
  const ids = new Set(own.map(({ id }) => id));
  const newerOn = own.reduce<Day | undefined>((latest, { fec }) => {
    const on = fec?.lastOn;
    const isNewer = on !== undefined && lastOn !== undefined && on > lastOn;
    return isNewer && (latest === undefined || on > latest) ? on : latest;
  }, undefined);
  const isFromFec: FecHistory['isFromFec'] = ({ importId }) => importId !== undefined && ids.has(importId);
  return {
    isFromFec,
    // Money set against an invoice at import bears no reference.
    isCredit: (payment) =>
      isFromFec(payment) &&
      payment.method === 'as-imported' &&
      payment.reference !== undefined &&
      payment.reversedAt === undefined,
    doubtfulClientIds: new Set(records.flatMap(({ fec }) => fec?.doubtfulClientIds ?? [])),
    otherSiren: isOther ? siren : undefined,
    newerOn,
    covers: (on) =>
      newerOn === undefined &&
      firstOn !== undefined &&
      lastOn !== undefined &&
      on <= lastOn &&
      (on >= firstOn || hasOpening),
  };
};

/** True for an invoice of an earlier file that is neither cancelled nor a credit note. */
export const isFecInvoice = (history: FecHistory, invoice: Invoice): boolean =>
  invoice.kind === 'invoice' && invoice.cancelledAt === undefined && history.isFromFec(invoice);
