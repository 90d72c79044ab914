import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import { agreementIndex } from '../reminders/agreement-index.ts';

/**
 * Contested part of what is open on an invoice on a day: all of it for a dispute without an amount. It is
 * neither reminded nor claimed (law-and-formats.md 4.5).
 * @param openCents 0 or more; the answer lies between 0 and it.
 */
export const disputedPartOf = (ledger: Ledger, invoiceId: string, openCents: number, asOf: Day): Cents => {
  let disputed = 0;
  for (const dispute of agreementIndex(ledger).disputesByInvoice.get(invoiceId) ?? []) {
    const isOpen =
      dispute.openedOn <= asOf && (dispute.resolvedOn === undefined || dispute.resolvedOn > asOf);
    if (isOpen) disputed += dispute.disputedCents ?? openCents;
  }
  return cents(Math.min(disputed, openCents));
};
