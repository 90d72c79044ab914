import { Button } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import { weekSummary, weekSummaryText } from '../../../shared/insight/week-summary.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { NextReminder } from '../../../shared/reminders/planning.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useBackup } from './use-backup.ts';
import classes from './week-screen.module.css';

/** « Terminé »: what left this week, and whether it is safe. */
export const DonePanel = ({
  isAllDone,
  next,
}: {
  readonly isAllDone: boolean;
  readonly next: NextReminder | undefined;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const { backup, isRunning, backUpNow } = useBackup();
  const summary = useMemo(() => weekSummary(ledger, today), [ledger, today]);
  const isSafe =
    backup?.lastAt !== undefined && backup.verified && businessDay(Date.parse(backup.lastAt)) >= today;
  const nextName = next && ledger.clients.get(next.clientId)?.name;
  return (
    <section className={classes.done} data-done={isAllDone ? '' : undefined} aria-label="Bilan de la semaine">
      {isAllDone && (
        <CircleCheck size={32} strokeWidth={1.5} aria-hidden="true" className={classes.doneIcon} />
      )}
      <div className={classes.doneText}>
        <h2 className={classes.title}>{isAllDone ? 'Terminé' : 'Cette semaine'}</h2>
        <p className={classes.sentence} aria-live="polite">
          {weekSummaryText(summary, backup, today)}
        </p>
        {isAllDone && next && (
          <p className={classes.sentence}>
            {`Prochaine relance\u00A0: ${formatWeekday(next.on)} (${nextName ?? ''}, ${formatAmount(next.cents)}).`}
          </p>
        )}
      </div>
      {backup && !isSafe && (
        <Button variant="default" loading={isRunning} onClick={() => void backUpNow()}>
          Sauvegarder maintenant
        </Button>
      )}
    </section>
  );
};
