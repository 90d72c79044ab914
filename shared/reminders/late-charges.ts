import { invoiceClaim } from '../claims/invoice-claim.ts';
import { clientClaims } from '../claims/ledger-claims.ts';
import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';

/** What a message claims on top of the balances. */
export interface LateCharges {
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
}

/**
 * Penalties and flat indemnities of the lines of a message on a day: the figures of the décompte and of the
 * letter (claims/invoice-claim.ts). Undefined where they cannot be computed (a rate that is not known, another
 * currency): a guess must not reach a client.
 */
export const lateChargesOf = (
  ledger: Ledger,
  client: Client,
  lines: readonly { readonly invoice: Invoice }[],
  asOf: Day,
): LateCharges | undefined => {
  const claims = clientClaims(ledger, client, asOf);
  let interestCents = 0;
  let indemnityCents = 0;
  for (const { invoice } of lines) {
    const claim = invoiceClaim(claims.lineOf(invoice), claims.basis);
    if (!claim.ok) return undefined;
    interestCents += claim.value.interestCents;
    indemnityCents += claim.value.indemnityCents;
  }
  return { interestCents: cents(interestCents), indemnityCents: cents(indemnityCents) };
};
