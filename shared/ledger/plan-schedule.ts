import type { Day } from '../dates/day.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import type { PaymentPlan } from './agreement.ts';
import { currentBalances } from './balance.ts';
import type { Ledger } from './ledger.ts';

/** What of an instalment is still to come. */
export interface OpenInstalment {
  readonly dueOn: Day;
  readonly leftCents: Cents;
}

/**
 * What was settled of a plan: its instalments are what its invoices owed on the day of the agreement, so that
 * it is what they owe less by now. Days would mislead: a part paid on that day before the agreement is not in
 * the plan, and a transfer of the day before may be recorded after it.
 */
export const settledOfPlan = (
  ledger: Ledger,
  plan: PaymentPlan,
  remainingByInvoice: ReadonlyMap<string, Cents> = currentBalances(ledger).remainingByInvoice,
): Cents => {
  const planned = sumCents(plan.instalments.map((instalment) => instalment.cents));
  const owed = sumCents(plan.invoiceIds.map((invoiceId) => remainingByInvoice.get(invoiceId) ?? zeroCents));
  return cents(Math.max(0, planned - owed));
};

/**
 * Instalments of a plan not yet covered, oldest first: what was settled of its invoices since the
 * agreement pays the oldest instalments first.
 * @param remainingByInvoice balances of a day; those of now where undefined.
 */
export const openInstalments = (
  ledger: Ledger,
  plan: PaymentPlan,
  remainingByInvoice?: ReadonlyMap<string, Cents>,
): readonly OpenInstalment[] => {
  let received: number = settledOfPlan(ledger, plan, remainingByInvoice);
  const open: OpenInstalment[] = [];
  for (const instalment of plan.instalments) {
    const covered = Math.min(received, instalment.cents);
    received -= covered;
    if (covered < instalment.cents)
      open.push({ dueOn: instalment.dueOn, leftCents: cents(instalment.cents - covered) });
  }
  return open;
};
