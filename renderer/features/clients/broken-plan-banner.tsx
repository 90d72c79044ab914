import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PaymentPlan } from '../../../shared/ledger/agreement.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { missedInstalments } from '../../../shared/reminders/plan-progress.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { endPlan } from '../../db/commands/agreements.ts';
import { Notice } from '../../ui/notice.tsx';
import { ForfeitureDialog } from '../agreements/forfeiture-dialog.tsx';
import classes from './client-screen.module.css';

const stateOf = ({ forfeitureNotice: notice }: PaymentPlan, today: string): string => {
  if (notice === undefined) return 'Une relance d’échéance est préparée dans «\u00A0Relances\u00A0».';
  return today > notice.endsOn
    ? `La mise en demeure du ${formatDay(notice.sentOn)} est restée sans effet.`
    : `Mise en demeure envoyée le ${formatDay(notice.sentOn)}, délai jusqu’au ${formatDay(notice.endsOn)}.`;
};

/** A plan with a missed instalment: what is missing, what was done, what comes next. */
export const BrokenPlanBanner = ({ plan }: { readonly plan: PaymentPlan }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [isOpen, setOpen] = useState(false);
  const missed = missedInstalments(ledger, plan, today, settingsOf(ledger, 'reminders').calendar);
  const [first] = missed;
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
        {first === undefined ? '' : ` depuis le ${formatDay(first.dueOn)}`}. {stateOf(plan, today)}
      </Notice>
      <ForfeitureDialog plan={plan} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
};
