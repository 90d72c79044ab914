import type { Ledger } from '../ledger/ledger.ts';
import type { FecClients } from './fec-clients.ts';
import { type FecHistory, isFecInvoice } from './fec-history.ts';
import { type OpeningBalance, openingBalances } from './fec-opening.ts';
import type { FecReading } from './fec-reading.ts';
import type { FecRows } from './fec-rows.ts';

/** The rows of a file without the opening balances of clients whose earlier invoices are known one by one. */
export interface WithoutCarriedOver extends Pick<FecRows, 'rows' | 'credits'> {
  /** The opening balances left out, by client. */
  readonly balances: ReadonlyMap<string, OpeningBalance>;
}

/**
 * Takes out of a later year what an earlier file has brought in detail: opening entries « RAN » that name no
 * invoice would be owed a second time, beside the invoices that they sum up. Opening entries that name their
 * invoices stay: they are those invoices, and are updated as such.
 */
export const withoutCarriedOver = (
  read: FecRows,
  ledger: Ledger,
  history: FecHistory,
  reading: FecReading,
  clients: FecClients,
): WithoutCarriedOver => {
  const { firstOn } = reading;
  const balances = new Map<string, OpeningBalance>();
  const hadMoney = new Set<string>();
  if (firstOn !== undefined && history.otherSiren === undefined) {
    const detailed = new Set<string>();
    for (const invoice of ledger.invoices.values()) {
      if (invoice.issuedOn >= firstOn) continue;
      if (isFecInvoice(history, invoice)) detailed.add(invoice.clientId);
      else if (history.isFromFec(invoice) && invoice.cancelledAt === undefined)
        hadMoney.add(invoice.clientId);
    }
    for (const payment of ledger.payments.values())
      if (history.isCredit(payment) && payment.receivedOn < firstOn) hadMoney.add(payment.clientId);
    for (const balance of openingBalances(reading).values()) {
      const clientId = clients.idOfKey(balance.customerKey);
      if (clientId !== undefined && (detailed.has(clientId) || hadMoney.has(clientId)))
        balances.set(clientId, balance);
    }
  }
  return {
    balances,
    rows: read.rows.filter(
      ({ row, isOpeningBalance }) => !isOpeningBalance || !balances.has(clients.idOf(row) ?? ''),
    ),
    credits: read.credits.filter(({ customer, isOpeningBalance }) => {
      const clientId = clients.idOf(customer) ?? '';
      return !isOpeningBalance || !balances.has(clientId) || !hadMoney.has(clientId);
    }),
  };
};
