import { daysLateOf } from '../claims/settled-late.ts';
import type { InvoiceStatement } from '../claims/statement-contract.ts';
import { statementLine } from '../claims/statement-line.ts';
import type { PrintedInvoice } from '../ipc/printed-invoice.ts';
import type { DebtorRegime } from '../ledger/client.ts';

/** An invoice of a décompte in the words and columns of paper; a credit note is its own ground. */
export const printedInvoiceOf = (one: InvoiceStatement, regime: DebtorRegime): PrintedInvoice => ({
  number: one.invoice.number,
  issuedOn: one.invoice.issuedOn,
  dueOn: one.dueOn,
  daysLate: daysLateOf(one),
  principalCents: one.principalCents,
  interestCents: one.interestCents,
  indemnityCents: one.indemnityCents,
  totalCents: one.totalCents,
  lines: one.rows.map((row) => {
    const { basis, ...line } = statementLine(row, regime);
    return { ...line, article: row.kind === 'credit-note' ? '' : basis.article };
  }),
});
