import { type Day, laterDay } from '../dates/day.ts';
import { dueOn, type PaymentTerms, type PaymentTermsError } from '../dates/payment-terms.ts';
import type { Result } from '../result.ts';
import type { Client } from './client.ts';
import type { Invoice } from './invoice.ts';

/** The terms agreed with a client, or the company's own: so many days net from the issue of the invoice. */
export const termsOf = (client: Pick<Client, 'terms'> | undefined, defaultTermDays: number): PaymentTerms =>
  client?.terms ?? { kind: 'net', days: defaultTermDays };

/**
 * The day that terms « à réception » count from: delivery or end of the service; for a public buyer the
 * receipt of the request for payment, or the performance where that came later (CCP R2192-12 and -13).
 * Undefined while it is not known.
 */
export const termStartOf = (
  regime: Client['regime'] | undefined,
  { performedOn, requestReceivedOn }: Pick<Invoice, 'performedOn' | 'requestReceivedOn'>,
): Day | undefined => {
  if (regime !== 'public') return performedOn;
  if (requestReceivedOn === undefined) return undefined;
  return performedOn === undefined ? requestReceivedOn : laterDay(requestReceivedOn, performedOn);
};

/** Due date of an invoice by the terms, as far as its days are known. Fails as {@link dueOn} does. */
export const invoiceDueOn = (
  invoice: Pick<Invoice, 'issuedOn' | 'performedOn' | 'requestReceivedOn'>,
  regime: Client['regime'] | undefined,
  terms: PaymentTerms,
): Result<Day, PaymentTermsError> =>
  dueOn(invoice.issuedOn, terms, { receivedOn: termStartOf(regime, invoice) });
