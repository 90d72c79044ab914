import { type Cents, zeroCents } from '../money/cents.ts';
import { currentBalances } from './balance.ts';
import type { Handover } from './handover.ts';
import type { Ledger } from './ledger.ts';
import { type PaymentShare, spreadPayment } from './spread-payment.ts';

/** What the debtor paid to a collector, set against the invoices of the hand-over: what was due first is first. */
export const collectedShares = (
  ledger: Ledger,
  { invoiceIds }: Pick<Handover, 'invoiceIds'>,
  grossCents: Cents,
): ReturnType<typeof spreadPayment> => {
  const { remainingByInvoice } = currentBalances(ledger);
  const owed = [...invoiceIds]
    .sort((a, b) => ((ledger.invoices.get(a)?.dueOn ?? '') < (ledger.invoices.get(b)?.dueOn ?? '') ? -1 : 1))
    .map((invoiceId): PaymentShare => ({ invoiceId, cents: remainingByInvoice.get(invoiceId) ?? zeroCents }));
  return spreadPayment(grossCents, owed);
};
