import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { currentBalances } from './balance.ts';
import type { Handover } from './handover.ts';
import type { Ledger } from './ledger.ts';

/** What came of a hand-over so far. */
export interface HandoverFigures {
  /** What the debtor paid through the collector. */
  readonly recoveredCents: Cents;
  /** What the collector kept of it. */
  readonly feeCents: Cents;
  /** Still owed on its invoices. */
  readonly openCents: Cents;
}

/** Figures of one hand-over, from the payments that name it; reversed ones do not count. */
export const handoverFigures = (ledger: Ledger, { id, invoiceIds }: Handover): HandoverFigures => {
  let recovered = 0;
  let fee = 0;
  for (const { collected, reversedAt, cents: paid } of ledger.payments.values()) {
    if (collected?.handoverId !== id || reversedAt !== undefined) continue;
    recovered += paid;
    fee += collected.feeCents;
  }
  const { remainingByInvoice } = currentBalances(ledger);
  const open = invoiceIds.reduce(
    (sum, invoiceId) => sum + Math.max(0, remainingByInvoice.get(invoiceId) ?? 0),
    0,
  );
  return { recoveredCents: cents(recovered), feeCents: cents(fee), openCents: cents(open) };
};

/** All hand-overs together. */
export interface HandoverTotals {
  readonly count: number;
  readonly claimCents: Cents;
  readonly recoveredCents: Cents;
  readonly feeCents: Cents;
  /** Recovered out of what was handed over, 0 to 1; undefined where nothing was. */
  readonly recoveryRate: number | undefined;
}

/** Sums over hand-overs, those that came back among them. */
export const handoverTotals = (ledger: Ledger, handovers: Iterable<Handover>): HandoverTotals => {
  let [count, claim, recovered, fee] = [0, 0, 0, 0];
  for (const handover of handovers) {
    const figures = handoverFigures(ledger, handover);
    count += 1;
    claim += handover.claimCents;
    recovered += figures.recoveredCents;
    fee += figures.feeCents;
  }
  return {
    count,
    claimCents: claim === 0 ? zeroCents : cents(claim),
    recoveredCents: cents(recovered),
    feeCents: cents(fee),
    recoveryRate: claim === 0 ? undefined : Math.min(1, recovered / claim),
  };
};
