import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { PaymentPlan } from './agreement.ts';
import { allocationsOf } from './balance.ts';
import type { Ledger } from './ledger.ts';

/** What of an instalment is still to come. */
export interface OpenInstalment {
  readonly dueOn: Day;
  readonly leftCents: Cents;
}

/**
 * Instalments of a plan not yet covered, oldest first: what was received on its invoices after the
 * agreement pays the oldest instalments first.
 */
export const openInstalments = (ledger: Ledger, plan: PaymentPlan): readonly OpenInstalment[] => {
  let received = 0;
  for (const invoiceId of plan.invoiceIds)
    for (const allocation of allocationsOf(ledger, invoiceId))
      if (allocation.source.kind === 'payment' && allocation.effectiveOn >= plan.agreedOn)
        received += allocation.cents;
  const open: OpenInstalment[] = [];
  for (const instalment of plan.instalments) {
    const covered = Math.min(received, instalment.cents);
    received -= covered;
    if (covered < instalment.cents)
      open.push({ dueOn: instalment.dueOn, leftCents: cents(instalment.cents - covered) });
  }
  return open;
};
