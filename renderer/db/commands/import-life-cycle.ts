import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import { listStatusActs } from '../../../shared/importing/life-cycle.ts';
import type { CommandContext, RowWrite } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { lifeCycleWrites } from './life-cycle.ts';

/**
 * The writes of an import with what the platform's statuses in its rows mean (« 210 », « Refusée »). Such a
 * list has no day of the status: it is that of the import.
 */
export const withLifeCycle = (
  ledger: Ledger,
  plan: Pick<ImportPlan, 'newInvoices' | 'updatedInvoices'>,
  writes: readonly RowWrite[],
  context: CommandContext,
): readonly RowWrite[] => {
  const rows = [...plan.newInvoices, ...plan.updatedInvoices].filter(
    ({ row }) => row.lifeCycleCode !== undefined,
  );
  if (rows.length === 0) return writes;
  const written = new Map(
    writes.flatMap((write) =>
      write.table === 'invoices' && write.after ? [[write.key, write.after] as const] : [],
    ),
  );
  const replaced = new Set<string>();
  const added = rows.flatMap(({ id, row }) => {
    const invoice = written.get(id) ?? ledger.invoices.get(id);
    const code = row.lifeCycleCode;
    if (!invoice || code === undefined || !listStatusActs(code, invoice.lifeCycle?.code)) return [];
    const own = lifeCycleWrites(
      ledger,
      invoice,
      [{ invoiceNumber: row.number, code, on: context.today }],
      context,
    );
    if (own.length > 0) replaced.add(id);
    return own;
  });
  return [...writes.filter(({ table, key }) => table !== 'invoices' || !replaced.has(key)), ...added];
};
