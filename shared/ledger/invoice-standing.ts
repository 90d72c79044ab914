import { type Day, daysBetween } from '../dates/day.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { agreementIndex } from '../reminders/agreement-index.ts';
import type { Block } from '../reminders/block.ts';
import { blockOf } from '../reminders/blocking.ts';
import type { Dispute } from './agreement.ts';
import { currentBalances } from './balance.ts';
import { currentInstalmentShares } from './instalment-shares.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import { settlementOf } from './settlement.ts';

/** Where an invoice or credit note stands on a day. */
export type InvoiceStanding =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'paid'; readonly settledOn?: Day | undefined }
  /** `unusedCents`: what of a credit note is not yet set against an invoice. */
  | { readonly kind: 'credit-note'; readonly unusedCents: Cents }
  | {
      readonly kind: 'open';
      readonly remainingCents: Cents;
      /** Days since the due date, or the oldest open instalment of its payment plan; 0 and less = not overdue; undefined without a due date. */
      readonly daysLate?: number | undefined;
      /** Unresolved dispute, whole or in part. */
      readonly dispute?: Dispute | undefined;
      /** Why nothing leaves for it, where that is so. */
      readonly block?: Block | undefined;
    };

/** Computes where a document stands on `today`. */
export const invoiceStanding = (ledger: Ledger, invoice: Invoice, today: Day): InvoiceStanding => {
  if (invoice.cancelledAt !== undefined) return { kind: 'cancelled' };
  const balances = currentBalances(ledger);
  if (invoice.kind === 'credit-note')
    return {
      kind: 'credit-note',
      unusedCents: cents(Math.max(0, balances.unallocatedBySource.get(invoice.id) ?? 0)),
    };
  const remainingCents = balances.remainingByInvoice.get(invoice.id) ?? zeroCents;
  if (remainingCents <= 0) return { kind: 'paid', settledOn: settlementOf(ledger, invoice) };
  const dispute = (agreementIndex(ledger).disputesByInvoice.get(invoice.id) ?? []).find(
    ({ resolvedOn }) => resolvedOn === undefined || resolvedOn > today,
  );
  const dueOn = currentInstalmentShares(ledger, today).get(invoice.id)?.[0]?.dueOn ?? invoice.dueOn;
  return {
    kind: 'open',
    remainingCents,
    daysLate: dueOn === undefined ? undefined : daysBetween(dueOn, today),
    dispute,
    block: blockOf(ledger, invoice, today),
  };
};
