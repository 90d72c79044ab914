import { Badge, Group } from '@mantine/core';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type AgeingBucket, ageingBuckets } from '../../../shared/ledger/ageing.ts';
import type { AgeingRow } from '../../../shared/ledger/ageing-table.ts';
import type { InstalmentShare } from '../../../shared/ledger/instalment-shares.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import classes from './ageing-screen.module.css';
import { type RowStop, StopMark, StopText } from './stop-mark.tsx';

/** Heads short enough for a column; the full names stand in the bar above. */
const heads: Readonly<Record<AgeingBucket, string>> = {
  notDue: 'À échoir',
  d1to30: '1–30 j',
  d31to60: '31–60 j',
  d61to90: '61–90 j',
  over90: '> 90 j',
};

const lateness = (daysLate: number): string => {
  if (daysLate > 0) return `${daysLate} j de retard`;
  return daysLate === 0 ? 'échoit aujourd’hui' : `dans ${-daysLate} j`;
};

/** The instalments of a plan, for the tooltip of the day. */
const instalmentText = (parts: readonly InstalmentShare[]): string =>
  `Échéancier\u00A0: ${parts.map(({ dueOn, cents }) => `${formatAmount(cents)} le ${formatDay(dueOn)}`).join(', ')}`;

/**
 * Columns of the aged balance; the one of credits only where there are any.
 * @param limitationOf last day to act; the column is hidden until the user asks for it.
 * @param disputedOf contested part, undefined for none; it is part of the total, and not claimed.
 * @param stopOf what holds reminders back today; absent where the balance is that of another day.
 */
export const ageingColumns = (
  hasCredits: boolean,
  limitationOf: (row: AgeingRow) => Day | undefined,
  disputedOf: (row: AgeingRow) => Cents | undefined,
  stopOf?: (row: AgeingRow) => RowStop | undefined,
): readonly GridColumn<AgeingRow>[] => [
  {
    id: 'label',
    header: 'Client / facture',
    kind: 'text',
    hideable: false,
    value: (row) => row.label,
    render: (row) => {
      const stop = stopOf?.(row);
      return row.kind === 'client' ? (
        <span title={row.label}>
          {stop && <StopMark stop={stop} />}
          {row.label}
          <span className={classes.count}> {row.invoices.length > 0 ? row.invoices.length : ''}</span>
          {stop && <StopText stop={stop} />}
        </span>
      ) : (
        <Group component="span" gap={8} wrap="nowrap" display="inline-flex">
          <span>
            {stop && <StopMark stop={stop} />}
            {row.label}
            {stop && <StopText stop={stop} />}
          </span>
          <span className={classes.quiet}>{lateness(row.daysLate)}</span>
          {row.invoice.dueOn === undefined && <Badge color="yellow">sans échéance</Badge>}
        </Group>
      );
    },
  },
  {
    id: 'oldest',
    header: 'Échéance',
    kind: 'day',
    width: 112,
    value: (row) => (row.kind === 'client' ? row.oldestOn : row.agedFrom),
    render: (row) => {
      const on = row.kind === 'client' ? row.oldestOn : row.agedFrom;
      const parts = row.kind === 'invoice' ? row.instalments : undefined;
      return <span title={parts && instalmentText(parts)}>{on === undefined ? '' : formatDay(on)}</span>;
    },
  },
  {
    id: 'limitation',
    header: 'Prescription',
    kind: 'day',
    width: 112,
    hidden: true,
    value: limitationOf,
  },
  {
    id: 'disputed',
    header: 'Dont contesté',
    kind: 'amount',
    width: 116,
    hidden: true,
    total: true,
    value: disputedOf,
  },
  ...ageingBuckets.map(
    (bucket): GridColumn<AgeingRow> => ({
      id: bucket,
      header: heads[bucket],
      kind: 'amount',
      width: 104,
      total: true,
      value: (row) => row.buckets[bucket],
    }),
  ),
  ...(hasCredits
    ? [
        {
          id: 'credits',
          header: 'Avoirs, acomptes',
          kind: 'amount' as const,
          width: 134,
          total: true,
          value: (row: AgeingRow) => row.creditsCents,
        },
      ]
    : []),
  {
    id: 'total',
    header: 'Total',
    kind: 'amount',
    width: 112,
    total: true,
    hideable: false,
    value: (row) => row.totalCents,
  },
];
