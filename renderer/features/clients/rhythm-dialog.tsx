import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { describeRhythm, lenientProblem, rhythmProblem } from '../../../shared/reminders/rhythm-text.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { setClientRhythm } from '../../db/commands/reminder-rhythm.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { RhythmFields } from '../../ui/rhythm-fields.tsx';
import classes from './conditions.module.css';

const RhythmForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const run = useRun();
  const general = settingsOf(useLedger(), 'reminders').rhythm;
  const [rhythm, setRhythm] = useState(client.rhythm);
  const [from, setFrom] = useState<Day | undefined>(client.lenient?.from);
  const [until, setUntil] = useState<Day | undefined>(client.lenient?.until);
  const [tried, setTried] = useState(false);
  const isHalf = (from === undefined) !== (until === undefined);
  const lenient = from === undefined || until === undefined ? undefined : { from, until };
  const problem = rhythmProblem(rhythm);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (problem !== undefined || isHalf || lenientProblem(lenient) !== undefined) return;
    if (await run(setClientRhythm, { clientId: client.id, rhythm, lenient })) onClose();
  };
  const missing = (value: Day | undefined): string | undefined =>
    tried && isHalf && value === undefined ? 'Indiquez aussi cette date.' : undefined;
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <RhythmFields
        label="Les relances partent"
        general={`Réglage général\u00A0: ${describeRhythm(general).toLowerCase()}`}
        value={rhythm}
        onChange={setRhythm}
        error={tried ? problem : undefined}
        startsFocused
      />
      <section className={classes.section} aria-label="Mode indulgent">
        <p className={classes.quiet}>
          Mode indulgent&nbsp;: entre ces deux dates, seuls les avis d’échéance et les relances amicales sont
          proposés. Les étapes plus fermes attendent la fin de la période.
        </p>
        <Group grow align="flex-start" gap="md">
          <DayInput label="Indulgent du" value={from} onChange={setFrom} error={missing(from)} />
          <DayInput
            label="Jusqu’au"
            value={until}
            onChange={setUntil}
            error={missing(until) ?? (tried ? lenientProblem(lenient) : undefined)}
          />
        </Group>
        {(from !== undefined || until !== undefined) && (
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                setFrom(undefined);
                setUntil(undefined);
              }}
            >
              Retirer le mode indulgent
            </Button>
          </div>
        )}
      </section>
    </DialogForm>
  );
};

/** When reminders may reach this client, and the days on which they stay courteous. */
export const RhythmDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Rythme des relances de ce client" opened={opened} onClose={onClose}>
    <RhythmForm client={client} onClose={onClose} />
  </Dialog>
);
