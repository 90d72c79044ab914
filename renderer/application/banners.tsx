import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { SchedulerStatus } from '../../shared/ipc/scheduler-contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { Notice } from '../ui/notice.tsx';
import { useOpenLedger } from './ledger-context.tsx';
import { StartAtLoginOffer } from './start-at-login-offer.tsx';

const small = (label: string, onClick: () => void): ReactNode => (
  <Button size="compact-sm" variant="default" onClick={onClick}>
    {label}
  </Button>
);

/** Main cannot keep its copy of the data: the work goes on, sending does not. */
const MirrorBanner = () => {
  const { mirrorSync } = useOpenLedger();
  const problem = useSyncExternalStore(mirrorSync.subscribe, mirrorSync.problem);
  return problem ? (
    <Notice tone="alert" action={small('Réessayer', () => void mirrorSync.push())}>
      {problem.message}
    </Notice>
  ) : null;
};

/** Sending stopped because of the disk. */
const OutboxBanner = () => {
  const [message, setMessage] = useState<string>();
  useEffect(() => bridge.on('outboxProblem', (event) => setMessage(event.message)), []);
  return message === undefined ? null : <Notice tone="alert">{message}</Notice>;
};

const clockTexts: Readonly<Record<NonNullable<SchedulerStatus['clockWarning']>, string>> = {
  'went-back':
    'L’horloge de cet ordinateur est revenue en arrière : les envois sont suspendus. Remettez-la à l’heure, ou confirmez que la date affichée par l’ordinateur est juste.',
  'leapt-forward':
    'L’horloge de cet ordinateur a avancé de plus d’une semaine : rien ne part tout seul tant que vous n’avez pas confirmé la date.',
};

/** The PC's clock is not to be believed until the user says so. */
const ClockBanner = () => {
  const [warning, setWarning] = useState<SchedulerStatus['clockWarning']>();
  useEffect(() => {
    const refresh = async (): Promise<void> => {
      const status = await bridge.schedulerStatus();
      if (status.ok) setWarning(status.value.clockWarning);
    };
    void refresh();
    return bridge.on('schedulerTick', () => void refresh());
  }, []);
  if (warning === undefined) return null;
  const confirm = async (): Promise<void> => {
    const confirmed = await bridge.schedulerConfirmClock();
    if (confirmed.ok) setWarning(undefined);
  };
  return (
    <Notice tone="caution" action={small('La date est juste', () => void confirm())}>
      {clockTexts[warning]}
    </Notice>
  );
};

/** What the user must know on every screen. */
export const Banners = () => (
  <>
    <MirrorBanner />
    <OutboxBanner />
    <ClockBanner />
    <StartAtLoginOffer />
  </>
);
