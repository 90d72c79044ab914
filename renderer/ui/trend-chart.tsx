import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { niceTicks } from './nice-ticks.ts';

/** One month (or other period) of a trend. */
export interface TrendPoint {
  /** Under the axis: « nov. ». */
  readonly label: string;
  /** In the tooltip: « novembre 2026 ». */
  readonly title: string;
  readonly value: number | undefined;
  /** The period is not over: drawn lighter, since it will change. */
  readonly isPartial: boolean;
}

const heightPx = 168;
const quietTick = { fill: 'var(--text-quiet)', fontSize: 12 } as const;

/**
 * A small trend by period, as bars or as a line. It is a picture with a name; its data belong into a table
 * beside it (chart-table.tsx).
 */
export const TrendChart = ({
  kind,
  name,
  points,
  format,
  formatTick,
  fixedTicks,
}: {
  readonly kind: 'line' | 'bar';
  /** Name of the figure, for the tooltip and for screen readers. */
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
  /** Values of the axis; round ones that hold the data where not given. */
  readonly fixedTicks?: readonly [number, ...number[]];
}) => {
  const last = points.findLast(({ value }) => value !== undefined);
  const said = last?.value === undefined ? 'aucune donnée' : `${format(last.value)} en ${last.title}`;
  const ticks =
    fixedTicks ??
    niceTicks(
      points.flatMap(({ value }) => value ?? []),
      4,
    );
  const data = points.map((point) => ({
    ...point,
    fill: point.isPartial ? 'var(--chart-partial)' : 'var(--accent)',
  }));
  return (
    <div role="img" aria-label={`${name} par mois\u00A0: ${said}`}>
      <ResponsiveContainer width="100%" height={heightPx} initialDimension={{ width: 320, height: heightPx }}>
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="28%"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="label"
            tick={quietTick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            interval="preserveStartEnd"
            minTickGap={8}
            padding={kind === 'line' ? { left: 16, right: 16 } : { left: 0, right: 0 }}
          />
          <YAxis
            width={52}
            tick={quietTick}
            tickFormatter={formatTick}
            tickLine={false}
            axisLine={false}
            ticks={[...ticks]}
            domain={[ticks[0], ticks.at(-1) ?? ticks[0]]}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={
              kind === 'bar' ? { fill: 'var(--accent)', fillOpacity: 0.06 } : { stroke: 'var(--line-strong)' }
            }
            content={({ payload }) => {
              const point = payload[0]?.payload as TrendPoint | undefined;
              if (point?.value === undefined) return null;
              const title = point.isPartial ? `${point.title} (en cours)` : point.title;
              return <ChartTooltip title={title} lines={[{ name, value: format(point.value) }]} />;
            }}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          {kind === 'bar' ? (
            <Bar dataKey="value" isAnimationActive={false} radius={[2, 2, 0, 0]} maxBarSize={28} />
          ) : (
            <Line
              dataKey="value"
              isAnimationActive={false}
              stroke="var(--accent)"
              strokeWidth={2}
              dot={{ r: 3, fill: 'var(--surface)', stroke: 'var(--accent)', strokeWidth: 2 }}
              activeDot={{ r: 4, fill: 'var(--accent)' }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
