import { Button, Menu, TextInput } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { RefObject } from 'react';
import { businessTime } from '../../../shared/dates/clock.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { CallOutcome } from '../../../shared/ledger/history.ts';
import { callMoment, callMomentAdvice } from '../../../shared/reminders/call-hours.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useNowMs } from '../../application/use-now.ts';
import { Notice } from '../../ui/notice.tsx';
import layout from '../../ui/queue-layout.module.css';
import classes from './calls.module.css';
import { LastExchanges } from './last-exchanges.tsx';
import { ObjectionCards } from './objection-cards.tsx';
import { ScriptView } from './script-view.tsx';
import { Reason, TaskHead } from './task-head.tsx';
import type { CallActions } from './use-call-actions.ts';

/** Outcomes that settle nothing more, with their key in the list. */
export const plainOutcomes: readonly {
  readonly outcome: CallOutcome;
  readonly label: string;
  readonly shortcut: string;
}[] = [
  { outcome: 'unreachable', label: 'Injoignable', shortcut: 'I' },
  { outcome: 'message-left', label: 'Message laissé', shortcut: 'M' },
  { outcome: 'oversight', label: 'Oubli, va payer', shortcut: 'O' },
  { outcome: 'administrative', label: 'Pièce manquante', shortcut: 'A' },
  { outcome: 'difficulty', label: 'En difficulté', shortcut: 'F' },
];

/** The usual ones stand in sight, the others in a menu: the script needs the room. */
const mostShown = 2;

const Outcome = ({
  label,
  shortcut,
  onClick,
  strong = false,
}: {
  readonly label: string;
  readonly shortcut: string;
  readonly onClick: () => void;
  readonly strong?: boolean;
}) => (
  <Button
    size="compact-sm"
    variant={strong ? 'filled' : 'default'}
    aria-keyshortcuts={shortcut}
    title={`Touche ${shortcut} dans la liste`}
    onClick={onClick}
  >
    {label}
  </Button>
);

const Advice = ({ task, onSkip }: { readonly task: CallTask; readonly onSkip: () => void }) => {
  const { calendar } = settingsOf(useLedger(), 'reminders');
  const { nextStepAdvised, tries, why, waitsUntil, appointment } = task;
  const advice = callMomentAdvice(callMoment(businessTime(useNowMs(false)), calendar));
  return (
    <>
      {nextStepAdvised && (
        <Notice
          tone="caution"
          action={
            <Button size="compact-sm" variant="default" onClick={onSkip}>
              Passer à l’étape suivante
            </Button>
          }
        >
          {`${tries}\u00A0appels sans réponse\u00A0: mieux vaut écrire. L’étape suivante du scénario sera proposée à sa date.`}
        </Notice>
      )}
      {appointment === undefined && waitsUntil !== undefined && why !== undefined && (
        <Notice tone="info">{why}</Notice>
      )}
      {waitsUntil === undefined && advice !== undefined && <Notice tone="info">{advice}</Notice>}
    </>
  );
};

/** One call: whom, what to say, what to answer, and one click for what came of it. */
export const CallPanel = ({
  task,
  text,
  onText,
  noteField,
  actions,
}: {
  readonly task: CallTask;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly noteField: RefObject<HTMLInputElement | null>;
  readonly actions: CallActions;
}) => (
  <section className={`${layout.panel} ${classes.panel}`} aria-label={`Appel à ${task.clientName}`}>
    <TaskHead task={task} />
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
    <section className={classes.body} aria-label="Trame de l’appel" tabIndex={0}>
      <Advice task={task} onSkip={actions.skip} />
      <Reason task={task} />
      <ScriptView task={task} />
      <h3 className={classes.heading}>Si le client dit…</h3>
      <ObjectionCards key={task.proposal.id} onAct={actions.answer} />
      <h3 className={classes.heading}>Derniers échanges</h3>
      <LastExchanges clientId={task.proposal.clientId} />
    </section>
    <footer className={classes.footer}>
      <TextInput
        ref={noteField}
        aria-label="Note de l’appel"
        placeholder="Note de l’appel (facultatif)"
        value={text}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div className={classes.outcomes}>
        <Outcome label="Promet de payer…" shortcut="D" strong onClick={actions.promise} />
        <Outcome label="Rappeler le…" shortcut="R" onClick={actions.callBack} />
        <Outcome label="Conteste…" shortcut="L" onClick={actions.dispute} />
        {plainOutcomes.slice(0, mostShown).map(({ outcome, label, shortcut }) => (
          <Outcome key={outcome} label={label} shortcut={shortcut} onClick={() => actions.note(outcome)} />
        ))}
        <Menu position="top-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<ChevronDown size={14} aria-hidden="true" />}
            >
              Autre issue
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {plainOutcomes.slice(mostShown).map(({ outcome, label, shortcut }) => (
              <Menu.Item key={outcome} rightSection={shortcut} onClick={() => actions.note(outcome)}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Item rightSection="P" onClick={actions.paid}>
              Payée…
            </Menu.Item>
            <Menu.Item rightSection="S" onClick={actions.skip}>
              Sauter cet appel
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </footer>
  </section>
);
