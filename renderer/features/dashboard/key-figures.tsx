import { useMemo } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { outstandingFormula, overdueFormula } from '../../../shared/insight/account-formulas.ts';
import type { Figure } from '../../../shared/insight/figure.ts';
import { formatDayCount, formatShare } from '../../../shared/insight/format-figure.ts';
import { lowestBalanceFormula } from '../../../shared/insight/lowest-balance-formula.ts';
import type { PortfolioFigureId } from '../../../shared/insight/portfolio-figures.ts';
import { plainNumber } from '../../../shared/insight/quantity.ts';
import { lowestDay, type TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { clientAccounts } from '../../../shared/ledger/client-account.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { FormulaButton } from '../../ui/formula-button.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import classes from './dashboard-screen.module.css';

const invoices = (count: number): string => `${count}\u00A0${count < 2 ? 'facture' : 'factures'}`;

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
      explanation={<FormulaButton name="Trésorerie au plus bas" formula={lowestBalanceFormula(projection)} />}
    />
  );
};

const DsoFigure = ({ dso, delinquent }: { readonly dso: Figure; readonly delinquent: Figure }) => {
  const name = 'DSO, délai moyen de paiement';
  if (dso.kind === 'unknown')
    return <KeyFigure label={name} value="–" hint="pas assez d’historique" formula={dso.reason} />;
  const lateDays = delinquent.kind === 'unknown' ? 0 : plainNumber(delinquent.value);
  return (
    <KeyFigure
      label={name}
      value={formatDayCount(plainNumber(dso.value))}
      hint={lateDays < 0.5 ? 'rien n’est dû aux retards' : `dont ${formatDayCount(lateDays)} de retard`}
      explanation={<FormulaButton name={name} formula={dso.formula} />}
    />
  );
};

/** Encours, en retard, DSO, and the lowest projected balance against the threshold. */
export const KeyFigures = ({
  figures,
  projection,
  thresholdsCents,
}: {
  readonly figures: Readonly<Record<PortfolioFigureId, Figure>>;
  readonly projection: TreasuryProjection | undefined;
  readonly thresholdsCents: readonly Cents[];
}) => {
  const ledger = useLedger();
  const today = useToday();
  const { portfolio } = useMemo(() => clientAccounts(ledger, today), [ledger, today]);
  const { outstandingCents, overdueCents, openCount, overdueCount } = portfolio;
  return (
    <div className={classes.figures}>
      <KeyFigure
        label="Encours"
        value={formatAmount(outstandingCents)}
        hint={`${invoices(openCount)} à encaisser`}
        explanation={<FormulaButton name="Encours" formula={outstandingFormula(portfolio)} />}
      />
      <KeyFigure
        label="En retard"
        value={formatAmount(overdueCents)}
        hint={
          overdueCents === 0
            ? 'rien en retard'
            : `${invoices(overdueCount)} · ${formatShare(overdueCents / outstandingCents)} de l’encours`
        }
        explanation={<FormulaButton name="En retard" formula={overdueFormula(portfolio)} />}
      />
      <DsoFigure dso={figures.dso} delinquent={figures.delinquent} />
      <TreasuryFigure projection={projection} thresholdsCents={thresholdsCents} />
    </div>
  );
};
