import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatFullDay } from '../../../shared/dates/format-day.ts';
import { claimDeclarationDeadline } from '../../../shared/law/procedural-dates.ts';
import type { Client, Insolvency } from '../../../shared/ledger/client.ts';
import { insolvencyName } from '../../../shared/ledger/client-flag.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { updateClient } from '../../db/commands/clients.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const kinds: readonly Insolvency['kind'][] = ['safeguard', 'reorganisation', 'liquidation'];

const InsolvencyForm = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) => {
  const today = useToday();
  const { calendar } = settingsOf(useLedger(), 'reminders');
  const run = useRun();
  const [kind, setKind] = useState<Insolvency['kind']>(client.insolvency?.kind ?? 'reorganisation');
  const [judgmentOn, setJudgmentOn] = useState<Day | undefined>(client.insolvency?.judgmentOn);
  const [publishedOn, setPublishedOn] = useState<Day | undefined>(client.insolvency?.publishedOn);
  const [tried, setTried] = useState(false);
  const publishedTooEarly = judgmentOn !== undefined && publishedOn !== undefined && publishedOn < judgmentOn;
  const deadline = publishedOn && claimDeclarationDeadline(publishedOn, calendar);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (judgmentOn === undefined || publishedTooEarly) return;
    const done = await run(updateClient, {
      id: client.id,
      changes: { insolvency: { kind, judgmentOn, publishedOn } },
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        deadline?.ok && !publishedTooEarly
          ? `Créance à déclarer au plus tard le ${formatFullDay(deadline.value.raw)}.`
          : 'La créance se déclare au mandataire dans les deux mois de la publication au BODACC.'
      }
    >
      <Select
        label="Procédure"
        data={kinds.map((value) => ({ value, label: insolvencyName(value) }))}
        value={kind}
        allowDeselect={false}
        onChange={(picked) => setKind(kinds.find((value) => value === picked) ?? kind)}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Jugement d’ouverture"
          value={judgmentOn}
          onChange={setJudgmentOn}
          maxDay={today}
          error={tried && judgmentOn === undefined ? 'Indiquez la date du jugement.' : undefined}
        />
        <DayInput
          label="Publication au BODACC"
          value={publishedOn}
          onChange={setPublishedOn}
          maxDay={today}
          error={publishedTooEarly ? 'La publication suit le jugement.' : undefined}
        />
      </Group>
    </DialogForm>
  );
};

/** Opening of a collective procedure: reminders of earlier claims stop, the claim has to be declared. */
export const InsolvencyDialog = ({
  client,
  opened,
  onClose,
}: {
  readonly client: Client;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Procédure collective" opened={opened} onClose={onClose}>
    <InsolvencyForm client={client} onClose={onClose} />
  </Dialog>
);
