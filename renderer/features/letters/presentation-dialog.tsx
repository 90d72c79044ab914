import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPresentation } from '../../db/commands/letter-chain.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const PresentationForm = ({
  letter,
  onClose,
}: {
  readonly letter: Reminder;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const run = useRun();
  const known = letter.state.kind === 'posted' ? letter.state.presentedOn : undefined;
  const [presentedOn, setPresentedOn] = useState<Day | undefined>(known);
  const [tried, setTried] = useState(false);
  const isMissing = presentedOn === undefined && known === undefined;
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onCancel={onClose}
      hint="Laissez vide pour retirer une date notée par erreur."
      onSubmit={async () => {
        setTried(true);
        if (isMissing) return;
        if (await run(recordPresentation, { id: letter.id, presentedOn })) onClose();
      }}
    >
      <DayInput
        label="Première présentation"
        description="La date que donnent le suivi de La Poste ou l’avis de réception, même si la lettre a été refusée ou n’a pas été retirée."
        value={presentedOn}
        onChange={setPresentedOn}
        maxDay={today}
        error={tried && isMissing ? 'Indiquez la date de présentation.' : undefined}
      />
    </DialogForm>
  );
};

/** « Présentée le »: the day from which a formal notice has its effects. */
export const PresentationDialog = ({
  letter,
  onClose,
}: {
  /** Undefined = closed. */
  readonly letter: Reminder | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Présentation du courrier" opened={letter !== undefined} onClose={onClose} size="sm">
    {letter && <PresentationForm letter={letter} onClose={onClose} />}
  </Dialog>
);
