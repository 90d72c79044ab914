// From the bytes of a list of 10,000 invoices to what the import would do, and to the rows it writes.
import { importInvoices } from '../../renderer/db/commands/import.ts';
import { instantOf } from '../../shared/dates/clock.ts';
import { addDays } from '../../shared/dates/day.ts';
import { formatDay } from '../../shared/dates/format-day.ts';
import { suggestMapping } from '../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../shared/importing/invoice-rows.ts';
import { planLedgerImport } from '../../shared/importing/ledger-import.ts';
import { readTable } from '../../shared/importing/table.ts';
import { emptyLedger } from '../../shared/ledger/ledger.ts';
import { today } from './support/large-ledger.ts';
import { bestProcessorTime, print } from './support/measure.ts';

const rows = 10_000;
const lines = Array.from({ length: rows }, (_unused, index) => {
  const issuedOn = addDays(today, -(index % 300));
  const amount = `${1 + (index % 97)} ${String(index % 1000).padStart(3, '0')},${String(index % 100).padStart(2, '0')}`;
  return [
    `FA-2026-${index}`,
    `Ets Façades ${index % 800}`,
    `C${index % 800}`,
    `compta${index % 800}@client.example`,
    formatDay(issuedOn),
    formatDay(addDays(issuedOn, 30)),
    amount,
    amount,
  ].join(';');
});
const bytes = new TextEncoder().encode(
  ['N° facture;Client;Code client;E-mail;Date;Échéance;Montant TTC;Reste à payer', ...lines].join('\r\n'),
);

const read = () => {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(table.error.kind);
  const invoices = readInvoiceRows(table.value, suggestMapping(table.value).mapping);
  if (!invoices.ok) throw new Error('not a list of invoices');
  if (invoices.value.rows.length !== rows) throw new Error(`${invoices.value.rows.length} rows`);
  return invoices.value;
};
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${ids}`;
};

const runs = 7;
const floor = await bestProcessorTime(runs, () =>
  new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .map((line) => line.split(';')),
);
const parsed = await bestProcessorTime(runs, read);
const list = read();
const planned = await bestProcessorTime(runs, () => planLedgerImport(emptyLedger(), list, newId));
const decided = await bestProcessorTime(runs, () => {
  const decision = importInvoices(
    emptyLedger(),
    { ...list, fileName: 'f.csv', fileHash: '', fillDueDates: true, cancelAsInFile: false },
    { now: instantOf(Date.UTC(2026, 10, 23)), today, newId },
  );
  if (!decision.ok) throw new Error(decision.error.message);
});

const against = { floor, floorIs: 'TextDecoder and split' } as const;
print([
  { what: 'import: 10,000 lines of CSV to checked rows', measured: parsed, unit: 'ms', ...against },
  { what: 'import: the dry run that the user sees', measured: planned, unit: 'ms', ...against },
  { what: 'import: rows to write (dry run included)', measured: decided, unit: 'ms', ...against },
]);
