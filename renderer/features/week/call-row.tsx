import { Button, Collapse, TextInput } from '@mantine/core';
import { Copy, Phone } from 'lucide-react';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatDayCount } from '../../../shared/insight/format-figure.ts';
import type { CallTask } from '../../../shared/insight/week-agenda.ts';
import type { CallOutcome } from '../../../shared/ledger/history.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { composeMessage } from '../../../shared/reminders/compose-message.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { recordCall } from '../../db/commands/calls.ts';
import { DayInput } from '../../ui/day-input.tsx';
import classes from './week-screen.module.css';

const outcomes: readonly { readonly outcome: CallOutcome; readonly label: string }[] = [
  { outcome: 'oversight', label: 'Oubli, va payer' },
  { outcome: 'difficulty', label: 'En difficulté' },
  { outcome: 'administrative', label: 'Pièce manquante' },
  { outcome: 'message-left', label: 'Message laissé' },
  { outcome: 'unreachable', label: 'Injoignable' },
];

/** One call: the number, what to say, and one click for what came of it. */
export const CallRow = ({ call }: { readonly call: CallTask }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [, go] = useLocation();
  const scriptId = useId();
  const [text, setText] = useState('');
  const [promisedOn, setPromisedOn] = useState<Day | undefined>(addDays(today, 7));
  const [isScriptOpen, setIsScriptOpen] = useState(false);
  const { proposal, clientName, contact, triedOn } = call;
  const composed = composeMessage(ledger, proposal, today);
  const message = composed.ok ? composed.value : { subject: 'Appel', body: '' };
  const oldest = Math.max(...proposal.lines.map(({ daysLate }) => daysLate));
  const note = async (outcome: CallOutcome): Promise<boolean> => {
    const done = await run(recordCall, {
      approval: { proposal, message },
      outcome,
      text,
      ...(outcome === 'promise' ? { promisedOn } : {}),
    });
    if (done) setText('');
    return done !== undefined;
  };
  const phone = contact?.phone?.trim();
  return (
    <li className={classes.call}>
      <div className={classes.callHead}>
        <div className={classes.what}>
          <Link href={places.client(proposal.clientId)} className={classes.client} title={clientName}>
            {clientName}
          </Link>
          <span className={classes.sentence}>
            {`${formatAmount(proposal.totalCents)}, ${formatDayCount(oldest)} de retard. ${proposal.reason}`}
            {triedOn !== undefined && ` Injoignable le ${formatDay(triedOn)}.`}
          </span>
        </div>
        {phone ? (
          <Button
            variant="default"
            leftSection={<Phone size={16} aria-hidden="true" />}
            rightSection={<Copy size={14} aria-hidden="true" />}
            title="Copier le numéro"
            onClick={() => void bridge.copyText(phone)}
          >
            <span className="figures">{phone}</span>
            {contact?.name ? <span className={classes.contact}>{contact.name}</span> : null}
          </Button>
        ) : (
          <Button variant="default" component={Link} href={places.client(proposal.clientId)}>
            Ajouter un numéro
          </Button>
        )}
      </div>
      {message.body !== '' && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isScriptOpen}
            aria-controls={scriptId}
            onClick={() => setIsScriptOpen((was) => !was)}
          >
            {isScriptOpen ? 'Masquer le texte' : 'Que dire\u202F?'}
          </Button>
          <Collapse expanded={isScriptOpen} id={scriptId}>
            <p className={classes.script}>{message.body}</p>
          </Collapse>
        </>
      )}
      <div className={classes.callForm}>
        <TextInput
          label="Note (facultatif)"
          value={text}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DayInput
          label="Paiement promis pour le"
          value={promisedOn}
          onChange={setPromisedOn}
          minDay={today}
        />
        <Button variant="default" onClick={() => void note('promise')}>
          Promet de payer
        </Button>
      </div>
      <div className={classes.outcomes}>
        {outcomes.map(({ outcome, label }) => (
          <Button key={outcome} variant="default" size="compact-sm" onClick={() => void note(outcome)}>
            {label}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          title="Note l’appel et ouvre la fiche, où le litige se précise"
          onClick={() =>
            void note('dispute').then((isDone) => {
              if (isDone) go(places.client(proposal.clientId));
            })
          }
        >
          Conteste…
        </Button>
      </div>
    </li>
  );
};
