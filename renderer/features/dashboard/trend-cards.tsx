import { ChartNoAxesColumn } from 'lucide-react';
import { useMemo } from 'react';
import { day } from '../../../shared/dates/day.ts';
import { formatMonth } from '../../../shared/dates/format-day.ts';
import { formatShortMonth } from '../../../shared/dates/format-short.ts';
import { formatAxisAmount, formatDayCount, formatShare } from '../../../shared/insight/format-figure.ts';
import { type MonthlyTrend, monthlyTrends } from '../../../shared/insight/trends.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { ChartCard } from '../../ui/chart-table.tsx';
import { TrendChart, type TrendPoint } from '../../ui/trend-chart.tsx';
import classes from './dashboard-screen.module.css';

const monthTitle = (month: string): string => formatMonth(day(`${month}-01`));

const pointsOf = (
  trends: readonly MonthlyTrend[],
  value: (trend: MonthlyTrend) => number | undefined,
): readonly TrendPoint[] =>
  trends.map((trend, index) => ({
    label: formatShortMonth(trend.month),
    title: monthTitle(trend.month),
    value: value(trend),
    isPartial: index === trends.length - 1,
  }));

const nothing = '–';
/** The last whole month with a figure; the running one where there is no other. */
const lastWhole = (
  trends: readonly MonthlyTrend[],
  value: (trend: MonthlyTrend) => number | undefined,
): MonthlyTrend | undefined => {
  const known = trends.filter((trend) => value(trend) !== undefined);
  const running = trends.at(-1);
  return known.findLast((trend) => trend !== running) ?? known.at(-1);
};

/** Delay, punctuality and receipts of the last twelve months, each with its figures as a table. */
export const TrendCards = () => {
  const ledger = useLedger();
  const today = useToday();
  const trends = useMemo(() => monthlyTrends(ledger, today), [ledger, today]);
  if (trends.every(({ receiptsCents }) => receiptsCents === 0))
    return (
      <Card title="Tendances de paiement">
        <div className={classes.calm}>
          <ChartNoAxesColumn size={28} strokeWidth={1.5} aria-hidden="true" />
          Retards moyens, ponctualité et encaissements par mois apparaissent ici dès vos premiers
          encaissements.
        </div>
      </Card>
    );
  const delays = pointsOf(trends, (trend) => trend.averageDelayDays);
  const shares = pointsOf(trends, (trend) => trend.onTimeShare);
  const receipts = pointsOf(trends, (trend) => trend.receiptsCents);
  const delay = lastWhole(trends, (trend) => trend.averageDelayDays);
  const punctual = lastWhole(trends, (trend) => trend.onTimeShare);
  const received = trends.at(-1);
  return (
    <>
      <ChartCard
        title="Retard moyen"
        headline={delay?.averageDelayDays === undefined ? nothing : formatDayCount(delay.averageDelayDays)}
        note={delay === undefined ? 'pas encore de paiement' : `de vos clients en ${monthTitle(delay.month)}`}
        data={{
          columns: ['Mois', 'Retard moyen', 'Avances comptées 0', 'Payé'],
          rows: trends.map((trend) => [
            monthTitle(trend.month),
            trend.averageDelayDays === undefined ? nothing : formatDayCount(trend.averageDelayDays),
            trend.flooredDelayDays === undefined ? nothing : formatDayCount(trend.flooredDelayDays),
            formatAmount(trend.paidCents),
          ]),
        }}
      >
        <TrendChart
          kind="line"
          name="Retard moyen"
          points={delays}
          format={formatDayCount}
          formatTick={(value) => `${Math.round(value)}\u00A0j`}
        />
      </ChartCard>
      <ChartCard
        title="Payé à l’échéance"
        headline={punctual?.onTimeShare === undefined ? nothing : formatShare(punctual.onTimeShare)}
        note={
          punctual === undefined
            ? 'pas encore de paiement'
            : `des montants payés en ${monthTitle(punctual.month)}`
        }
        data={{
          columns: ['Mois', 'Payé à temps', 'Payé'],
          rows: trends.map((trend) => [
            monthTitle(trend.month),
            trend.onTimeShare === undefined ? nothing : formatShare(trend.onTimeShare),
            formatAmount(trend.paidCents),
          ]),
        }}
      >
        <TrendChart
          kind="bar"
          name="Part payée à l’échéance"
          points={shares}
          format={formatShare}
          formatTick={formatShare}
          fixedTicks={[0, 0.25, 0.5, 0.75, 1]}
        />
      </ChartCard>
      <ChartCard
        title="Encaissements"
        headline={formatAmount(received?.receiptsCents ?? 0)}
        note="ce mois-ci"
        data={{
          columns: ['Mois', 'Encaissé'],
          rows: trends.map((trend) => [monthTitle(trend.month), formatAmount(trend.receiptsCents)]),
        }}
      >
        <TrendChart
          kind="bar"
          name="Encaissements"
          points={receipts}
          format={formatAmount}
          formatTick={formatAxisAmount}
        />
      </ChartCard>
    </>
  );
};
