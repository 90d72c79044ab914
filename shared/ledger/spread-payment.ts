import { type Cents, cents } from '../money/cents.ts';

/** What an invoice gets of a payment. */
export interface PaymentShare {
  readonly invoiceId: string;
  readonly cents: Cents;
}

/**
 * Sets money against what is owed, in the given order, each up to what it still owes; nothing is ever set
 * beyond that. Invoices that get nothing are left out.
 * @param owed open amounts, 0 or more, in the order in which the money is used up.
 * @returns shares of more than 0, and what is left over (0 or more).
 */
export const spreadPayment = (
  receivedCents: Cents,
  owed: Iterable<PaymentShare>,
): { readonly shares: readonly PaymentShare[]; readonly leftCents: Cents } => {
  const shares: PaymentShare[] = [];
  let left: number = Math.max(0, receivedCents);
  for (const { invoiceId, cents: remaining } of owed) {
    const share = Math.min(left, remaining);
    if (share <= 0) continue;
    left -= share;
    shares.push({ invoiceId, cents: cents(share) });
  }
  return { shares, leftCents: cents(left) };
};
