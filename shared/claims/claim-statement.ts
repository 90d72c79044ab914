import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { zeroCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ClaimStatement } from './statement-contract.ts';

export interface StatementWish {
  readonly clientId: string;
  /** Last day that bears interest; any day. */
  readonly asOf: Day;
  /** These invoices alone; all that are open where undefined. */
  readonly invoiceIds?: readonly string[] | undefined;
  /** Also invoices paid late, for the interest and 40 € they still owe. */
  readonly includesSettled?: boolean | undefined;
}

export const claimStatement = (
  ledger: Ledger,
  wish: StatementWish,
): Result<ClaimStatement, { readonly kind: 'no-client' }> => {
  const client = ledger.clients.get(wish.clientId);
  if (!client) return fail({ kind: 'no-client' });
  return ok({
    client,
    asOf: wish.asOf,
    invoices: [],
    credits: [],
    totals: {
      principalCents: zeroCents,
      interestCents: zeroCents,
      indemnityCents: zeroCents,
      creditsCents: zeroCents,
      totalCents: zeroCents,
      dailyInterestCents: zeroCents,
      disputedCents: zeroCents,
      waivedCents: zeroCents,
    },
    problems: [],
  });
};
