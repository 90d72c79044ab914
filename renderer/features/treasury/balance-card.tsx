import { formatDay } from '../../../shared/dates/format-day.ts';
import type { TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { Card } from '../../ui/card.tsx';
import classes from './treasury-screen.module.css';

/** The balance that the projection starts from, and how it was brought forward to today. */
export const BalanceCard = ({ projection }: { readonly projection: TreasuryProjection }) => {
  const { opening, days } = projection;
  const now = days[0]?.balanceCents ?? opening.cents;
  const moved = now - opening.cents;
  return (
    <Card title="Solde bancaire">
      <div className={classes.balance}>{formatAmount(now)}</div>
      <p className={classes.hint}>
        {moved === 0
          ? `Solde saisi au soir du ${formatDay(opening.on)}.`
          : `${formatAmount(opening.cents)} au soir du ${formatDay(opening.on)}, ${moved > 0 ? 'plus' : 'moins'} ${formatAmount(Math.abs(moved))} de mouvements notés depuis.`}
      </p>
    </Card>
  );
};
