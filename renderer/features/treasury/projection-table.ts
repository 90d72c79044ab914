import { formatDay } from '../../../shared/dates/format-day.ts';
import type { TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { ChartData } from '../../ui/chart-table.tsx';

/** Column of the lowest end-of-day balance: a week can close well and be short in between. */
export const lowestColumn = 'Au plus bas';

/** The projection by week: what it opens with, what comes in, what goes out, what it closes with. */
export const projectionTable = ({ days, weeks }: TreasuryProjection): ChartData => {
  let opening: number = days[0]?.balanceCents ?? 0;
  return {
    columns: ['Semaine', 'Ouverture', 'Attendu', 'Dépenses', 'Clôture', lowestColumn],
    rows: weeks.map((week) => {
      const row = [
        `${formatDay(week.from).slice(0, 5)} au ${formatDay(week.to)}`,
        formatAmount(opening),
        week.receiptsCents === 0 ? '–' : formatAmount(week.receiptsCents),
        week.outflowsCents === 0 ? '–' : formatAmount(-week.outflowsCents),
        formatAmount(week.balanceCents),
        formatAmount(week.lowestCents),
      ] as const;
      opening = week.balanceCents;
      return row;
    }),
  };
};

/** The same without what each week opens with, for a narrow place: the week before closes with it. */
export const briefProjectionTable = (projection: TreasuryProjection): ChartData => {
  const { columns, rows } = projectionTable(projection);
  const [week = '', , ...others] = columns;
  return { columns: [week, ...others], rows: rows.map(([name, , ...figures]) => [name, ...figures]) };
};
