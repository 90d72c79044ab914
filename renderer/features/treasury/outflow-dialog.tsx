import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { PlannedOutflow } from '../../../shared/ledger/history.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { newId } from '../../bridge/new-id.ts';
import { saveOutflow } from '../../db/commands/settings.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { rhythmChoices, rhythmOf } from './outflow-rhythm.ts';

const OutflowForm = ({
  known,
  onClose,
}: {
  readonly known: PlannedOutflow | undefined;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [label, setLabel] = useState(known?.label ?? '');
  const [amount, setAmount] = useState<Cents | undefined>(known?.cents);
  const [firstOn, setFirstOn] = useState<Day | undefined>(known?.firstOn);
  const [repeats, setRepeats] = useState<PlannedOutflow['repeats']>(known?.repeats ?? 'monthly');
  const [until, setUntil] = useState<Day | undefined>(known?.until);
  const [tried, setTried] = useState(false);
  const endsBefore = until !== undefined && firstOn !== undefined && until < firstOn;
  const submit = async (): Promise<void> => {
    setTried(true);
    const isEndless = repeats === 'once' || until === undefined;
    if (amount === undefined || firstOn === undefined || label.trim() === '') return;
    if (!isEndless && endsBefore) return;
    const done = await run(saveOutflow, {
      id: known?.id ?? newId(),
      label: label.trim(),
      cents: amount,
      firstOn,
      repeats,
      ...(isEndless ? {} : { until }),
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Dépense"
        placeholder="Loyer, salaires, TVA…"
        value={label}
        maxLength={120}
        autoComplete="off"
        error={tried && label.trim() === '' ? 'Nommez cette dépense.' : undefined}
        onChange={(event) => setLabel(event.currentTarget.value)}
        data-autofocus
      />
      <Group grow align="flex-start" gap="md">
        <AmountInput
          label="Montant"
          value={amount}
          onChange={setAmount}
          error={tried && amount === undefined ? 'Indiquez le montant.' : undefined}
        />
        <DayInput
          label={repeats === 'once' ? 'Le' : 'La première fois le'}
          value={firstOn}
          onChange={setFirstOn}
          error={tried && firstOn === undefined ? 'Indiquez la date.' : undefined}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <Select
          label="Répétition"
          data={[...rhythmChoices]}
          value={repeats}
          allowDeselect={false}
          onChange={(value) => setRepeats(rhythmOf(value))}
        />
        <DayInput
          label="Jusqu’au (facultatif)"
          value={repeats === 'once' ? undefined : until}
          onChange={setUntil}
          disabled={repeats === 'once'}
          minDay={firstOn}
          error={tried && repeats !== 'once' && endsBefore ? 'La fin précède la première fois.' : undefined}
        />
      </Group>
    </DialogForm>
  );
};

/** A planned outflow: a new one, or the one named to be changed. */
export const OutflowDialog = ({
  outflowId,
  opened,
  onClose,
}: {
  readonly outflowId: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const known = outflowId === undefined ? undefined : ledger.outflows.get(outflowId);
  return (
    <Dialog
      title={known ? 'Modifier la dépense prévue' : 'Ajouter une dépense prévue'}
      opened={opened}
      onClose={onClose}
    >
      <OutflowForm known={known} onClose={onClose} />
    </Dialog>
  );
};
