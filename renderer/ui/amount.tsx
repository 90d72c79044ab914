import type { Cents } from '../../shared/money/cents.ts';
import { formatAmount } from '../../shared/money/format-amount.ts';

/** An amount in French spelling with tabular figures. A zero may be shown as a quiet dash in tables. */
export const Amount = ({
  cents,
  dashForZero = false,
  strong = false,
}: {
  readonly cents: Cents;
  readonly dashForZero?: boolean;
  readonly strong?: boolean;
}) =>
  dashForZero && cents === 0 ? (
    <span className="figures" style={{ color: 'var(--text-quiet)' }}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">0 €</span>
    </span>
  ) : (
    <span className="figures" style={strong ? { fontWeight: 600 } : undefined}>
      {formatAmount(cents)}
    </span>
  );
