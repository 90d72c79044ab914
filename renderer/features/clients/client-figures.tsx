import { businessDay } from '../../../shared/dates/clock.ts';
import { isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { ClientAccount } from '../../../shared/ledger/client-account.ts';
import { nextActionLabel } from '../../../shared/ledger/next-action.ts';
import { reminderMoment } from '../../../shared/ledger/reminder-moment.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { levelNames } from '../../../shared/reminders/reminder-names.ts';
import { KeyFigure } from '../../ui/key-figure.tsx';
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

/** The figures that matter about a client; the formulas on hover or focus. */
export const ClientFigures = ({ account }: { readonly account: ClientAccount }) => {
  const { lastReminder, nextAction } = account;
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
        formula="Encours = total des restes dus sur les factures ouvertes, échues ou non. Les avoirs et les acomptes non affectés ne sont pas déduits."
      />
      <KeyFigure
        label="En retard"
        value={formatAmount(account.overdueCents)}
        tone={account.overdueCents > 0 ? 'alert' : 'plain'}
        hint={countOf(account.overdueCount, 'facture échue', 'factures échues')}
        formula="En retard = restes dus dont l’échéance est passée. Une facture qui échoit aujourd’hui n’est pas en retard."
      />
      <KeyFigure
        label="Retard moyen"
        value={delayText(account.averageDelayDays)}
        hint={
          account.settledCount === 0
            ? 'aucune facture soldée'
            : `sur ${countOf(account.settledCount, 'facture soldée', 'factures soldées')}`
        }
        formula="Retard moyen = Σ (montant payé × jours entre l’échéance et le paiement) ÷ Σ montants payés, sur les factures soldées. Un paiement en avance compte pour 0 jour."
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
