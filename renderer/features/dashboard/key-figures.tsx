import { useMemo } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatDayCount, formatShare } from '../../../shared/insight/format-figure.ts';
import { type PortfolioDso, portfolioDso } from '../../../shared/insight/portfolio-dso.ts';
import { lowestDay, type TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { clientAccounts } from '../../../shared/ledger/client-account.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import classes from './dashboard-screen.module.css';

const invoices = (count: number): string => `${count}\u00A0${count < 2 ? 'facture' : 'factures'}`;

const dsoFormula = (dso: PortfolioDso): string =>
  `DSO (délai moyen de paiement) = encours ÷ ventes TTC × jours, soit ${formatAmount(dso.receivablesCents)} ÷ ${formatAmount(dso.salesCents)} × ${dso.periodDays}. Avoirs déduits des ventes, ${dso.periodDays === 365 ? 'douze derniers mois' : `${dso.periodDays} derniers jours`}.`;

const missingDso =
  'DSO (délai moyen de paiement) = encours ÷ ventes TTC × jours. Il faut au moins 30 jours de factures et un encaissement.';

const outstandingFormula =
  'Encours\u00A0: tout ce que vos clients vous doivent encore, échu ou non. Acomptes et avoirs non imputés ne sont pas déduits.';

const lowestFormula =
  'Solde le plus bas des 13\u00A0prochaines semaines\u00A0: dernier solde saisi, plus les encaissements attendus selon les habitudes de chaque client, moins les dépenses prévues.';

const TreasuryFigure = ({
  projection,
  thresholdsCents,
}: {
  readonly projection: TreasuryProjection | undefined;
  readonly thresholdsCents: readonly Cents[];
}) => {
  if (!projection)
    return <KeyFigure label="Trésorerie au plus bas" value="–" hint="solde bancaire à saisir" />;
  const lowest = lowestDay(projection);
  const crossed = thresholdsCents.filter((threshold) => lowest.balanceCents < threshold);
  const threshold = crossed.at(0) ?? thresholdsCents.at(0);
  return (
    <KeyFigure
      label="Trésorerie au plus bas"
      value={formatAmount(lowest.balanceCents)}
      tone={crossed.length > 0 ? 'alert' : 'plain'}
      hint={`le ${formatDay(lowest.on)} · ${threshold === undefined ? 'aucun seuil' : `seuil ${formatAmount(threshold)}`}`}
      formula={lowestFormula}
    />
  );
};

/** Encours, en retard, DSO, and the lowest projected balance against the threshold. */
export const KeyFigures = ({
  projection,
  thresholdsCents,
}: {
  readonly projection: TreasuryProjection | undefined;
  readonly thresholdsCents: readonly Cents[];
}) => {
  const ledger = useLedger();
  const today = useToday();
  const { portfolio } = useMemo(() => clientAccounts(ledger, today), [ledger, today]);
  const dso = useMemo(() => portfolioDso(ledger, today), [ledger, today]);
  const { outstandingCents, overdueCents, openCount, overdueCount } = portfolio;
  return (
    <div className={classes.figures}>
      <KeyFigure
        label="Encours"
        value={formatAmount(outstandingCents)}
        hint={`${invoices(openCount)} à encaisser`}
        formula={outstandingFormula}
      />
      <KeyFigure
        label="En retard"
        value={formatAmount(overdueCents)}
        hint={
          overdueCents === 0
            ? 'rien en retard'
            : `${invoices(overdueCount)} · ${formatShare(overdueCents / outstandingCents)} de l’encours`
        }
        formula="Part de l’encours dont l’échéance est passée. Ce qui échoit aujourd’hui n’est pas encore en retard."
      />
      <KeyFigure
        label="DSO, délai moyen de paiement"
        value={dso === undefined ? '–' : formatDayCount(dso.dsoDays)}
        hint={
          dso === undefined
            ? 'pas assez d’historique'
            : dso.delinquentDays < 0.5
              ? 'rien n’est dû aux retards'
              : `dont ${formatDayCount(dso.delinquentDays)} de retard`
        }
        formula={dso === undefined ? missingDso : dsoFormula(dso)}
      />
      <TreasuryFigure projection={projection} thresholdsCents={thresholdsCents} />
    </div>
  );
};
