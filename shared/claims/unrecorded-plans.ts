import type { PaymentPlan } from '../ledger/agreement.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';

/**
 * Plans agreed for an invoice that nobody noted as an acknowledgement of the debt on or after their day. The
 * ledger does not know whether the client signed, and only then does a plan interrupt (C. civ. 2240).
 */
export const unrecordedPlans = (ledger: Ledger, invoice: Invoice): readonly PaymentPlan[] => {
  const acknowledged = (invoice.interruptions ?? []).filter(({ cause }) => cause === 'acknowledgement');
  return [...ledger.plans.values()].filter(
    ({ invoiceIds, agreedOn }) =>
      invoiceIds.includes(invoice.id) && !acknowledged.some(({ on }) => on >= agreedOn),
  );
};
