import { Button, Popover } from '@mantine/core';
import { useId, useState } from 'react';
import { businessTime } from '../../shared/dates/clock.ts';
import type { ClockAnswer, SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { automaticHolds } from '../../shared/reminders/automatic-holds.ts';
import {
  gapText,
  type Heartbeat,
  holdText,
  lastRunText,
  nearMoment,
  userWaitText,
} from '../../shared/reminders/heartbeat.ts';
import { scenariosOf } from '../../shared/reminders/scenario-choice.ts';
import { clock } from '../bridge/application-clock.ts';
import { bridge } from '../bridge/bridge.ts';
import { capitalised } from '../ui/capitalised.ts';
import { useLedger } from './ledger-context.tsx';
import classes from './scheduler-details.module.css';
import { noteSchedulerStatus } from './use-scheduler-status.ts';

const answerText = ({ at, warning, answer }: ClockAnswer, nowMs: number): string =>
  `${capitalised(nearMoment(at, nowMs))}\u00A0: ${
    answer === 'right' ? 'vous avez confirmé la date' : 'vous avez dit que la date était fausse'
  }, l’horloge ${warning === 'went-back' ? 'ayant reculé' : 'ayant avancé de plus d’une semaine'}.`;

/** In how few words the foot of the navigation says it. */
const shortText = (status: SchedulerStatus | undefined, beat: Heartbeat, nowMs: number): string => {
  if (status?.clockWarning !== undefined) return 'Date du PC à vérifier';
  if (status?.lastTickAt === undefined || beat === 'starting') return 'Démarre…';
  const last = `Passé ${businessTime(Date.parse(status.lastTickAt)).day === businessTime(nowMs).day ? 'à ' : ''}${nearMoment(status.lastTickAt, nowMs)}`;
  if (beat !== 'beating') return `${last}, en retard`;
  return `${last}, prochain\u00A0à\u00A0${nearMoment(status.nextTickAt, nowMs)}`;
};

const Facts = ({ status, nowMs }: { readonly status: SchedulerStatus; readonly nowMs: number }) => {
  const ledger = useLedger();
  const holds = automaticHolds(ledger, nowMs, status.clockWarning);
  // Where nothing is automatic its hours and its bank hold nothing back.
  const isAutomatic = [...scenariosOf(ledger).values()].some(({ mode }) => mode === 'automatic');
  const waits = [
    ...holds.filter(({ kind }) => isAutomatic || kind === 'clock').map(holdText),
    ...(userWaitText(status.lastReport) === undefined ? [] : [userWaitText(status.lastReport) ?? '']),
  ];
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Dernier passage</dt>
        <dd className="figures">
          {status.lastTickAt === undefined ? 'Pas encore' : nearMoment(status.lastTickAt, nowMs)}
        </dd>
      </div>
      <div>
        <dt>Prochain passage</dt>
        <dd className="figures">{nearMoment(status.nextTickAt, nowMs)}, puis chaque minute</dd>
      </div>
      <div>
        <dt>Ce qu’il a fait</dt>
        <dd>{lastRunText(status.lastReport)}</dd>
      </div>
      <div>
        <dt>Ce qu’il attend</dt>
        <dd>
          {waits.length === 0 ? (
            'Rien.'
          ) : (
            <ul>
              {waits.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      {status.lastGap !== undefined && (
        <div>
          <dt>Dernière pause</dt>
          <dd>{gapText(status.lastGap, nowMs)}</dd>
        </div>
      )}
      {status.clockAnswers[0] !== undefined && (
        <div>
          <dt>Date du PC</dt>
          <dd>{answerText(status.clockAnswers[0], nowMs)}</dd>
        </div>
      )}
    </dl>
  );
};

/** The scheduler at a glance; a click says when it passed, what it found and what it waits for. */
export const SchedulerDetails = ({
  status,
  beat,
}: {
  readonly status: SchedulerStatus | undefined;
  readonly beat: Heartbeat;
}) => {
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  const nowMs = clock.nowMs();
  const tick = async (): Promise<void> => {
    setBusy(true);
    const answer = await bridge.schedulerTickNow();
    setBusy(false);
    if (answer.ok) noteSchedulerStatus(answer.value);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={400}
      withArrow
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.open}
          aria-label={`Planificateur\u00A0: ${shortText(status, beat, nowMs)}. Détails`}
          onClick={() => setOpened((was) => !was)}
        >
          {shortText(status, beat, nowMs)}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        <div className={classes.details} tabIndex={-1} data-autofocus>
          <p className={classes.title} id={titleId}>
            Planificateur
          </p>
          <p className={classes.lead}>
            Chaque minute, Acquit regarde ce qui est dû ce jour, tant que le PC est allumé et Acquit ouvert,
            même fenêtre fermée.
          </p>
          {status !== undefined && <Facts status={status} nowMs={nowMs} />}
          <Button size="compact-sm" variant="default" loading={busy} onClick={() => void tick()}>
            Passer maintenant
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
