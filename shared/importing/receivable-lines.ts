import { cents } from '../money/cents.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { foldText } from './fold-text.ts';
import { invoiceNumberKey } from './import-identity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { InvoiceRow } from './invoice-row.ts';
import type { MappedCells } from './mapped-cells.ts';
import type { TableRow } from './table.ts';

/** True for the account on which clients owe: 411… in France, « Accounts Receivable » in English programs. */
const isReceivableAccount = (account: string): boolean =>
  /^411/.test(account.trim()) ||
  /^(accounts? receivable|creances? clients?|comptes? clients?|clients)\b/.test(foldText(account));

const keyOf = (cells: MappedCells): string =>
  `${foldText(cells.text('clientCode') || cells.text('clientName'))}\n${invoiceNumberKey(cells.text('number'))}`;

/**
 * Some programs export not a list of invoices but accounting movements: several lines per invoice on sales
 * accounts, one on the client's account, and a negative one there for each payment. Where the column of the
 * account shows client accounts, only their lines count: positive ones are invoices, negative ones of the same
 * client and number what was paid on them.
 * @returns the rows that are invoices, and a function that takes the payments off one.
 */
export const receivableRows = (
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  open: (row: TableRow) => MappedCells,
): {
  readonly rows: readonly TableRow[];
  readonly problems: readonly ImportProblem[];
  readonly settle: (invoice: InvoiceRow) => InvoiceRow;
} => {
  const asTheyAre = { rows, problems: [], settle: (invoice: InvoiceRow) => invoice };
  if (mapping.account === undefined) return asTheyAre;
  const receivable = rows.filter((row) => isReceivableAccount(open(row).text('account')));
  // A list in which every line stands on such an account is an ordinary list of invoices and credit notes.
  if (receivable.length === 0 || receivable.length === rows.length) return asTheyAre;
  const paidByKey = new Map<string, number>();
  const invoicedKeys = new Set<string>();
  const kept: TableRow[] = [];
  const payments: { readonly line: number; readonly key: string; readonly number: string }[] = [];
  for (const row of receivable) {
    const cells = open(row);
    const amount = cells.amount('totalCents');
    const key = keyOf(cells);
    if (amount !== undefined && amount < 0) {
      paidByKey.set(key, (paidByKey.get(key) ?? 0) - amount);
      payments.push({ line: row.line, key, number: cells.text('number') });
    } else {
      kept.push(row);
      invoicedKeys.add(key);
    }
  }
  const keyByLine = new Map(kept.map((row) => [row.line, keyOf(open(row))]));
  return {
    rows: kept,
    problems: payments
      .filter(({ key }) => !invoicedKeys.has(key))
      .map(({ line, number }) =>
        importProblem(line, { kind: 'payment-without-invoice', target: 'number', value: number }),
      ),
    settle: (invoice) => {
      const paid = Math.min(invoice.remainingCents, paidByKey.get(keyByLine.get(invoice.line) ?? '') ?? 0);
      if (paid === 0) return invoice;
      const remainingCents = cents(invoice.remainingCents - paid);
      const status = invoice.status === 'open' && remainingCents === 0 ? 'paid' : invoice.status;
      return { ...invoice, remainingCents, status };
    },
  };
};
