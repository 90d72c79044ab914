import { describe, expect, it } from 'vitest';
import { instantOf } from '../../shared/dates/clock.ts';
import { addDays, type Day, day, daysBetween } from '../../shared/dates/day.ts';
import { cellAmount, cellDay } from '../../shared/importing/cell-values.ts';
import { suggestMapping } from '../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../shared/importing/invoice-rows.ts';
import { readTable, type Table } from '../../shared/importing/table.ts';
import { expectedReceipts } from '../../shared/insight/expected-payment.ts';
import { paymentDelay } from '../../shared/insight/payment-delay.ts';
import { usualDelays } from '../../shared/insight/usual-delay.ts';
import type { Client } from '../../shared/ledger/client.ts';
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts';
import { cents } from '../../shared/money/cents.ts';
import { corpusBytes, corpusFacts, corpusIsThere } from './corpus.ts';

const folder = 'ar-history';
const ibm = 'ibm-late-payments-50-customers.csv';
const highradius = 'highradius-open-items.csv';

const tableOf = (name: string): Table => {
  const read = readTable(corpusBytes(folder, name));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const columnOf = (table: Table, header: string): readonly string[] => {
  const index = table.columns.findIndex((column) => column.header === header);
  return table.rows.map(({ cells }) => cells[index] ?? '');
};
const daysOf = (table: Table, header: string): readonly Day[] => {
  const order = table.columns.find((column) => column.header === header)?.dateOrder ?? 'dmy';
  return columnOf(table, header).map((cell) => {
    const read = cellDay(cell, order);
    if (!read.ok) throw new Error(`${cell}: ${read.error.kind}`);
    return read.value;
  });
};
const counts = (values: readonly string[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const value of values) found[value] = (found[value] ?? 0) + 1;
  return found;
};
const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => {
  const ordered = sorted(values);
  const middle = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1
    ? (ordered[middle] ?? 0)
    : ((ordered[middle - 1] ?? 0) + (ordered[middle] ?? 0)) / 2;
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number, places: number): number => Number(value.toFixed(places));

interface History {
  readonly clientId: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly settledOn: Day;
  readonly cents: number;
}

const history = (): readonly History[] => {
  const table = tableOf(ibm);
  const [issued, due, settled] = ['InvoiceDate', 'DueDate', 'SettledDate'].map((header) =>
    daysOf(table, header),
  );
  const numbers = columnOf(table, 'invoiceNumber');
  const amounts = columnOf(table, 'InvoiceAmount').map((cell) => {
    const read = cellAmount(cell, '.');
    if (!read.ok) throw new Error(cell);
    return read.value;
  });
  return columnOf(table, 'customerID').map((clientId, index) => ({
    clientId,
    number: numbers[index] ?? '',
    issuedOn: issued?.[index] ?? day('1900-01-01'),
    dueOn: due?.[index] ?? day('1900-01-01'),
    settledOn: settled?.[index] ?? day('1900-01-01'),
    cents: amounts[index] ?? 0,
  }));
};

/** The ledger of a user who recorded every payment until that day. */
const ledgerOn = (rows: readonly History[], today: Day): Ledger => {
  const now = instantOf(Date.parse(`${today}T12:00:00Z`));
  const client = (id: string): Client => ({
    id,
    name: id,
    regime: 'b2b',
    segment: 'regular',
    contacts: [],
    rate: { kind: 'statutory' },
    directDebit: false,
    createdAt: now,
  });
  const issued = rows.filter(({ issuedOn }) => issuedOn < today);
  const paid = issued.filter(({ settledOn }) => settledOn < today);
  return {
    ...emptyLedger(),
    clients: new Map(rows.map(({ clientId }) => [clientId, client(clientId)])),
    invoices: new Map(
      issued.map(({ number, clientId, issuedOn, dueOn, cents: total }) => [
        number,
        {
          id: number,
          clientId,
          number,
          kind: 'invoice',
          issuedOn,
          dueOn,
          totalCents: cents(total),
          currency: 'EUR',
          createdAt: now,
        },
      ]),
    ),
    payments: new Map(
      paid.map(({ number, clientId, settledOn, cents: total }) => [
        number,
        {
          id: number,
          clientId,
          receivedOn: settledOn,
          cents: cents(total),
          method: 'transfer',
          recordedAt: now,
        },
      ]),
    ),
    allocations: new Map(
      paid.map(({ number, settledOn, cents: total }) => [
        number,
        {
          id: number,
          source: { kind: 'payment', paymentId: number },
          invoiceId: number,
          cents: cents(total),
          effectiveOn: settledOn,
        },
      ]),
    ),
  };
};

describe.runIf(corpusIsThere)('two years of payments of 50 customers', () => {
  it('every fact of the table', () => {
    const facts = corpusFacts(folder, ibm);
    const table = tableOf(ibm);
    const rows = history();
    const perCustomer = sorted(Object.values(counts(rows.map(({ clientId }) => clientId))));
    const late = columnOf(table, 'DaysLate').map(Number);
    const signed = rows.map(({ dueOn, settledOn }) => daysBetween(dueOn, settledOn));
    const toSettle = rows.map(({ issuedOn, settledOn }) => daysBetween(issuedOn, settledOn));
    expect(table.columns.filter(({ type }) => type === 'date').map(({ dateOrder }) => dateOrder)).toEqual([
      'mdy',
      'mdy',
      'mdy',
      'mdy',
    ]);
    expect({
      rows: rows.length,
      customers: perCustomer.length,
      invoices_per_customer: { min: perCustomer[0], median: median(perCustomer), max: perCustomer.at(-1) },
      distinct_invoice_numbers: new Set(rows.map(({ number }) => number)).size,
      total_amount: (rows.reduce((sum, row) => sum + row.cents, 0) / 100).toFixed(2),
      days_late_column: {
        mean: rounded(mean(late), 4),
        median: median(late),
        max: Math.max(...late),
        share_late: rounded(late.filter((days) => days > 0).length / late.length, 4),
      },
      settled_minus_due_days: {
        mean: rounded(mean(signed), 4),
        median: median(signed),
        min: Math.min(...signed),
        max: Math.max(...signed),
        p90: sorted(signed)[Math.ceil(signed.length * 0.9) - 1],
      },
      days_to_settle: { mean: rounded(mean(toSettle), 4), median: median(toSettle) },
      terms_days: counts(rows.map(({ issuedOn, dueOn }) => String(daysBetween(issuedOn, dueOn)))),
      disputed: columnOf(table, 'Disputed').filter((cell) => cell === 'Yes').length,
      paper: columnOf(table, 'PaperlessBill').filter((cell) => cell === 'Paper').length,
      invoice_dates: {
        first: rows.map(({ issuedOn }) => issuedOn).sort()[0],
        last: rows
          .map(({ issuedOn }) => issuedOn)
          .sort()
          .at(-1),
      },
      settled_dates: {
        first: rows.map(({ settledOn }) => settledOn).sort()[0],
        last: rows
          .map(({ settledOn }) => settledOn)
          .sort()
          .at(-1),
      },
      countries: counts(columnOf(table, 'countryCode')),
    }).toEqual({
      ...facts,
      line_ends: undefined,
      encoding: undefined,
      baselines_on_a_split_by_time: undefined,
    });
  });

  it('is read as an invoice list with the right days and amounts', () => {
    const facts = corpusFacts(folder, ibm);
    const table = tableOf(ibm);
    const read = readInvoiceRows(table, suggestMapping(table).mapping);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const rows = history();
    expect(
      read.value.rows.map(({ number, totalCents, issuedOn, dueOn }) => [number, totalCents, issuedOn, dueOn]),
    ).toEqual(rows.map(({ number, cents: total, issuedOn, dueOn }) => [number, total, issuedOn, dueOn]));
    expect(new Set(read.value.rows.map(({ clientCode, clientName }) => clientCode ?? clientName)).size).toBe(
      facts.customers,
    );
  });

  it('the payment delay of the whole portfolio', () => {
    const facts = corpusFacts(folder, ibm).settled_minus_due_days as {
      readonly mean: number;
      readonly median: number;
    };
    const delay = paymentDelay(
      history().map(({ dueOn, settledOn, cents: total }) => ({ dueOn, paidOn: settledOn, cents: total })),
    );
    expect([rounded(delay?.meanDays ?? 0, 4), delay?.medianDays]).toEqual([facts.mean, facts.median]);
  });

  it('the expected day beats the three baselines on a split by time', () => {
    const split = corpusFacts(folder, ibm).baselines_on_a_split_by_time as {
      readonly cut: string;
      readonly train: number;
      readonly test: number;
      readonly mean_abs_error_days: Readonly<Record<string, number>>;
    };
    const rows = history();
    const cut = day(split.cut);
    const ledger = ledgerOn(rows, cut);
    const later = rows.filter(({ issuedOn }) => issuedOn >= cut);
    expect([ledger.payments.size, later.length]).toEqual([split.train, split.test]);
    // What was known on the day before the cut, for every invoice issued after it.
    const delayOf = usualDelays(ledger, addDays(cut, -1));
    const error = mean(
      later.map(({ clientId, dueOn, settledOn }) =>
        Math.abs(daysBetween(addDays(dueOn, delayOf(clientId).days), settledOn)),
      ),
    );
    for (const baseline of Object.values(split.mean_abs_error_days)) expect(error).toBeLessThan(baseline);
    // Learning goes on: with what is known on the day of issue it is no worse.
    const rolling = mean(
      later.map(({ clientId, issuedOn, dueOn, settledOn }) =>
        Math.abs(
          daysBetween(
            addDays(dueOn, usualDelays(ledgerOn(rows, issuedOn), issuedOn)(clientId).days),
            settledOn,
          ),
        ),
      ),
    );
    expect([rounded(error, 2), rounded(rolling, 2)]).toEqual([6.65, 6.24]);
    expect(rolling).toBeLessThan(Math.min(...Object.values(split.mean_abs_error_days)));
  }, 60_000);

  it('so do the expected receipts of the invoices that were open on that day', () => {
    const cut = day('2013-05-02');
    const rows = history();
    const settled = new Map(rows.map(({ number, settledOn }) => [number, settledOn]));
    const receipts = expectedReceipts(ledgerOn(rows, cut), cut);
    const errorOf = (expected: (receipt: (typeof receipts)[number]) => Day): number =>
      mean(
        receipts.map((receipt) =>
          Math.abs(daysBetween(expected(receipt), settled.get(receipt.invoice.id) ?? cut)),
        ),
      );
    const dueDay = errorOf(({ invoice }) =>
      invoice.dueOn !== undefined && invoice.dueOn > cut ? invoice.dueOn : addDays(cut, 1),
    );
    const ours = errorOf(({ expectedOn }) => expectedOn);
    expect([rounded(ours, 2), rounded(dueDay, 2)]).toEqual([7.57, 9.79]);
    expect(receipts).toHaveLength(
      rows.filter(({ issuedOn, settledOn }) => issuedOn < cut && settledOn >= cut).length,
    );
  });
});

describe.runIf(corpusIsThere)('three thousand open items', () => {
  it('every fact of the table', () => {
    const facts = corpusFacts(folder, highradius);
    const table = tableOf(highradius);
    const customers = columnOf(table, 'cust_number');
    const distinct = [...new Set(customers)];
    const due = daysOf(table, 'due_in_date');
    const millis = columnOf(table, 'converted_usd').reduce(
      (sum, cell) => sum + Math.round(Number(cell) * 1000),
      0,
    );
    expect({
      rows: table.rows.length,
      customer_numbers: distinct.length,
      customer_numbers_of_shape: counts(
        distinct.map((number) => (/^\d+$/.test(number) ? 'digits' : 'letters and digits')),
      ),
      names: new Set(columnOf(table, 'name_customer')).size,
      distinct_documents: new Set(columnOf(table, 'doc_id')).size,
      total_converted_usd: (millis / 1000).toFixed(3),
      clear_date_filled: columnOf(table, 'clear_date').filter((cell) => cell !== '').length,
      due_dates: { first: [...due].sort()[0], last: [...due].sort().at(-1), unreadable: 0 },
      payment_terms: new Set(columnOf(table, 'cust_payment_terms')).size,
      business_codes: counts(columnOf(table, 'business_code')),
    }).toEqual({ ...facts, line_ends: undefined, encoding: undefined, note: undefined });
  });
});
