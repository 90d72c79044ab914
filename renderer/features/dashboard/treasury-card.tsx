import { Button } from '@mantine/core';
import { Wallet } from 'lucide-react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { TreasuryProjection } from '../../../shared/insight/treasury.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { places } from '../../application/places.ts';
import { Card } from '../../ui/card.tsx';
import { ChartCard } from '../../ui/chart-table.tsx';
import { briefProjectionTable } from '../treasury/projection-table.ts';
import { TreasuryChart } from '../treasury/treasury-chart.tsx';
import classes from './dashboard-screen.module.css';

/** The treasury line in small, with the thresholds. */
export const TreasuryCard = ({
  projection,
  thresholdsCents,
}: {
  readonly projection: TreasuryProjection | undefined;
  readonly thresholdsCents: readonly Cents[];
}) => {
  const [today] = projection?.days ?? [];
  if (!projection || !today)
    return (
      <Card title="Trésorerie projetée">
        <div className={classes.calm}>
          <Wallet size={28} strokeWidth={1.5} aria-hidden="true" />
          Saisissez le solde de votre compte pour voir venir les creux.
          <Button component={Link} href={places.treasury} variant="default" size="compact-sm">
            Saisir le solde
          </Button>
        </div>
      </Card>
    );
  return (
    <ChartCard
      title="Trésorerie projetée"
      headline={formatAmount(today.balanceCents)}
      note={
        <>
          aujourd’hui, d’après le solde du {formatDay(projection.opening.on)}
          {' · '}
          <Link href={places.treasury} className={classes.more}>
            Détail
          </Link>
        </>
      }
      data={briefProjectionTable(projection)}
    >
      <TreasuryChart projection={projection} thresholdsCents={thresholdsCents} heightPx={168} />
    </ChartCard>
  );
};
