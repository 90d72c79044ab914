import { Button } from '@mantine/core';
import { nearMoment } from '../../shared/reminders/heartbeat.ts';
import { clock } from '../bridge/application-clock.ts';
import { bridge } from '../bridge/bridge.ts';
import { Notice } from '../ui/notice.tsx';
import { noteSchedulerStatus, useHeartbeat, useSchedulerStatus } from './use-scheduler-status.ts';

/** The scheduler has not passed for a day although Acquit is open: no reminder is prepared any more. */
export const HeartbeatBanner = () => {
  const status = useSchedulerStatus();
  const beat = useHeartbeat(status);
  if (status === undefined || beat !== 'stopped') return null;
  const tick = async (): Promise<void> => {
    const answer = await bridge.schedulerTickNow();
    if (answer.ok) noteSchedulerStatus(answer.value);
  };
  const last = status.lastTickAt === undefined ? undefined : nearMoment(status.lastTickAt, clock.nowMs());
  return (
    <Notice
      tone="alert"
      action={
        <Button size="compact-sm" variant="default" onClick={() => void tick()}>
          Passer maintenant
        </Button>
      }
    >
      Le planificateur n’est pas passé depuis plus d’un jour
      {last === undefined ? '' : ` (dernière fois ${last})`}
      {'\u00A0'}: aucune relance n’est préparée. Si cela dure, quittez Acquit et relancez-le{'\u00A0'}: rien
      ne sera perdu ni envoyé deux fois.
    </Notice>
  );
};
