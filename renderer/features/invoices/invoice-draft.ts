import type { Day } from '../../../shared/dates/day.ts';
import type { PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { invoiceDueOn } from '../../../shared/ledger/client-terms.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import type { InvoiceWish } from '../../db/commands/invoices.ts';
import { customTerms, ownTerms } from './term-choices.ts';

export type CreditEffect = NonNullable<Invoice['creditEffect']>;

/** An invoice or credit note while it is being typed: any part may still be missing. */
export interface InvoiceDraft {
  readonly kind: Invoice['kind'];
  readonly number: string;
  readonly issuedOn: Day | undefined;
  /** A choice of the list of terms. */
  readonly terms: string;
  /** The due date typed, where it follows no terms. */
  readonly typedDueOn: Day | undefined;
  readonly performedOn: Day | undefined;
  readonly requestReceivedOn: Day | undefined;
  readonly total: Cents | undefined;
  readonly order: string;
  readonly creditEffect: CreditEffect;
  /** Undefined until the user says: then by what is sold to the client. */
  readonly isCarriage: boolean | undefined;
}

/**
 * The form of an invoice that stands, or an empty one dated today. A due date that waits for the receipt
 * still follows the terms, so that the day of receipt is all that is left to type.
 */
export const draftOfInvoice = (
  invoice: Invoice | undefined,
  today: Day,
  clientTerms?: PaymentTerms,
): InvoiceDraft => ({
  kind: invoice?.kind ?? 'invoice',
  number: invoice?.number ?? '',
  issuedOn: invoice === undefined ? today : invoice.issuedOn,
  terms:
    invoice === undefined || (invoice.dueOn === undefined && clientTerms?.kind === 'after-receipt')
      ? ownTerms
      : customTerms.value,
  typedDueOn: invoice?.dueOn,
  performedOn: invoice?.performedOn,
  requestReceivedOn: invoice?.requestReceivedOn,
  total: invoice?.totalCents,
  order: invoice?.orderReference ?? '',
  creditEffect: invoice?.creditEffect ?? 'from-due-date',
  isCarriage: invoice?.isCarriage,
});

/** Due date by the terms, or as typed; undefined while a day that it counts from is missing. */
export const draftDueOn = (
  { issuedOn, typedDueOn, performedOn, requestReceivedOn }: InvoiceDraft,
  terms: PaymentTerms | undefined,
  regime: DebtorRegime | undefined,
): Day | undefined => {
  if (terms === undefined) return typedDueOn;
  if (issuedOn === undefined) return undefined;
  const due = invoiceDueOn({ issuedOn, performedOn, requestReceivedOn }, regime, terms);
  return due.ok ? due.value : undefined;
};

/** Why there is no due date yet, in French; undefined where there is one or nothing can be said. */
export const missingDueDateText = (
  draft: InvoiceDraft,
  terms: PaymentTerms | undefined,
  regime: DebtorRegime | undefined,
): string | undefined => {
  if (draft.kind === 'credit-note' || draft.issuedOn === undefined) return undefined;
  if (draftDueOn(draft, terms, regime) !== undefined) return undefined;
  return terms?.kind === 'after-receipt'
    ? `L’échéance se compte à partir de ${regime === 'public' ? 'la mise à disposition sur Chorus Pro' : 'la livraison'}\u00A0: indiquez-la, sans quoi cette facture ne sera jamais relancée.`
    : 'Sans échéance, cette facture ne sera jamais relancée.';
};

/** What the command is asked for, once number, date and total are there; else undefined. */
export const wishOfDraft = (draft: InvoiceDraft, dueOn: Day | undefined): InvoiceWish | undefined => {
  const { kind, number, issuedOn, total } = draft;
  if (number.trim() === '' || issuedOn === undefined || total === undefined) return undefined;
  const isInvoice = kind === 'invoice';
  return {
    kind,
    number,
    issuedOn,
    dueOn: isInvoice ? dueOn : undefined,
    performedOn: isInvoice ? draft.performedOn : undefined,
    requestReceivedOn: isInvoice ? draft.requestReceivedOn : undefined,
    totalCents: total,
    orderReference: draft.order.trim() || undefined,
    creditEffect: isInvoice ? undefined : draft.creditEffect,
    isCarriage: isInvoice ? draft.isCarriage : undefined,
  };
};
