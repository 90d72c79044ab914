import { Button } from '@mantine/core';
import { FileUp, Sunrise } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import { firstOpenStep, type WeekAgenda, weekAgenda } from '../../../shared/insight/week-agenda.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { usePlanning } from '../../application/use-planning.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { WatchedFilesCard } from '../import/watched-files-notice.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { BankSection } from './bank-section.tsx';
import { CallsSection } from './calls-section.tsx';
import { ConcernsSection } from './concerns-section.tsx';
import { DonePanel } from './done-panel.tsx';
import classes from './week-screen.module.css';
import { lettersSummary, remindersSummary, weekLead } from './week-sentences.ts';

const RemindersSection = ({
  reminders,
  isNext,
}: {
  readonly reminders: WeekAgenda['reminders'];
  readonly isNext: boolean;
}) => {
  const count = reminders.emails + reminders.letters;
  return (
    <AgendaSection
      number={3}
      title="Relances"
      isDone={count === 0}
      summary={remindersSummary(reminders)}
      actions={
        count > 0 && (
          <>
            <span className={classes.amount}>{formatAmount(reminders.cents)}</span>
            <Button component={Link} href={places.reminders} variant={isNext ? 'filled' : 'default'}>
              {count === 1 ? 'Relire et valider' : `Relire et valider les ${count}`}
            </Button>
          </>
        )
      }
    />
  );
};

const LettersSection = ({
  letters,
  isNext,
}: {
  readonly letters: WeekAgenda['letters'];
  readonly isNext: boolean;
}) => {
  const isDone = letters.toPrint + letters.toPost === 0;
  return (
    <AgendaSection
      number={4}
      title="Courriers"
      isDone={isDone}
      summary={lettersSummary(letters)}
      actions={
        !isDone && (
          <Button component={Link} href={places.letters} variant={isNext ? 'filled' : 'default'}>
            {letters.toPrint > 0 ? 'Préparer l’envoi' : 'Noter le dépôt'}
          </Button>
        )
      }
    />
  );
};

/** « Ma semaine »: five minutes on Monday, from who paid to what is posted; left and resumed at any point. */
export const WeekScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const planning = usePlanning();
  const agenda = useMemo(() => weekAgenda(ledger, today, planning), [ledger, today, planning]);
  const weekday = formatWeekday(today);
  if (ledger.invoices.size === 0)
    return (
      <Page title="Ma semaine" lead={`Bonjour, nous sommes ${weekday}.`}>
        <WatchedFilesCard />
        <EmptyState
          icon={Sunrise}
          title="Votre semaine se prépare dès que vos factures sont là."
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
  const next = firstOpenStep(agenda);
  return (
    <Page title="Ma semaine" lead={weekLead(weekday, agenda)}>
      <div className={classes.steps}>
        <WatchedFilesCard />
        <BankSection bank={agenda.bank} waiting={agenda.receiptsToMatch} isNext={next === 'bank'} />
        <ConcernsSection concerns={agenda.concerns} />
        <RemindersSection reminders={agenda.reminders} isNext={next === 'reminders' || next === 'concerns'} />
        <LettersSection letters={agenda.letters} isNext={next === 'letters'} />
        <CallsSection calls={agenda.calls} isNext={next === 'calls'} />
        <DonePanel isAllDone={next === undefined} next={planning.next} />
      </div>
    </Page>
  );
};
