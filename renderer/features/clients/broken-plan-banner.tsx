import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PaymentPlan } from '../../../shared/ledger/agreement.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { forfeitureStanding, forfeitureStandingText } from '../../../shared/reminders/forfeiture-standing.ts';
import { instalmentRemindedOn, isInstalmentStep } from '../../../shared/reminders/instalment-reminder.ts';
import { holdsTerm, missedInstalments } from '../../../shared/reminders/plan-progress.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { usePlanning } from '../../application/use-planning.ts';
import { useRun } from '../../application/use-run.tsx';
import { endPlan } from '../../db/commands/agreements.ts';
import { Notice } from '../../ui/notice.tsx';
import { ForfeitureDialog } from '../agreements/forfeiture-dialog.tsx';
import classes from './client-screen.module.css';

/** What was done about it, and what comes next. */
const stateOf = (ledger: Ledger, plan: PaymentPlan, today: Day, isProposed: boolean): string => {
  const standing = forfeitureStanding(ledger, plan);
  if (standing.kind === 'granted' && today > standing.endsOn)
    return `La mise en demeure du ${formatDay(standing.sentOn)} est restée sans effet.`;
  if (standing.kind !== 'none') return forfeitureStandingText(standing);
  if (!holdsTerm(ledger, plan, today, settingsOf(ledger, 'reminders').calendar))
    return 'Toutes ses échéances sont passées\u00A0: les relances ordinaires ont repris.';
  if (isProposed) return 'Une relance d’échéance est préparée dans «\u00A0Relances\u00A0».';
  const remindedOn = instalmentRemindedOn(ledger, plan);
  return remindedOn === undefined ? '' : `Échéance relancée le ${formatDay(remindedOn)}.`;
};

/** A plan with a missed instalment: what is missing, what was done, what comes next. */
export const BrokenPlanBanner = ({ plan }: { readonly plan: PaymentPlan }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [isOpen, setOpen] = useState(false);
  const missed = missedInstalments(ledger, plan, today, settingsOf(ledger, 'reminders').calendar);
  const [first] = missed;
  const isProposed = usePlanning().proposals.some(
    ({ clientId, step }) => clientId === plan.clientId && isInstalmentStep(step.id),
  );
  return (
    <>
      <Notice
        tone="caution"
        action={
          <span className={classes.bannerActions}>
            <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
              Déchéance du terme
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => void run(endPlan, { planId: plan.id })}>
              Mettre fin à l’échéancier
            </Button>
          </span>
        }
      >
        <strong>Échéancier du {formatDay(plan.agreedOn)} non respecté</strong> : il manque{' '}
        {formatAmount(sumCents(missed.map(({ leftCents }) => leftCents)))}
        {first === undefined ? '' : ` depuis le ${formatDay(first.dueOn)}`}.{' '}
        {stateOf(ledger, plan, today, isProposed)}
      </Notice>
      <ForfeitureDialog plan={plan} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
};
