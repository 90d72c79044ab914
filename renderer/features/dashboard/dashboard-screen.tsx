import { Button } from '@mantine/core';
import { FileUp, LayoutDashboard } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatFullDay } from '../../../shared/dates/format-day.ts';
import { portfolioFigures } from '../../../shared/insight/portfolio-figures.ts';
import { projectTreasury } from '../../../shared/insight/treasury.ts';
import { treasuryAlert } from '../../../shared/insight/treasury-alert.ts';
import { ageingTable } from '../../../shared/ledger/ageing-table.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { AgeingBar } from '../../ui/ageing-bar.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { TreasuryBanner } from '../treasury/treasury-banner.tsx';
import classes from './dashboard-screen.module.css';
import { IndicatorsCard } from './indicators-card.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LatePayersCard } from './late-payers-card.tsx';
import { StepRecoveryCard } from './step-recovery-card.tsx';
import { TodoCard } from './todo-card.tsx';
import { TreasuryCard } from './treasury-card.tsx';
import { TrendCards } from './trend-cards.tsx';

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** « Tableau de bord »: where the company stands, and what is to be done today. */
export const DashboardScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const projection = useMemo(() => projectTreasury(ledger, today), [ledger, today]);
  const table = useMemo(() => ageingTable(ledger, { asOf: today, today, by: 'due-date' }), [ledger, today]);
  const figures = useMemo(() => portfolioFigures(ledger, today), [ledger, today]);
  const { thresholdsCents } = settingsOf(ledger, 'treasury');
  const alert = useMemo(
    () => projection && treasuryAlert(projection, thresholdsCents),
    [projection, thresholdsCents],
  );
  const lead = sentenceCase(formatFullDay(today));
  if (ledger.invoices.size === 0)
    return (
      <Page title="Tableau de bord" lead={lead}>
        <EmptyState
          icon={LayoutDashboard}
          title="Votre tableau de bord se remplit avec vos factures."
          action={
            <Button
              component={Link}
              href={places.import}
              leftSection={<FileUp size={16} aria-hidden="true" />}
            >
              Importer mes factures
            </Button>
          }
        />
      </Page>
    );
  return (
    <Page
      title="Tableau de bord"
      lead={lead}
      actions={
        <Button component={Link} href={places.week}>
          Ouvrir ma semaine
        </Button>
      }
    >
      <div className={classes.stack}>
        {alert && <TreasuryBanner alert={alert} />}
        <KeyFigures figures={figures} projection={projection} thresholdsCents={thresholdsCents} />
        <Card
          title="Balance âgée"
          actions={
            <Link href={places.ageing} className={classes.more}>
              Voir par client
            </Link>
          }
        >
          <AgeingBar buckets={table.buckets} />
        </Card>
        <div className={`${classes.pair} ${classes.lists}`}>
          <TodoCard />
          <LatePayersCard />
        </div>
        <div className={classes.pair}>
          <TreasuryCard projection={projection} thresholdsCents={thresholdsCents} />
          <TrendCards />
        </div>
        <IndicatorsCard figures={figures} />
        <StepRecoveryCard />
      </div>
    </Page>
  );
};
