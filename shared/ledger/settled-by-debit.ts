import { allocationsOf } from './balance.ts';
import type { Ledger } from './ledger.ts';

/** True when a direct debit that was not reversed settles the invoice, in part or whole. */
export const settledByDebit = (ledger: Ledger, invoiceId: string): boolean =>
  allocationsOf(ledger, invoiceId).some(
    ({ source }) =>
      source.kind === 'payment' && ledger.payments.get(source.paymentId)?.method === 'direct-debit',
  );
