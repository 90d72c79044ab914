import type { PaymentTerms } from '../dates/payment-terms.ts';

/** A client written before terms could be other than days net. */
const upgradeClient = (row: object): object => {
  if (!('termDays' in row)) return row;
  const { termDays, ...client } = row;
  if (typeof termDays !== 'number' || 'terms' in client) return client;
  const terms: PaymentTerms = { kind: 'net', days: termDays };
  return { ...client, terms };
};

/**
 * A row as an earlier version wrote it, in the shape of today; a row of today comes back as it is. Rows are
 * upgraded where they are read and never rewritten for it: the journal keeps what was written.
 */
export const upgradeRow = <Row>(table: string, row: Row): Row =>
  table === 'clients' && typeof row === 'object' && row !== null
    ? (upgradeClient(row) as unknown as Row)
    : row;
