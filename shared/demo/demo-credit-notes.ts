import { addDays, type Day } from '../dates/day.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Allocation } from '../ledger/payment.ts';
import { cents } from '../money/cents.ts';
import { type DemoInvoice, importDayOf } from './demo-invoices.ts';
import { momentOf } from './demo-rows.ts';

export interface DemoCreditNotes {
  readonly rows: readonly Invoice[];
  readonly allocations: readonly Allocation[];
  /** Cents by which a credit note reduced an invoice, by invoice id. */
  readonly reductions: ReadonlyMap<string, number>;
}

/**
 * A credit note of a tenth on every seventieth settled invoice, set against it, and one that the client has
 * not used yet.
 */
export const demoCreditNotes = (invoices: readonly DemoInvoice[], today: Day): DemoCreditNotes => {
  const rows: Invoice[] = [];
  const allocations: Allocation[] = [];
  const reductions = new Map<string, number>();
  const issue = (invoice: DemoInvoice, issuedOn: Day, amount: number): Invoice => {
    const number = `AV-${String(rows.length + 1).padStart(3, '0')}`;
    const row: Invoice = {
      id: `credit-note-${number}`,
      clientId: invoice.row.clientId,
      number,
      kind: 'credit-note',
      issuedOn,
      totalCents: cents(amount),
      currency: 'EUR',
      createdAt: momentOf(issuedOn, '15:20'),
    };
    rows.push(row);
    return row;
  };
  const settled = invoices.filter(
    ({ row, settledOn }) => settledOn !== undefined && settledOn > addDays(row.issuedOn, 12),
  );
  for (let index = 35; index < settled.length; index += 70) {
    const invoice = settled[index];
    if (!invoice) break;
    const issuedOn = importDayOf(addDays(invoice.row.issuedOn, 3));
    const note = issue(invoice, issuedOn, Math.round(invoice.row.totalCents / 10));
    reductions.set(invoice.row.id, note.totalCents);
    allocations.push({
      id: `allocation-${note.id}`,
      source: { kind: 'credit-note', creditNoteId: note.id },
      invoiceId: invoice.row.id,
      cents: note.totalCents,
      effectiveOn: issuedOn,
    });
  }
  const last = invoices.findLast(
    ({ client, settledOn }) => client.key === 'charvet-agencement' && settledOn !== undefined,
  );
  if (last) issue(last, addDays(today, -8), 18_600);
  return { rows, allocations, reductions };
};
