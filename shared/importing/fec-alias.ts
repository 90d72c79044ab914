import type { FecAlias } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { clientIndex } from './client-matching.ts';
import { existingLedger } from './existing-ledger.ts';
import { fecRowClient } from './fec-clients.ts';
import { fecNumber } from './fec-number.ts';
import type { FecReading } from './fec-reading.ts';
import { bareClientName, clientNameKey, invoiceNumberKey } from './import-identity.ts';

const documentKey = (number: string, totalCents: number, issuedOn: string): string =>
  `${invoiceNumberKey(number)}\n${totalCents}\n${issuedOn}`;

/**
 * Customers whom the ledger knows under another code. A billing program calls « C0012 » whom the accountant
 * calls « CMARTIN »; codes that differ keep two clients of one name apart everywhere else. Here the documents
 * tell: an invoice of the same number, day and amount, and the same name, or two such invoices. What an earlier
 * import found holds as long as the client exists.
 */
export const fecAliases = (
  ledger: Ledger,
  reading: Pick<FecReading, 'openItems' | 'closedDocuments' | 'customers'>,
): readonly FecAlias[] => {
  const aliases = new Map<string, string>();
  for (const { fec } of ledger.imports.values())
    for (const { customerKey, clientId } of fec?.aliases ?? [])
      if (ledger.clients.has(clientId)) aliases.set(customerKey, clientId);
  const { clients } = existingLedger(ledger);
  const index = clientIndex(clients);
  const names = new Map(
    [...reading.openItems, ...reading.customers].map((customer) => [customer.customerKey, customer]),
  );
  const unknown = new Set(
    [...names.values()].flatMap((customer) =>
      aliases.has(customer.customerKey) || index.find(fecRowClient(customer)) ? [] : [customer.customerKey],
    ),
  );
  if (unknown.size === 0 || ledger.invoices.size === 0)
    return [...aliases].map(([customerKey, clientId]) => ({ customerKey, clientId }));
  const owners = new Map<string, string>();
  for (const { number, totalCents, issuedOn, clientId } of ledger.invoices.values())
    owners.set(documentKey(number, totalCents, issuedOn), clientId);
  const shared = new Map<string, Map<string, number>>();
  const count = (customerKey: string, document: Parameters<typeof fecNumber>[0]): void => {
    if (!unknown.has(customerKey)) return;
    const owner = owners.get(documentKey(fecNumber(document).number, document.totalCents, document.pieceOn));
    if (owner === undefined) return;
    const found = shared.get(customerKey) ?? new Map<string, number>();
    shared.set(customerKey, found.set(owner, (found.get(owner) ?? 0) + 1));
  };
  for (const item of reading.openItems)
    for (const document of item.documents) count(item.customerKey, document);
  for (const document of reading.closedDocuments)
    count(document.customerKey, { ...document, journalCode: '' });
  const namesakes = new Map<string, number>();
  for (const { name } of clients)
    namesakes.set(clientNameKey(name), (namesakes.get(clientNameKey(name)) ?? 0) + 1);
  for (const [customerKey, found] of shared) {
    const [owner, ...others] = [...found];
    const client = owner && ledger.clients.get(owner[0]);
    // Rows find the client by his name alone: it has to be his only.
    if (!owner || !client || others.length > 0 || namesakes.get(clientNameKey(client.name)) !== 1) continue;
    const isSameName =
      bareClientName(client.name) === bareClientName(names.get(customerKey)?.customerName ?? '');
    if (isSameName || owner[1] >= 2) aliases.set(customerKey, owner[0]);
  }
  return [...aliases].map(([customerKey, clientId]) => ({ customerKey, clientId }));
};
