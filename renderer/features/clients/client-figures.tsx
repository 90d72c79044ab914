import { businessDay } from '../../../shared/dates/clock.ts';
import { isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import {
  outstandingFormula,
  overdueFormula,
  settledDelayFigure,
} from '../../../shared/insight/account-formulas.ts';
import { clientRisk } from '../../../shared/insight/client-risk.ts';
import { formatDecimal } from '../../../shared/insight/format-figure.ts';
import type { ClientAccount } from '../../../shared/ledger/client-account.ts';
import { nextActionLabel } from '../../../shared/ledger/next-action.ts';
import { reminderMoment } from '../../../shared/ledger/reminder-moment.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { levelNames } from '../../../shared/reminders/reminder-names.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { FormulaButton } from '../../ui/formula-button.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { RiskBadge } from '../../ui/risk-badge.tsx';
import classes from './client-screen.module.css';

const sentOn = (reminder: Reminder): string => {
  const moment = reminderMoment(reminder.state);
  return formatDay(isDay(moment) ? moment : businessDay(Date.parse(moment)));
};

const countOf = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

const delayText = (days: number | undefined): string => {
  if (days === undefined) return '–';
  const rounded = Math.round(days);
  return rounded === 0 ? 'À l’heure' : `${rounded} j`;
};

/** The figures that matter about a client, each with its formula behind a button. */
export const ClientFigures = ({ account }: { readonly account: ClientAccount }) => {
  const ledger = useLedger();
  const today = useToday();
  const { lastReminder, nextAction, clientId } = account;
  const delay = settledDelayFigure(ledger, clientId);
  const risk = clientRisk(ledger, clientId, today);
  return (
    <div className={classes.figures}>
      <KeyFigure
        label="Encours"
        value={formatAmount(account.outstandingCents)}
        hint={
          account.creditsCents > 0
            ? `moins ${formatAmount(account.creditsCents)} d’avoirs et acomptes`
            : countOf(account.openCount, 'facture ouverte', 'factures ouvertes')
        }
        explanation={<FormulaButton name="Encours" formula={outstandingFormula(account)} />}
      />
      <KeyFigure
        label="En retard"
        value={formatAmount(account.overdueCents)}
        tone={account.overdueCents > 0 ? 'alert' : 'plain'}
        hint={countOf(account.overdueCount, 'facture échue', 'factures échues')}
        explanation={<FormulaButton name="En retard" formula={overdueFormula(account)} />}
      />
      <KeyFigure
        label="Retard moyen"
        value={delayText(account.averageDelayDays)}
        hint={
          account.settledCount === 0
            ? 'aucune facture soldée'
            : `sur ${countOf(account.settledCount, 'facture soldée', 'factures soldées')}`
        }
        explanation={delay.kind === 'known' && <FormulaButton name="Retard moyen" formula={delay.formula} />}
      />
      <KeyFigure
        label="Risque"
        value={
          risk.kind === 'rated' ? (
            <>
              <RiskBadge riskClass={risk.class} large />{' '}
              <span className={classes.score}>{`${formatDecimal(risk.score, 1)}\u00A0/\u00A0100`}</span>
            </>
          ) : (
            '–'
          )
        }
        hint={risk.kind === 'rated' ? 'd’après ses seuls paiements' : 'pas assez d’historique'}
        explanation={risk.kind === 'rated' && <FormulaButton name="Score de risque" formula={risk.formula} />}
      />
      <KeyFigure
        label="Dernière relance"
        value={lastReminder === undefined ? '–' : sentOn(lastReminder)}
        hint={lastReminder === undefined ? 'jamais relancé' : levelNames[lastReminder.level]}
      />
      <KeyFigure
        label="Prochaine action"
        value={nextAction === undefined ? '–' : formatDay(nextAction.on)}
        hint={nextAction === undefined ? 'rien à faire' : nextActionLabel(nextAction)}
      />
    </div>
  );
};
