import type { TreasuryProjection, TreasuryWeek } from '../../insight/treasury.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

interface Week extends TreasuryWeek {
  /** What the week before closes with. */
  readonly openingCents: number;
}

const columns: readonly ExportColumn<Week>[] = [
  { header: 'Du', kind: 'day', value: ({ from }) => from },
  { header: 'Au', kind: 'day', value: ({ to }) => to },
  { header: 'Ouverture', kind: 'amountCents', value: ({ openingCents }) => openingCents },
  { header: 'Attendu', kind: 'amountCents', value: ({ receiptsCents }) => receiptsCents },
  { header: 'Dépenses', kind: 'amountCents', value: ({ outflowsCents }) => -outflowsCents },
  { header: 'Clôture', kind: 'amountCents', value: ({ balanceCents }) => balanceCents },
  { header: 'Au plus bas', kind: 'amountCents', value: ({ lowestCents }) => lowestCents },
];

/** The projected treasury, week by week. */
export const projectionSource = ({ days, weeks }: TreasuryProjection): ExportSource =>
  exportSource(
    'Trésorerie projetée',
    columns,
    weeks.map(
      (week, index): Week => ({
        ...week,
        openingCents: weeks[index - 1]?.balanceCents ?? days[0]?.balanceCents ?? 0,
      }),
    ),
  );
