import type { Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { sumCents } from '../money/cents.ts';
import type { OpeningBalance } from './fec-opening.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';

/**
 * Clients whose balance was carried over as one amount that is more than the ledger has open of the years
 * before: invoices are missing there.
 * @param firstOn first day of the file's year
 */
export const openingAboveLedger = (
  ledger: Ledger,
  balances: ReadonlyMap<string, OpeningBalance>,
  firstOn: Day | undefined,
): readonly ImportProblem[] => {
  const { remainingByInvoice } = currentBalances(ledger);
  return [...balances].flatMap(([clientId, { openCents, line }]) => {
    const earlier = [...ledger.invoices.values()]
      .filter((invoice) => invoice.clientId === clientId && invoice.issuedOn < (firstOn ?? ''))
      .map(({ id }) => remainingByInvoice.get(id) ?? 0);
    const knownCents = sumCents(earlier);
    if (openCents <= knownCents) return [];
    const value = ledger.clients.get(clientId)?.name ?? '';
    return [
      importProblem(line, { kind: 'opening-above-ledger', value, cents: openCents, otherCents: knownCents }),
    ];
  });
};
