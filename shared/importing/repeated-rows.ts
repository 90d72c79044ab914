import { clientKeyOfRow, invoiceNumberKey } from './import-identity.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { InvoiceRow } from './invoice-row.ts';

const saysTheSame = (a: InvoiceRow, b: InvoiceRow): boolean =>
  a.kind === b.kind &&
  a.totalCents === b.totalCents &&
  a.remainingCents === b.remainingCents &&
  a.issuedOn === b.issuedOn &&
  a.dueOn === b.dueOn &&
  a.currency === b.currency &&
  a.status === b.status;

/**
 * Makes one row of several lines of the same invoice. Programs that export one line per item repeat the
 * invoice's total on each; adding them up would multiply what is owed. A line that repeats the number of the
 * same client with other values is a duplicate: reported, and the first one stands.
 */
export const mergeRepeatedRows = (
  rows: readonly InvoiceRow[],
): {
  readonly rows: readonly InvoiceRow[];
  readonly repeatedLines: number;
  readonly problems: readonly ImportProblem[];
} => {
  const firstByIdentity = new Map<string, InvoiceRow>();
  const problems: ImportProblem[] = [];
  let repeatedLines = 0;
  for (const row of rows) {
    const identity = `${clientKeyOfRow(row)}\n${invoiceNumberKey(row.number)}`;
    const first = firstByIdentity.get(identity);
    if (!first) firstByIdentity.set(identity, row);
    else if (saysTheSame(first, row)) repeatedLines += 1;
    else {
      problems.push(
        importProblem(row.line, {
          kind: 'duplicate',
          target: 'number',
          value: row.number,
          firstLine: first.line,
        }),
      );
    }
  }
  return { rows: [...firstByIdentity.values()], repeatedLines, problems };
};
