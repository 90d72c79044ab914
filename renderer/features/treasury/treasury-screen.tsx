import { Button, Group } from '@mantine/core';
import { Landmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatLongDay } from '../../../shared/dates/format-day.ts';
import { projectionSource } from '../../../shared/exporting/tables/projection-source.ts';
import { lowestDay, projectTreasury, type TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { treasuryAlerts } from '../../../shared/insight/treasury-alert.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Card } from '../../ui/card.tsx';
import { FigureTable } from '../../ui/chart-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { BalanceCard } from './balance-card.tsx';
import { BalanceDialog } from './balance-dialog.tsx';
import { ExpectedReceipts } from './expected-receipts.tsx';
import { OutflowsCard } from './outflows-card.tsx';
import { lowestColumn, projectionTable } from './projection-table.ts';
import { ThresholdsCard } from './thresholds-card.tsx';
import { TreasuryBanner } from './treasury-banner.tsx';
import { TreasuryChart } from './treasury-chart.tsx';
import classes from './treasury-screen.module.css';

const leadOf = (projection: TreasuryProjection): string => {
  const lowest = lowestDay(projection);
  return `Au plus bas ${formatAmount(lowest.balanceCents)}, le ${formatLongDay(lowest.on)}.`;
};

const Projection = ({ projection }: { readonly projection: TreasuryProjection }) => {
  const ledger = useLedger();
  const { thresholdsCents } = settingsOf(ledger, 'treasury');
  const alerts = useMemo(() => treasuryAlerts(projection, thresholdsCents), [projection, thresholdsCents]);
  const table = useMemo(() => projectionTable(projection), [projection]);
  return (
    <div className={classes.stack}>
      {alerts.map((alert) => (
        <TreasuryBanner key={alert.thresholdCents} alert={alert} />
      ))}
      <div className={classes.top}>
        <Card title="Solde projeté">
          <TreasuryChart projection={projection} thresholdsCents={thresholdsCents} heightPx={300} />
        </Card>
        <div className={classes.side}>
          <BalanceCard projection={projection} />
          <ThresholdsCard />
        </div>
      </div>
      <div className={classes.tables}>
        <Card
          title="Semaine par semaine"
          actions={<ExportMenu source={() => projectionSource(projection)} compact />}
        >
          <FigureTable
            caption="Trésorerie projetée, semaine par semaine"
            data={table}
            isAlert={(row, column) =>
              column === lowestColumn &&
              thresholdsCents.some((threshold) => (projection.weeks[row]?.lowestCents ?? 0) < threshold)
            }
          />
        </Card>
        <OutflowsCard />
      </div>
      <ExpectedReceipts receipts={projection.receipts} />
    </div>
  );
};

/** « Trésorerie »: the balance over the next thirteen weeks, and what it is made of. */
export const TreasuryScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const [typing, setTyping] = useState(false);
  const projection = useMemo(() => projectTreasury(ledger, today), [ledger, today]);
  return (
    <Page
      title="Trésorerie"
      lead={projection ? leadOf(projection) : 'Votre solde sur les 13 prochaines semaines.'}
      actions={projection && <Button onClick={() => setTyping(true)}>Mettre à jour le solde</Button>}
    >
      {projection ? (
        <Projection projection={projection} />
      ) : (
        <EmptyState
          icon={Landmark}
          title="Il manque le solde de votre compte bancaire."
          action={
            <Group gap="xs">
              <Button onClick={() => setTyping(true)}>Saisir le solde</Button>
              <Button component={Link} href={places.bankImport} variant="default">
                Importer un relevé
              </Button>
            </Group>
          }
        >
          Un relevé le donne, ou vous le saisissez. Acquit y ajoute les encaissements attendus, selon les
          habitudes de chaque client, et en retire vos dépenses prévues.
        </EmptyState>
      )}
      <BalanceDialog opened={typing} onClose={() => setTyping(false)} />
    </Page>
  );
};
