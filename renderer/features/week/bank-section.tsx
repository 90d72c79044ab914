import { Button } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { Link } from 'wouter';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import type { BankFreshness } from '../../../shared/ledger/bank-freshness.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { confirmNothingReceived } from '../../db/commands/bank-check.ts';
import { AgendaSection } from './agenda-section.tsx';

const freshness = ({ checkedOn, days = 0 }: BankFreshness): string => {
  if (checkedOn === undefined) return 'Qui a payé\u202F? Regardez votre compte avant de relancer.';
  if (days === 0) return 'À jour aujourd’hui.';
  return `Vérifiés ${days === 1 ? 'hier' : `${formatWeekday(checkedOn)}, il y a ${days}\u00A0jours`}. Qui a payé depuis\u202F?`;
};

const summaryOf = (bank: BankFreshness, waiting: number): string =>
  waiting === 0
    ? freshness(bank)
    : `${counted(waiting, 'mouvement bancaire attend', 'mouvements bancaires attendent')} d’être ${waiting > 1 ? 'rapprochés' : 'rapproché'} de vos factures.`;

/** Step 1: who paid? Asked first, since nothing annoys a client like a reminder for what he paid yesterday. */
export const BankSection = ({
  bank,
  waiting,
  isNext,
}: {
  readonly bank: BankFreshness;
  /** Movements to match. */
  readonly waiting: number;
  readonly isNext: boolean;
}) => {
  const run = useRun();
  const importStatement = (
    <Button
      component={Link}
      href={places.bankImport}
      variant={isNext && waiting === 0 ? 'filled' : 'default'}
      leftSection={<FileUp size={16} aria-hidden="true" />}
    >
      Importer un relevé
    </Button>
  );
  return (
    <AgendaSection
      number={1}
      title="Encaissements"
      summary={summaryOf(bank, waiting)}
      isDone={bank.isCheckedToday && waiting === 0}
      actions={
        waiting > 0 ? (
          <>
            {!bank.isCheckedToday && importStatement}
            <Button component={Link} href={places.matching} variant={isNext ? 'filled' : 'default'}>
              Rapprocher
            </Button>
          </>
        ) : bank.isCheckedToday ? (
          <Button component={Link} href={places.receipts} variant="subtle" size="compact-sm">
            Voir
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => void run(confirmNothingReceived, undefined)}>
              Rien de nouveau
            </Button>
            <Button component={Link} href={places.receipts} variant="default">
              Enregistrer un encaissement
            </Button>
            {importStatement}
          </>
        )
      }
    />
  );
};
