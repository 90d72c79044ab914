import type { FecRow } from './fec-rows.ts';

/** Clients of account 416 by id, with what they owe there; a client that cannot be told is left out. */
export const doubtfulOf = (
  rows: readonly FecRow[],
  idOf: (row: FecRow['row']) => string | undefined,
): ReadonlyMap<string, { readonly name: string; readonly cents: number }> => {
  const sums = new Map<string, { name: string; cents: number }>();
  for (const { accountGroup, row } of rows) {
    const clientId = accountGroup === '416' && row.kind === 'invoice' ? idOf(row) : undefined;
    if (clientId === undefined) continue;
    sums.set(clientId, {
      name: row.clientName,
      cents: (sums.get(clientId)?.cents ?? 0) + row.remainingCents,
    });
  }
  return sums;
};
