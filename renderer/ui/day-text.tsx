import type { Day } from '../../shared/dates/day.ts';
import { formatDay, formatFullDay } from '../../shared/dates/format-day.ts';

/** A day as `22/11/2026`, with its weekday on hover. */
export const DayText = ({ day }: { readonly day: Day | undefined }) =>
  day === undefined ? (
    <span style={{ color: 'var(--text-quiet)' }}>–</span>
  ) : (
    <time className="figures" dateTime={day} title={formatFullDay(day)}>
      {formatDay(day)}
    </time>
  );
