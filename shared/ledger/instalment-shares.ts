import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { currentBalances } from './balance.ts';
import type { Ledger } from './ledger.ts';
import { openInstalments } from './plan-schedule.ts';

/** What of an invoice falls due on one day of a payment plan. */
export interface InstalmentShare {
  readonly dueOn: Day;
  readonly cents: Cents;
}

/** Invoice id → what it owes by day, oldest first; invoices without a running plan are absent. */
export type InstalmentShares = ReadonlyMap<string, readonly InstalmentShare[]>;

/** No payment plan runs. */
export const noShares: InstalmentShares = new Map();

/**
 * How the running plans spread what their invoices owe over the days of the instalments, in the order of the
 * plan: each instalment ages by its own day, not by that of the invoice. The shares of an invoice add up to
 * what it owes; what it owes beyond its plan stands under the last instalment.
 * @param asOf plans agreed later, and those ended by that day, play no part.
 */
export const instalmentShares = (
  ledger: Ledger,
  remainingByInvoice: ReadonlyMap<string, Cents>,
  asOf: Day,
): InstalmentShares => {
  if (ledger.plans.size === 0) return noShares;
  const shares = new Map<string, InstalmentShare[]>();
  for (const plan of ledger.plans.values()) {
    if (plan.agreedOn > asOf || (plan.endedOn !== undefined && plan.endedOn <= asOf)) continue;
    const last = plan.instalments.at(-1);
    if (last === undefined) continue;
    const left = new Map<string, number>();
    for (const id of plan.invoiceIds)
      if (!shares.has(id)) left.set(id, Math.max(0, remainingByInvoice.get(id) ?? 0));
    const give = (invoiceId: string, dueOn: Day, part: number): void => {
      if (part <= 0) return;
      left.set(invoiceId, (left.get(invoiceId) ?? 0) - part);
      const own = shares.get(invoiceId);
      const same = own?.at(-1);
      if (own === undefined) shares.set(invoiceId, [{ dueOn, cents: cents(part) }]);
      else if (same?.dueOn === dueOn) own[own.length - 1] = { dueOn, cents: cents(same.cents + part) };
      else own.push({ dueOn, cents: cents(part) });
    };
    for (const instalment of openInstalments(ledger, plan, remainingByInvoice)) {
      let open: number = instalment.leftCents;
      for (const [invoiceId, owed] of left) {
        const part = Math.min(open, owed);
        open -= part;
        give(invoiceId, instalment.dueOn, part);
      }
    }
    for (const [invoiceId, owed] of left) give(invoiceId, last.dueOn, owed);
  }
  return shares;
};

const latest = new WeakMap<Ledger, { readonly today: Day; readonly shares: InstalmentShares }>();

/** {@link instalmentShares} of what is owed now, once per state of the ledger. */
export const currentInstalmentShares = (ledger: Ledger, today: Day): InstalmentShares => {
  const known = latest.get(ledger);
  if (known?.today === today) return known.shares;
  const shares = instalmentShares(ledger, currentBalances(ledger).remainingByInvoice, today);
  latest.set(ledger, { today, shares });
  return shares;
};
