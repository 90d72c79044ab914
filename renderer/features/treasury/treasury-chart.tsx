import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatFullDay, formatLongDay } from '../../../shared/dates/format-day.ts';
import { formatShortDay } from '../../../shared/dates/format-short.ts';
import { formatAxisAmount } from '../../../shared/insight/format-figure.ts';
import { lowestDay, type TreasuryDay, type TreasuryProjection } from '../../../shared/insight/treasury.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { ChartTooltip } from '../../ui/chart-tooltip.tsx';
import { niceTicks } from '../../ui/nice-ticks.ts';

const quietTick = { fill: 'var(--text-quiet)', fontSize: 12 } as const;

/** Every second week from today: a date under each would not fit. */
const tickIndexes = (dayCount: number): readonly number[] =>
  Array.from({ length: Math.ceil(dayCount / 14) }, (_none, index) => index * 14);

const tooltipLines = (point: TreasuryDay) => [
  { name: 'Solde en fin de journée', value: formatAmount(point.balanceCents) },
  ...(point.receiptsCents > 0
    ? [{ name: 'Encaissements attendus', value: formatAmount(point.receiptsCents) }]
    : []),
  ...(point.outflowsCents > 0
    ? [{ name: 'Dépenses prévues', value: `−${formatAmount(point.outflowsCents)}` }]
    : []),
];

/** The projected balance day by day, with the thresholds and the lowest day. A step, as an account moves. */
export const TreasuryChart = ({
  projection,
  thresholdsCents,
  heightPx,
}: {
  readonly projection: TreasuryProjection;
  readonly thresholdsCents: readonly Cents[];
  readonly heightPx: number;
}) => {
  const { days } = projection;
  const lowest = lowestDay(projection);
  const lowestIndex = days.indexOf(lowest);
  const data = days.map((point, index) => ({ ...point, index }));
  const isShort = thresholdsCents.some((threshold) => lowest.balanceCents < threshold);
  const ticks = niceTicks([...days.map(({ balanceCents }) => balanceCents), ...thresholdsCents], 5);
  return (
    <div
      role="img"
      aria-label={`Solde projeté sur 13 semaines\u00A0: au plus bas ${formatAmount(lowest.balanceCents)} le ${formatLongDay(lowest.on)}`}
    >
      <ResponsiveContainer width="100%" height={heightPx} initialDimension={{ width: 480, height: heightPx }}>
        <AreaChart data={data} accessibilityLayer={false} margin={{ top: 12, right: 16, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="index"
            type="number"
            domain={[0, days.length - 1]}
            ticks={[...tickIndexes(days.length)]}
            tickFormatter={(index: number) => formatShortDay(days[index]?.on ?? days[0]?.on ?? '')}
            tick={quietTick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
          />
          <YAxis
            width={60}
            ticks={[...ticks]}
            domain={[ticks[0], ticks.at(-1) ?? ticks[0]]}
            tick={quietTick}
            tickFormatter={formatAxisAmount}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const point = payload[0]?.payload as TreasuryDay | undefined;
              return point ? (
                <ChartTooltip title={formatFullDay(point.on)} lines={tooltipLines(point)} />
              ) : null;
            }}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Area
            dataKey="balanceCents"
            type="stepAfter"
            isAnimationActive={false}
            stroke="var(--accent)"
            strokeWidth={2}
            fill="var(--accent)"
            fillOpacity={0.08}
            activeDot={{ r: 4, fill: 'var(--accent)' }}
          />
          {thresholdsCents.map((threshold, index) => (
            <ReferenceLine
              key={threshold}
              y={threshold}
              stroke="var(--alert)"
              strokeDasharray="5 4"
              label={{
                value: `Seuil ${formatAxisAmount(threshold)}`,
                position: index % 2 === 0 ? 'insideBottomRight' : 'insideBottomLeft',
                fill: 'var(--alert)',
                fontSize: 12,
                // The line of the balance may run behind the words.
                stroke: 'var(--surface)',
                strokeWidth: 4,
                paintOrder: 'stroke',
              }}
            />
          ))}
          <ReferenceDot
            x={lowestIndex}
            y={lowest.balanceCents}
            r={4}
            fill={isShort ? 'var(--alert)' : 'var(--accent)'}
            stroke="var(--surface)"
            strokeWidth={2}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
};
