import { type CsvColumn, csvOf } from '../../../shared/exporting/csv.ts';
import { type AgeingBucket, ageingBucketNames, ageingBuckets } from '../../../shared/ledger/ageing.ts';
import type { AgeingInvoiceRow, AgeingTable } from '../../../shared/ledger/ageing-table.ts';

interface Line {
  readonly client: string;
  readonly number: string;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly daysLate: number | undefined;
  readonly cents: Readonly<Record<AgeingBucket, number | undefined>>;
  readonly creditsCents: number | undefined;
  readonly totalCents: number;
}

const lineOf = (client: string, row: AgeingInvoiceRow): Line => ({
  client,
  number: row.invoice.number,
  issuedOn: row.invoice.issuedOn,
  dueOn: row.invoice.dueOn,
  daysLate: row.daysLate,
  cents: row.buckets,
  creditsCents: undefined,
  totalCents: row.totalCents,
});

const noCents = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, undefined])) as Line['cents'];

/** The aged balance for a spreadsheet: one line per open invoice, and one per client for waiting credits. */
export const ageingCsv = (table: AgeingTable): string => {
  const lines = table.rows.flatMap((row): readonly Line[] => [
    ...row.invoices.map((invoice) => lineOf(row.label, invoice)),
    ...(row.creditsCents === 0
      ? []
      : [
          {
            client: row.label,
            number: 'Avoirs et acomptes à affecter',
            issuedOn: undefined,
            dueOn: undefined,
            daysLate: undefined,
            cents: noCents,
            creditsCents: row.creditsCents,
            totalCents: row.creditsCents,
          },
        ]),
  ]);
  const columns: readonly CsvColumn<Line>[] = [
    { header: 'Client', kind: 'text', value: (line) => line.client },
    { header: 'N° facture', kind: 'text', value: (line) => line.number },
    { header: 'Date', kind: 'day', value: (line) => line.issuedOn },
    { header: 'Échéance', kind: 'day', value: (line) => line.dueOn },
    { header: 'Jours de retard', kind: 'number', value: (line) => line.daysLate },
    ...ageingBuckets.map(
      (bucket): CsvColumn<Line> => ({
        header: ageingBucketNames[bucket],
        kind: 'amountCents',
        value: (line) => (line.cents[bucket] === 0 ? undefined : line.cents[bucket]),
      }),
    ),
    { header: 'Avoirs et acomptes', kind: 'amountCents', value: (line) => line.creditsCents },
    { header: 'Total', kind: 'amountCents', value: (line) => line.totalCents },
  ];
  return csvOf(columns, lines);
};
