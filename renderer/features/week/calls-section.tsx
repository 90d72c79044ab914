import type { CallTask } from '../../../shared/insight/week-agenda.ts';
import { AgendaSection } from './agenda-section.tsx';
import { CallRow } from './call-row.tsx';
import classes from './week-screen.module.css';

/** Step 5: whom to call, with the number and what came of it. */
export const CallsSection = ({ calls }: { readonly calls: readonly CallTask[] }) => (
  <AgendaSection
    number={5}
    title="Appels"
    isDone={calls.length === 0}
    summary={
      calls.length === 0
        ? 'Aucun appel à passer.'
        : `${calls.length}\u00A0${calls.length === 1 ? 'client' : 'clients'} à appeler.`
    }
  >
    <ul className={classes.rows}>
      {calls.map((call) => (
        <CallRow key={call.proposal.id} call={call} />
      ))}
    </ul>
  </AgendaSection>
);
