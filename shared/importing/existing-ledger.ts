import { currentBalances } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { zeroCents } from '../money/cents.ts';
import type { KnownClient } from './client-matching.ts';
import type { ExistingLedger } from './import-plan.ts';

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const knownClient = (client: Client): KnownClient => {
  const email = client.contacts.map((contact) => contact.email).find(filled);
  const phone = client.contacts.map((contact) => contact.phone).find(filled);
  const { address } = client;
  const addressLines = address?.lines.filter(filled) ?? [];
  return {
    id: client.id,
    name: client.name,
    ...(filled(client.code) && { code: client.code }),
    ...(filled(client.siren) && { siren: client.siren }),
    ...(filled(client.vatNumber) && { vatNumber: client.vatNumber }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(addressLines.length > 0 && { addressLines }),
    ...(filled(address?.postcode) && { postcode: address.postcode }),
    ...(filled(address?.city) && { city: address.city }),
  };
};

/** What the ledger knows of clients and invoices, as an import is compared with it. */
export const existingLedger = (ledger: Ledger): ExistingLedger => {
  const { remainingByInvoice, unallocatedBySource } = currentBalances(ledger);
  return {
    clients: [...ledger.clients.values()].map(knownClient),
    invoices: [...ledger.invoices.values()].map((invoice) => {
      const left = (invoice.kind === 'invoice' ? remainingByInvoice : unallocatedBySource).get(invoice.id);
      const remainingCents = left ?? zeroCents;
      const isCancelled = invoice.cancelledAt !== undefined;
      return {
        id: invoice.id,
        clientId: invoice.clientId,
        number: invoice.number,
        kind: invoice.kind,
        issuedOn: invoice.issuedOn,
        dueOn: invoice.dueOn,
        totalCents: invoice.totalCents,
        remainingCents,
        status: isCancelled ? 'cancelled' : remainingCents > 0 ? 'open' : 'paid',
        lifeCycleCode: invoice.lifeCycle?.code,
      };
    }),
  };
};
