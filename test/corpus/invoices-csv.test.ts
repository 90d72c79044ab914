import { describe, expect, it } from 'vitest';
import { cellAmount } from '../../shared/importing/cell-values.ts';
import { suggestMapping } from '../../shared/importing/column-mapping.ts';
import { type InvoiceRow, readInvoiceRows } from '../../shared/importing/invoice-rows.ts';
import { readTable, type Table } from '../../shared/importing/table.ts';
import { planImport } from '../support/plan-import.ts';
import { corpusBytes, corpusFacts, corpusFiles, corpusIsThere } from './corpus.ts';

const folder = 'invoices-csv';
const tableOf = (name: string): Table => {
  const read = readTable(corpusBytes(folder, name));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`);
  return read.value;
};
const invoicesOf = (name: string) => {
  const table = tableOf(name);
  const read = readInvoiceRows(table, suggestMapping(table).mapping);
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`);
  return read.value;
};
/** Cents as the manifests write amounts, with as many decimals as the fact compared with. */
const centsOf = (amount: unknown): number => Math.round(Number(amount) * 100);
const sum = (rows: readonly InvoiceRow[], of: (row: InvoiceRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const column = (table: Table, header: string): readonly string[] => {
  const index = table.columns.findIndex((candidate) => candidate.header === header);
  return table.rows.map(({ cells }) => cells[index] ?? '');
};
const amounts = (table: Table, header: string): readonly number[] =>
  column(table, header).map((cell) => {
    const amount = cellAmount(cell, table.columns.find((candidate) => candidate.header === header)?.decimal);
    if (!amount.ok) throw new Error(`${cell}: ${amount.error.kind}`);
    return amount.value;
  });

describe.runIf(corpusIsThere)('invoice lists of real programs', () => {
  for (const { name, expected } of corpusFiles(folder)) {
    if (expected.delimiter === undefined) {
      it(`${name}: the sheets, their titles and rows`, () => {
        const sheets = expected.sheets as Readonly<
          Record<
            string,
            { readonly rows: number; readonly columns: number; readonly header: readonly string[] }
          >
        >;
        for (const [sheet, facts] of Object.entries(sheets)) {
          const read = readTable(corpusBytes(folder, name), { sheet });
          if (!read.ok) throw new Error(JSON.stringify(read.error));
          expect(read.value.sheets).toEqual(Object.keys(sheets));
          expect(read.value.columns.map(({ header }) => header)).toEqual(facts.header);
          const totalLines = read.value.problems.filter(({ kind }) => kind === 'total-line').length;
          expect([read.value.sheet, read.value.rows.length + totalLines + 1]).toEqual([sheet, facts.rows]);
        }
      });
      continue;
    }
    it(`${name}: encoding, delimiter, title line, columns and rows`, () => {
      const table = tableOf(name);
      expect({
        encoding: table.encoding,
        byteOrderMark: table.byteOrderMark,
        delimiter: table.delimiter,
        header_row: table.headerRow,
        columns: table.columns.length,
        data_rows: table.rows.length,
      }).toEqual({
        // Plain ASCII is UTF-8.
        encoding: 'utf-8',
        byteOrderMark: expected.encoding === 'utf-8 with BOM',
        delimiter: expected.delimiter,
        header_row: expected.header_row,
        columns: expected.columns,
        data_rows: expected.data_rows,
      });
    });
  }

  it('FreshBooks clients', () => {
    const facts = corpusFacts(folder, 'freshbooks_clients.csv');
    const table = tableOf('freshbooks_clients.csv');
    expect(table.columns.map(({ header }) => header)).toEqual(facts.header);
    expect(table.rows[0]?.cells.slice(0, 6)).toEqual(facts.first_record);
    expect(suggestMapping(table).listKind).toBe('clients');
  });

  it('Invoice2go, with tables inside cells', () => {
    const facts = corpusFacts(folder, 'i2g_invoices.csv');
    expect(
      invoicesOf('i2g_invoices.csv').rows.map((row) => ({
        number: row.number,
        client: row.clientName,
        date: row.issuedOn,
        currency: row.currency,
        total: row.totalCents,
        balance: row.remainingCents,
        paid: row.totalCents - row.remainingCents,
      })),
    ).toEqual(
      (facts.invoices as readonly Record<string, string>[]).map((invoice) => ({
        ...invoice,
        total: centsOf(invoice.total),
        balance: centsOf(invoice.balance),
        paid: centsOf(invoice.paid),
      })),
    );
  });

  it('Invoice Ninja clients, below title lines', () => {
    const facts = corpusFacts(folder, 'in4-clients.csv');
    const table = tableOf('in4-clients.csv');
    expect(amounts(table, 'Balance').reduce((total, cents) => total + cents, 0)).toBe(
      centsOf(facts.sum_balance),
    );
    expect(column(table, 'Name')[0]).toBe(facts.first_client);
    expect(new Set(column(table, 'Name')).size).toBe(facts.clients);
    expect(suggestMapping(table).listKind).toBe('clients');
  });

  it('Invoice Ninja invoices, one line per item with the total repeated', () => {
    const facts = corpusFacts(folder, 'in4-invoice.csv');
    const { rows, problems, repeatedLines, duplicates } = invoicesOf('in4-invoice.csv');
    const plan = planImport(rows, { clients: [], invoices: [] }, { newId: counter() });
    expect({
      invoices: rows.length,
      clients: plan.newClients.length,
      total: sum(rows, ({ totalCents }) => totalCents),
      open: sum(rows, ({ remainingCents }) => remainingCents),
      paid: sum(rows, ({ totalCents, remainingCents }) => totalCents - remainingCents),
      due_before_issue: problems.filter(({ kind }) => kind === 'due-before-issue').length,
      paid_in_full: rows.filter(({ status }) => status === 'paid').length,
    }).toEqual({
      invoices: facts.invoices,
      clients: facts.clients,
      total: centsOf(facts.total),
      open: centsOf(facts.open),
      paid: centsOf(facts.paid),
      due_before_issue: facts.due_before_issue,
      paid_in_full: (facts.by_status as Record<string, number>).Paid,
    });
    expect([repeatedLines, duplicates]).toEqual([1, 0]);
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(['USD']));
    expect(rows[0]).toMatchObject({
      clientName: 'Ludwig Krajcik DVM',
      number: '1',
      totalCents: 1350,
      remainingCents: 1350 - 501,
      issuedOn: '2019-11-25',
      dueOn: '2019-10-20',
    });
  });

  it('Invoice Ninja payments are not taken for invoices', () => {
    const facts = corpusFacts(folder, 'in4-payments.csv');
    const table = tableOf('in4-payments.csv');
    const paid = amounts(table, 'Amount');
    expect({
      sum_of_rows: paid.reduce((total, cents) => total + cents, 0),
      negative_rows: paid.filter((cents) => cents < 0).length,
      distinct_rows: new Set(table.rows.map(({ cells }) => cells.join('\t'))).size,
      invoices_referred_to: new Set(column(table, 'Invoice Number')).size,
    }).toEqual({
      sum_of_rows: centsOf(facts.sum_of_rows),
      negative_rows: facts.negative_rows,
      distinct_rows: facts.distinct_rows,
      invoices_referred_to: facts.invoices_referred_to,
    });
    expect(table.columns.at(-1)).toMatchObject({ type: 'date', dateOrder: 'mdy', dateOrderAmbiguous: false });
    expect(suggestMapping(table).listKind).toBe('payments');
  });

  it('Invoicely, with English dates and a comma for thousands', () => {
    expect(invoicesOf('invoicely_invoices.csv').rows).toMatchObject([
      {
        number: 'INV-1',
        clientName: 'Bruce Wayne',
        issuedOn: '2021-01-28',
        dueOn: '2021-01-28',
        totalCents: 102_000,
        status: 'open',
      },
    ]);
  });

  it('a French debt-collection program, clients by number only', () => {
    const facts = corpusFacts(folder, 'recouvrement-factures.csv');
    const { rows } = invoicesOf('recouvrement-factures.csv');
    const table = tableOf('recouvrement-factures.csv');
    const statuses = column(table, 'statut');
    const byStatus = Object.fromEntries(
      [...new Set(statuses)].map((status) => {
        const ofStatus = rows.filter((_, index) => statuses[index] === status);
        return [
          status,
          { count: ofStatus.length, sum: String(sum(ofStatus, ({ totalCents }) => totalCents) / 100) },
        ];
      }),
    );
    const dueDays = rows.map(({ dueOn }) => dueOn ?? '').sort();
    expect({
      invoices: rows.length,
      total: sum(rows, ({ totalCents }) => totalCents),
      clients: new Set(rows.map(({ clientCode }) => clientCode)).size,
      earliest_due: dueDays[0],
      latest_due: dueDays.at(-1),
      by_status: byStatus,
    }).toEqual({
      invoices: facts.invoices,
      total: centsOf(facts.total),
      clients: facts.clients,
      earliest_due: facts.earliest_due,
      latest_due: facts.latest_due,
      by_status: facts.by_status,
    });
    expect(sum(rows, ({ remainingCents }) => remainingCents)).toBe(centsOf(facts.total) - centsOf(63_300));
  });

  it('the same program’s workbook', () => {
    const name = 'export_recouvrement_20241126_230000.xlsx';
    const facts = corpusFacts(folder, name);
    const { rows } = invoicesOf(name);
    const statuses = column(tableOf(name), 'statut');
    const byStatus = Object.fromEntries(
      [...new Set(statuses)].map((status) => {
        const ofStatus = rows.filter((_, index) => statuses[index] === status);
        return [
          status,
          { count: ofStatus.length, sum: String(sum(ofStatus, ({ totalCents }) => totalCents) / 100) },
        ];
      }),
    );
    const dueDays = rows.map(({ dueOn }) => dueOn ?? '').sort();
    expect({
      invoices: rows.length,
      total: String(sum(rows, ({ totalCents }) => totalCents) / 100),
      by_status: byStatus,
      earliest_due: dueDays[0],
      latest_due: dueDays.at(-1),
    }).toEqual({
      invoices: facts.invoices,
      total: facts.total,
      by_status: facts.by_status,
      earliest_due: facts.earliest_due,
      latest_due: facts.latest_due,
    });
  });

  it('Wave: accounting movements, of which only the receivable ones count', () => {
    const facts = corpusFacts(folder, 'wave_invoices.csv');
    const { rows } = invoicesOf('wave_invoices.csv');
    const movements = facts.receivable_movements as readonly Record<string, string>[];
    expect(
      rows.map((row) => ({
        invoice: row.number,
        customer: row.clientName,
        amount: row.totalCents,
        date: row.issuedOn,
      })),
    ).toEqual(
      movements
        .filter(({ amount }) => Number(amount) > 0)
        .map((movement) => ({ ...movement, amount: centsOf(movement.amount) })),
    );
    expect(sum(rows, ({ remainingCents }) => remainingCents)).toBe(centsOf(facts.open_balance));
    expect(rows.find(({ number }) => number === '3')).toMatchObject({ remainingCents: 0, status: 'paid' });
  });

  it('Zoho Books: drafts, several lines per invoice', () => {
    const facts = corpusFacts(folder, 'zoho_invoices.csv');
    const { rows, leftOut } = invoicesOf('zoho_invoices.csv');
    expect(rows).toEqual([]);
    expect(
      leftOut.map((row) => ({
        number: row.number,
        customer: row.clientName,
        date: row.issuedOn,
        due: row.dueOn,
        currency: row.currency,
        total: (row.totalCents / 100).toFixed(2),
        balance: (row.remainingCents / 100).toFixed(2),
        status: row.status === 'draft' ? 'Draft' : row.status,
      })),
    ).toEqual(facts.invoices);
    expect(sum(leftOut, ({ remainingCents }) => remainingCents)).toBe(centsOf(facts.open_total));
  });
});

const counter = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
};
