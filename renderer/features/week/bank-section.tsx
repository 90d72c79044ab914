import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import type { BankFreshness } from '../../../shared/ledger/bank-freshness.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { confirmNothingReceived } from '../../db/commands/bank-check.ts';
import { AgendaSection } from './agenda-section.tsx';

const summaryOf = ({ checkedOn, days = 0 }: BankFreshness): string => {
  if (checkedOn === undefined) return 'Qui a payé\u202F? Regardez votre compte avant de relancer.';
  if (days === 0) return 'À jour aujourd’hui.';
  return `Vérifiés ${days === 1 ? 'hier' : `${formatWeekday(checkedOn)}, il y a ${days}\u00A0jours`}. Qui a payé depuis\u202F?`;
};

/** Step 1: who paid? Asked first, since nothing annoys a client like a reminder for what he paid yesterday. */
export const BankSection = ({ bank, isNext }: { readonly bank: BankFreshness; readonly isNext: boolean }) => {
  const run = useRun();
  return (
    <AgendaSection
      number={1}
      title="Encaissements"
      summary={summaryOf(bank)}
      isDone={bank.isCheckedToday}
      actions={
        bank.isCheckedToday ? (
          <Button component={Link} href={places.receipts} variant="subtle" size="compact-sm">
            Voir
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => void run(confirmNothingReceived, undefined)}>
              Rien de nouveau
            </Button>
            <Button component={Link} href={places.receipts} variant={isNext ? 'filled' : 'default'}>
              Enregistrer un encaissement
            </Button>
          </>
        )
      }
    />
  );
};
