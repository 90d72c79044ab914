import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { type HandoverOutcome, handoverOutcomeNames } from '../../../shared/ledger/collector-names.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import { handoverFigures } from '../../../shared/ledger/handover-figures.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { endHandover } from '../../db/commands/handovers.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const outcomes: readonly HandoverOutcome[] = ['recovered', 'partly-recovered', 'not-recovered', 'withdrawn'];

const EndForm = ({ handover, onClose }: { readonly handover: Handover; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const { openCents, recoveredCents } = handoverFigures(ledger, handover);
  const [outcome, setOutcome] = useState<HandoverOutcome>(
    openCents === 0 ? 'recovered' : recoveredCents > 0 ? 'partly-recovered' : 'not-recovered',
  );
  const [on, setOn] = useState<Day | undefined>(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (on === undefined) return;
    if (await run(endHandover, { handoverId: handover.id, on, outcome, note })) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer le retour"
      onSubmit={submit}
      onCancel={onClose}
      hint={openCents > 0 ? 'Les relances de ce qui reste dû reprennent.' : undefined}
    >
      <Select
        label="Issue"
        data={outcomes.map((value) => ({ value, label: capitalised(handoverOutcomeNames[value]) }))}
        value={outcome}
        allowDeselect={false}
        onChange={(picked) => setOutcome(outcomes.find((value) => value === picked) ?? outcome)}
        data-autofocus
      />
      <DayInput
        label="Revenu le"
        value={on}
        onChange={setOn}
        maxDay={today}
        error={tried && on === undefined ? 'Indiquez la date de retour.' : undefined}
      />
      <Textarea
        label="Note (facultatif)"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/** « Retour du dossier »: the collector is done, or is taken off it. */
export const EndHandoverDialog = ({
  handover,
  opened,
  onClose,
}: {
  readonly handover: Handover;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={`Retour du dossier confié à ${handover.collector.name}`} opened={opened} onClose={onClose}>
    <EndForm handover={handover} onClose={onClose} />
  </Dialog>
);
