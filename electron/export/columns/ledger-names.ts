import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { text } from './column-kinds.ts';

/** Names of clients, accounts and plans and numbers of invoices, for rows that hold their ids. */
export interface LedgerNames {
  readonly client: <Row extends { readonly clientId: string }>() => ExportColumn<Row>;
  readonly account: <Row extends { readonly accountId: string }>() => ExportColumn<Row>;
  readonly accountName: (id: string | undefined) => string | undefined;
  readonly invoice: (id: string | undefined) => string | undefined;
  readonly invoices: (ids: readonly string[]) => string;
}

/** Names out of a ledger; an id that it does not know stands for itself. */
export const ledgerNames = (ledger: Ledger): LedgerNames => {
  const invoice = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (ledger.invoices.get(id)?.number ?? id);
  const accountName = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (ledger.bankAccounts.get(id)?.name ?? id);
  return {
    client: () => text('Client', ({ clientId }) => ledger.clients.get(clientId)?.name ?? clientId),
    account: () => text('Compte', ({ accountId }) => accountName(accountId)),
    accountName,
    invoice,
    invoices: (ids) => ids.map(invoice).join(', '),
  };
};
