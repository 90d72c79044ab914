import { creditSharesOf } from '../claims/credit-shares.ts';
import { disputedPartOf } from '../claims/disputed-part.ts';
import { type Day, laterDay } from '../dates/day.ts';
import { currentBalances, remainingCents } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents, sumCents, zeroCents } from '../money/cents.ts';
import { agreementIndex } from './agreement-index.ts';

/** How much of an invoice a message may ask for. `claimed + disputed + credited = open`, none negative. */
export interface Claim {
  readonly openCents: Cents;
  readonly claimedCents: Cents;
  readonly disputedCents: Cents;
  readonly creditedCents: Cents;
}

/** Claims of a ledger on a day, by invoice and what is open on it (0 or more). */
export type Claims = (invoiceId: string, openCents: Cents) => Claim;

/**
 * The day on which to look at the disputes of an invoice: today, or the day on which one was opened while the
 * clock ran ahead. What is contested stays so when the clock is set right.
 */
const disputedAsOf = (ledger: Ledger, invoiceId: string, today: Day): Day => {
  let asOf = today;
  for (const { openedOn, resolvedOn } of agreementIndex(ledger).disputesByInvoice.get(invoiceId) ?? [])
    if (resolvedOn === undefined) asOf = laterDay(asOf, openedOn);
  return asOf;
};

const latest = new WeakMap<Ledger, { readonly today: Day; readonly claims: Claims }>();

/** {@link claimOf} for many invoices. */
export const claimsOf = (ledger: Ledger, today: Day): Claims => {
  const cached = latest.get(ledger);
  if (cached !== undefined && cached.today === today) return cached.claims;
  const { disputesByInvoice } = agreementIndex(ledger);
  const creditedBy = creditSharesOf(ledger, currentBalances(ledger), today).byInvoice;
  const whole = disputesByInvoice.size === 0 && creditedBy.size === 0;
  const claims: Claims = (invoiceId, openCents) => {
    if (whole)
      return { openCents, claimedCents: openCents, disputedCents: zeroCents, creditedCents: zeroCents };
    const disputed = disputesByInvoice.has(invoiceId)
      ? disputedPartOf(ledger, invoiceId, openCents, disputedAsOf(ledger, invoiceId, today))
      : 0;
    const credited = sumCents((creditedBy.get(invoiceId) ?? []).map((share) => share.cents));
    return {
      openCents,
      claimedCents: cents(openCents - disputed - credited),
      disputedCents: cents(disputed),
      creditedCents: cents(credited),
    };
  };
  latest.set(ledger, { today, claims });
  return claims;
};

/**
 * What a message may claim for an invoice on a day: its balance less the contested part, less money and
 * credit notes of the client that are not yet allocated. A client is never asked for more than the net.
 */
export const claimOf = (ledger: Ledger, invoiceId: string, today: Day): Claim =>
  claimsOf(ledger, today)(invoiceId, cents(Math.max(0, remainingCents(ledger, invoiceId))));
