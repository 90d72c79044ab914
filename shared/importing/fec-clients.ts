import { clientIndex, type KnownClient, type RowClient } from './client-matching.ts';
import type { FecReading } from './fec-reading.ts';

/** The clients behind the customers of a file of entries, known ones and those that the import creates. */
export interface FecClients {
  readonly idOf: (customer: RowClient) => string | undefined;
  /** The same by the customer's key in the file. */
  readonly idOfKey: (customerKey: string) => string | undefined;
  readonly add: (client: KnownClient) => void;
}

/** A customer of the file as a row of an invoice list names its client. */
export const fecRowClient = (customer: {
  readonly customerKey: string;
  readonly customerName: string;
}): RowClient => ({
  clientCode: customer.customerKey,
  clientName: customer.customerName,
  clientNamedByCode: customer.customerName === `Client ${customer.customerKey}`,
  contact: {},
});

/** How a customer of the file is named to find his client. */
export type FecIdentify = (customer: {
  readonly customerKey: string;
  readonly customerName: string;
}) => RowClient;

/** Finds clients by code and name among the given ones. */
export const fecClients = (
  known: readonly KnownClient[],
  reading: Pick<FecReading, 'customers' | 'openItems'>,
  identify: FecIdentify = fecRowClient,
): FecClients => {
  const index = clientIndex(known);
  const customers = new Map(
    [...reading.openItems, ...reading.customers].map((customer) => [
      customer.customerKey,
      identify(customer),
    ]),
  );
  return {
    idOf: (customer) => index.find(customer)?.id,
    idOfKey: (customerKey) => {
      const customer = customers.get(customerKey);
      return customer && index.find(customer)?.id;
    },
    add: index.put,
  };
};
