import { callScript, writtenScript } from '../../../shared/reminders/call-script.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { InvoiceLines } from '../reminders/invoice-lines.tsx';
import classes from './calls.module.css';

/** What to say, in the order of the conversation; the invoices beside it where there are several. */
export const ScriptView = ({ task }: { readonly task: CallTask }) => {
  const ledger = useLedger();
  const today = useToday();
  const { proposal, contact } = task;
  const written = writtenScript(ledger, proposal, today);
  const script = callScript(ledger, proposal, contact?.name ?? '');
  return (
    <>
      {written === undefined ? (
        <dl className={classes.script}>
          <dt>Accueil</dt>
          <dd>{script.greeting}</dd>
          <dt>Les faits</dt>
          <dd>
            {script.facts.map((fact) => (
              <p key={fact}>{fact}</p>
            ))}
          </dd>
          <dt>La question</dt>
          <dd className={classes.question}>{script.question}</dd>
          <dt>Pour finir</dt>
          <dd>{script.nextStep}</dd>
        </dl>
      ) : (
        <p className={classes.written}>{written}</p>
      )}
      {proposal.lines.length > 1 && <InvoiceLines proposal={proposal} />}
    </>
  );
};
