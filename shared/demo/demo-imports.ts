import { addDays, type Day, isoWeekday } from '../dates/day.ts';
import type { ImportRecord } from '../ledger/history.ts';
import { cents } from '../money/cents.ts';
import { type DemoInvoice, importDayOf } from './demo-invoices.ts';
import { momentOf } from './demo-rows.ts';
import { inventedHash } from './invented-identifiers.ts';
import type { Random } from './seeded-random.ts';

/** One import of the invoicing tool's export every Monday that brought invoices. */
export const demoImports = (invoices: readonly DemoInvoice[], random: Random): readonly ImportRecord[] => {
  const byDay = new Map<Day, DemoInvoice[]>();
  for (const invoice of invoices) {
    const on = importDayOf(invoice.row.issuedOn);
    byDay.set(on, [...(byDay.get(on) ?? []), invoice]);
  }
  const seen = new Set<string>();
  return [...byDay.keys()].sort().map((on) => {
    const own = byDay.get(on) ?? [];
    const newClients = new Set(own.map((invoice) => invoice.row.clientId).filter((id) => !seen.has(id)));
    for (const id of newClients) seen.add(id);
    const lastWeek = addDays(on, -isoWeekday(on));
    return {
      id: `import-${on}`,
      fileName: `factures-${lastWeek}.csv`,
      fileHash: inventedHash(random),
      importedAt: momentOf(on, '07:40'),
      newInvoices: own.length,
      updatedInvoices: 0,
      newClients: newClients.size,
      openCents: cents(own.reduce((sum, invoice) => sum + invoice.row.totalCents, 0)),
    };
  });
};
