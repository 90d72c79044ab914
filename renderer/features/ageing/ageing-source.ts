import type { Day } from '../../../shared/dates/day.ts';
import {
  type ExportColumn,
  type ExportSource,
  exportSource,
} from '../../../shared/exporting/export-table.ts';
import { type AgeingBucket, ageingBucketNames, ageingBuckets } from '../../../shared/ledger/ageing.ts';
import type { AgeingInvoiceRow, AgeingRow } from '../../../shared/ledger/ageing-table.ts';

interface Line {
  readonly client: string;
  readonly number: string;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly daysLate: number | undefined;
  readonly cents: Readonly<Record<AgeingBucket, number | undefined>>;
  readonly creditsCents: number | undefined;
  readonly totalCents: number;
  readonly limitationOn: Day | undefined;
}

const lineOf = (client: string, row: AgeingInvoiceRow, limitationOn: Day | undefined): Line => ({
  client,
  number: row.invoice.number,
  issuedOn: row.invoice.issuedOn,
  dueOn: row.invoice.dueOn,
  daysLate: row.daysLate,
  cents: row.buckets,
  creditsCents: undefined,
  totalCents: row.totalCents,
  limitationOn,
});

const noCents = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, undefined])) as Line['cents'];

/** A client of the screen and those of his invoices that answer the search; none = he answers it by himself. */
interface ShownClient {
  readonly row: AgeingRow;
  readonly children: readonly AgeingRow[];
}

const linesOf = (
  { row, children }: ShownClient,
  limitationOf: ((row: AgeingRow) => Day | undefined) | undefined,
): readonly Line[] => {
  if (row.kind === 'invoice') return [lineOf('', row, limitationOf?.(row))];
  const found = children.filter((child) => child.kind === 'invoice');
  const lines = (found.length > 0 ? found : row.invoices).map((invoice) =>
    lineOf(row.label, invoice, limitationOf?.(invoice)),
  );
  if (row.creditsCents === 0) return lines;
  const credits: Line = {
    client: row.label,
    number: 'Avoirs et acomptes à affecter',
    issuedOn: undefined,
    dueOn: undefined,
    daysLate: undefined,
    cents: noCents,
    creditsCents: row.creditsCents,
    totalCents: row.creditsCents,
    limitationOn: undefined,
  };
  return [...lines, credits];
};

/**
 * The aged balance for a spreadsheet, in the order of the screen: one line per open invoice, and one per client for
 * waiting credits.
 * @param limitationOf last day to act on an invoice; absent where the screen does not show it.
 */
export const ageingSource = (
  shown: readonly ShownClient[],
  asOf: Day,
  limitationOf?: (row: AgeingRow) => Day | undefined,
): ExportSource => {
  const columns: readonly ExportColumn<Line>[] = [
    { header: 'Client', kind: 'text', value: (line) => line.client },
    { header: 'N° facture', kind: 'text', value: (line) => line.number },
    { header: 'Date', kind: 'day', value: (line) => line.issuedOn },
    { header: 'Échéance', kind: 'day', value: (line) => line.dueOn },
    { header: 'Jours de retard', kind: 'integer', value: (line) => line.daysLate },
    ...(limitationOf
      ? [{ header: 'Prescription', kind: 'day' as const, value: (line: Line) => line.limitationOn }]
      : []),
    ...ageingBuckets.map(
      (bucket): ExportColumn<Line> => ({
        header: ageingBucketNames[bucket],
        kind: 'amountCents',
        value: (line) => (line.cents[bucket] === 0 ? undefined : line.cents[bucket]),
      }),
    ),
    { header: 'Avoirs et acomptes', kind: 'amountCents', value: (line) => line.creditsCents },
    { header: 'Total', kind: 'amountCents', value: (line) => line.totalCents },
  ];
  const lines = shown.flatMap((client) => linesOf(client, limitationOf));
  return exportSource('Balance âgée', columns, lines, asOf);
};
