import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { places } from '../../application/places.ts';
import { AgendaSection } from './agenda-section.tsx';
import { CallRow } from './call-row.tsx';
import classes from './week-screen.module.css';

/** As many as are read at a glance; the others are in « Appels et SMS ». */
const mostRows = 5;

const summary = (calls: readonly CallTask[]): string => {
  const texts = calls.filter(({ proposal }) => proposal.channel === 'sms').length;
  const count = calls.length - texts;
  const parts = [
    ...(count > 0 ? [`${count}\u00A0${count === 1 ? 'client' : 'clients'} à appeler`] : []),
    ...(texts > 0 ? [`${texts}\u00A0SMS à envoyer`] : []),
  ];
  return parts.length === 0 ? 'Aucun appel à passer.' : `${parts.join(', ')}.`;
};

/** Step 5: whom to call, with the number; what to say and what came of it is noted in « Appels et SMS ». */
export const CallsSection = ({
  calls,
  isNext,
}: {
  readonly calls: readonly CallTask[];
  readonly isNext: boolean;
}) => (
  <AgendaSection
    number={5}
    title="Appels"
    isDone={calls.length === 0}
    summary={summary(calls)}
    actions={
      calls.length > 0 && (
        <Button component={Link} href={places.calls} variant={isNext ? 'filled' : 'default'}>
          {calls.some(({ proposal }) => proposal.channel === 'call')
            ? 'Passer les appels'
            : 'Envoyer les SMS'}
        </Button>
      )
    }
  >
    <ul className={classes.rows}>
      {calls.slice(0, mostRows).map((call) => (
        <CallRow key={call.proposal.id} call={call} />
      ))}
    </ul>
    {calls.length > mostRows && (
      <Link href={places.calls} className={classes.client}>
        {`Voir les ${calls.length}`}
      </Link>
    )}
  </AgendaSection>
);
