import { Button, Group } from '@mantine/core';
import { clockQuestion } from '../../shared/reminders/clock-question.ts';
import { clock } from '../bridge/application-clock.ts';
import { bridge } from '../bridge/bridge.ts';
import { Notice } from '../ui/notice.tsx';
import { showRefusal } from './use-run.tsx';
import { noteSchedulerStatus, useSchedulerStatus } from './use-scheduler-status.ts';

/** Asks whether the PC's date is right; nothing while it is believed. */
export const ClockQuestionNotice = () => {
  const status = useSchedulerStatus();
  const question = status && clockQuestion(status, clock.nowMs());
  if (!question) return null;
  const say = async (answer: 'right' | 'wrong'): Promise<void> => {
    const answered = await bridge.schedulerAnswerClock(answer);
    if (answered.ok) noteSchedulerStatus(answered.value);
    else showRefusal(answered.error.message);
  };
  return (
    <Notice
      tone={question.isRefused ? 'alert' : 'caution'}
      action={
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" variant="default" onClick={() => void say('right')}>
            La date est juste
          </Button>
          {!question.isRefused && (
            <Button size="compact-sm" variant="default" onClick={() => void say('wrong')}>
              Elle est fausse
            </Button>
          )}
        </Group>
      }
    >
      {question.text}
    </Notice>
  );
};
