import { allocationsOf, remainingCents } from '../ledger/balance.ts';
import type { Insolvency } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';

/**
 * What was open on an earlier invoice at the judgment: what is open now and what was paid since, because the
 * claim is declared as it stood on that day (C. com. L622-25) and such a payment may be annulled (L622-7 III).
 */
export const openAtJudgment = (
  ledger: Ledger,
  invoice: Pick<Invoice, 'id'>,
  { judgmentOn }: Pick<Insolvency, 'judgmentOn'>,
): Cents => {
  let open: number = remainingCents(ledger, invoice.id);
  for (const { source, cents: amount } of allocationsOf(ledger, invoice.id)) {
    const payment = source.kind === 'payment' ? ledger.payments.get(source.paymentId) : undefined;
    if (payment !== undefined && payment.receivedOn >= judgmentOn) open += amount;
  }
  return cents(open);
};
