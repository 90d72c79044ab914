import { cents } from '../money/cents.ts';
import type { FecCustomerLine } from './fec-letters.ts';
import type { FecCustomer } from './fec-reading.ts';

/** Adds the lines on 411 accounts up by customer, in the order of the file. */
export const fecCustomers = (
  lines: readonly FecCustomerLine[],
  name: (customerKey: string) => string,
): readonly FecCustomer[] => {
  const sums = new Map<
    string,
    { lines: number; debit: number; credit: number; openLines: number; open: number }
  >();
  for (const line of lines) {
    if (line.accountGroup !== '411') continue;
    let sum = sums.get(line.customerKey);
    if (!sum) {
      sum = { lines: 0, debit: 0, credit: 0, openLines: 0, open: 0 };
      sums.set(line.customerKey, sum);
    }
    sum.lines += 1;
    sum.debit += line.debitCents;
    sum.credit += line.creditCents;
    if (line.letter === '') {
      sum.openLines += 1;
      sum.open += line.cents;
    }
  }
  return [...sums].map(([customerKey, sum]) => ({
    customerKey,
    customerName: name(customerKey),
    lines: sum.lines,
    debitCents: cents(sum.debit),
    creditCents: cents(sum.credit),
    balanceCents: cents(sum.debit - sum.credit),
    openLines: sum.openLines,
    openLineCents: cents(sum.open),
  }));
};
