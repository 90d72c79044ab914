import { disputedPartOf } from '../claims/disputed-part.ts';
import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { agreementIndex } from '../reminders/agreement-index.ts';
import type { AgeingRow } from './ageing-table.ts';
import type { Ledger } from './ledger.ts';

/**
 * Contested part of a row of the aged balance; undefined for none. It stays in its bucket and in the total, and
 * is neither reminded nor claimed (law-and-formats.md 4.5).
 */
export const disputedShares = (ledger: Ledger, asOf: Day): ((row: AgeingRow) => Cents | undefined) => {
  const { disputesByInvoice } = agreementIndex(ledger);
  const of = (row: AgeingRow): number => {
    if (row.kind === 'client') return row.invoices.reduce((sum, invoice) => sum + of(invoice), 0);
    if (!disputesByInvoice.has(row.invoice.id)) return 0;
    const open = Object.values(row.buckets).reduce((sum: number, part) => sum + part, 0);
    return disputedPartOf(ledger, row.invoice.id, open, asOf);
  };
  return (row) => {
    const disputed = disputesByInvoice.size === 0 ? 0 : of(row);
    return disputed === 0 ? undefined : cents(disputed);
  };
};
