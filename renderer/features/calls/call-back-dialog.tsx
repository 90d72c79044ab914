import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { parseTimeOfDay, type TimeOfDay } from '../../../shared/dates/time-of-day.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

export interface CallBackWish {
  readonly followUpOn: Day;
  readonly followUpTime: TimeOfDay | undefined;
  readonly text: string;
}

interface Asked {
  readonly proposedOn: Day;
  readonly note: string;
  readonly decide: (wish: CallBackWish) => Promise<boolean>;
  readonly onClose: () => void;
}

const CallBackForm = ({ proposedOn, note, decide, onClose }: Asked) => {
  const today = useToday();
  const [followUpOn, setFollowUpOn] = useState<Day | undefined>(proposedOn);
  const [time, setTime] = useState('');
  const [text, setText] = useState(note);
  const [tried, setTried] = useState(false);
  const followUpTime = parseTimeOfDay(time);
  const isTimeWrong = time.trim() !== '' && followUpTime === undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (followUpOn === undefined || isTimeWrong) return;
    if (await decide({ followUpOn, followUpTime, text })) onClose();
  };
  return (
    <DialogForm
      submitLabel="Noter le rappel"
      onSubmit={submit}
      onCancel={onClose}
      hint="L’appel reste à faire et revient ce jour-là."
    >
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Rappeler le"
          value={followUpOn}
          onChange={setFollowUpOn}
          minDay={today}
          error={tried && followUpOn === undefined ? 'Indiquez le jour du rappel.' : undefined}
          data-autofocus
        />
        <TextInput
          label="À (facultatif)"
          placeholder="14 h 30"
          value={time}
          maxLength={12}
          autoComplete="off"
          onChange={(event) => setTime(event.currentTarget.value)}
          error={tried && isTimeWrong ? 'Écrivez une heure, par exemple 14 h 30.' : undefined}
        />
      </Group>
      <TextInput
        label="Note (facultatif)"
        value={text}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** « Rappeler le … à … »: the day and time that the client asked for. */
export const CallBackDialog = (asked: Asked) => (
  <Dialog title="Rappeler plus tard" opened onClose={asked.onClose}>
    <CallBackForm {...asked} />
  </Dialog>
);
