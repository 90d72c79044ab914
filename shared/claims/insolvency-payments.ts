import type { Day } from '../dates/day.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import { insolvencyPaymentAnnulmentDeadline } from '../law/procedural-dates.ts';
import { allocationsOf } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Payment } from '../ledger/payment.ts';
import { type Cents, cents } from '../money/cents.ts';
import { legalParametersOf } from './legal-parameters.ts';

/** Money received on or after the judgment for a claim born before it, which the procedure forbade to pay. */
export interface ForbiddenPayment {
  readonly payment: Payment;
  readonly invoices: readonly Invoice[];
  /** What of the payment is set against those invoices. */
  readonly cents: Cents;
  /** Last day on which it may be annulled; undefined where the table of law has no figure. */
  readonly annulableUntil: Day | undefined;
}

/**
 * Payments of a client that may be annulled because they came after the judgment for earlier claims: within
 * three years of the payment, at the request of anyone concerned (C. com. L622-7 I and III). The invoice
 * counts as paid in the ledger; that it may have to be given back is what the user must know. Oldest first.
 */
export const forbiddenPayments = (ledger: Ledger, clientId: string): readonly ForbiddenPayment[] => {
  const insolvency = ledger.clients.get(clientId)?.insolvency;
  if (insolvency === undefined) return [];
  const { calendar } = settingsOf(ledger, 'reminders');
  const found = new Map<string, { readonly payment: Payment; readonly invoices: Invoice[]; sum: number }>();
  for (const invoice of ledger.invoices.values()) {
    if (invoice.clientId !== clientId || invoice.kind !== 'invoice' || invoice.cancelledAt !== undefined)
      continue;
    if (!isPriorClaim(invoice, insolvency)) continue;
    for (const { source, cents: amount } of allocationsOf(ledger, invoice.id)) {
      const payment = source.kind === 'payment' ? ledger.payments.get(source.paymentId) : undefined;
      if (payment === undefined || payment.receivedOn < insolvency.judgmentOn) continue;
      const known = found.get(payment.id) ?? { payment, invoices: [], sum: 0 };
      known.invoices.push(invoice);
      known.sum += amount;
      found.set(payment.id, known);
    }
  }
  return [...found.values()]
    .map(({ payment, invoices, sum }) => {
      const until = insolvencyPaymentAnnulmentDeadline(
        payment.receivedOn,
        calendar,
        legalParametersOf(ledger),
      );
      return {
        payment,
        invoices,
        cents: cents(sum),
        annulableUntil: until.ok ? until.value.raw : undefined,
      };
    })
    .sort((a, b) => (a.payment.receivedOn < b.payment.receivedOn ? -1 : 1));
};
