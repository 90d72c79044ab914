import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { WatchedFilesBanner } from '../features/import/watched-files-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { BackupBanner } from './backup-banner.tsx';
import { ClockQuestionNotice } from './clock-question-notice.tsx';
import { HeartbeatBanner } from './heartbeat-banner.tsx';
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

/** What the user must know on every screen. */
export const Banners = () => (
  <>
    <MirrorBanner />
    <OutboxBanner />
    <ClockQuestionNotice />
    <HeartbeatBanner />
    <BackupBanner />
    <WatchedFilesBanner />
    <StartAtLoginOffer />
  </>
);
