import { claimStatement } from '../claims/claim-statement.ts';
import { invoiceLimitation } from '../claims/invoice-limitation.ts';
import type { ClaimStatement } from '../claims/statement-contract.ts';
import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';

/** A case with what its invoices claim on a day. */
export interface CaseFigures {
  readonly client: Client;
  readonly statement: ClaimStatement;
  /** Earliest day after which one of its invoices is barred, with its reason in French. */
  readonly limitation: { readonly lastDay: Day; readonly reason: string } | undefined;
}

/**
 * Why the sums of a case are not known: each reason once, French. Empty where every invoice was computed. The
 * totals leave out an invoice that was not, so nothing may be told or concluded from them.
 */
export const figureProblems = ({ statement }: Pick<CaseFigures, 'statement'>): readonly string[] => [
  ...new Set(statement.problems.map(({ message }) => message)),
];

/** Figures of a case, by the same décompte as every letter; undefined where its client is gone. */
export const caseFigures = (
  ledger: Ledger,
  { clientId, invoiceIds }: Pick<LegalCase, 'clientId' | 'invoiceIds'>,
  asOf: Day,
): CaseFigures | undefined => {
  const statement = claimStatement(ledger, { clientId, asOf, invoiceIds });
  if (!statement.ok) return undefined;
  let limitation: CaseFigures['limitation'];
  for (const id of invoiceIds) {
    const invoice = ledger.invoices.get(id);
    if (!invoice) continue;
    const found = invoiceLimitation(ledger, invoice);
    if (found.ok && (limitation === undefined || found.value.lastDay < limitation.lastDay))
      limitation = { lastDay: found.value.lastDay, reason: found.value.reason };
  }
  return { client: statement.value.client, statement: statement.value, limitation };
};
