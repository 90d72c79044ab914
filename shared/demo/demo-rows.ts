import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import {
  emptyLedger,
  type Ledger,
  type LedgerRows,
  rowKey,
  type TableName,
  tableNames,
} from '../ledger/ledger.ts';

/** Rows of every table of the demonstration. */
export type DemoRows = { readonly [Table in TableName]: readonly LedgerRows[Table][] };

/** A moment of a business day, given in UTC (one or two hours before French time). */
export const momentOf = (on: Day, time: string): Instant => `${on}T${time}:00.000Z` as Instant;

const mapOf = <Table extends TableName>(
  table: Table,
  rows: readonly LedgerRows[Table][],
): ReadonlyMap<string, LedgerRows[Table]> => new Map(rows.map((row) => [rowKey(table, row), row]));

/** A ledger that holds exactly these rows; its sequence is 1. */
export const ledgerOfRows = (rows: Partial<DemoRows>): Ledger => {
  const filled = Object.fromEntries(tableNames.map((table) => [table, mapOf(table, rows[table] ?? [])]));
  return { ...emptyLedger(), ...filled, sequence: 1 };
};
