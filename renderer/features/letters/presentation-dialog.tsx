import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { modeFacts, modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { dispatchOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPresentation } from '../../db/commands/letter-chain.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const PresentationForm = ({
  letter,
  onClose,
}: {
  readonly letter: PaperLetter;
  readonly onClose: () => void;
}) => {
  const today = useToday();
  const run = useRun();
  const dispatch = dispatchOf(letter);
  const known = dispatch?.presentedOn;
  const [presentedOn, setPresentedOn] = useState<Day | undefined>(known);
  const [tried, setTried] = useState(false);
  const isMissing = presentedOn === undefined && known === undefined;
  const label = (dispatch && modeFacts[modeOf(letter, dispatch)].presentation) ?? 'Première présentation';
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onCancel={onClose}
      hint="Laissez vide pour retirer une date notée par erreur."
      onSubmit={async () => {
        setTried(true);
        if (isMissing) return;
        if (await run(recordPresentation, { id: letter.row.id, presentedOn })) onClose();
      }}
    >
      <DayInput
        label={label}
        description="La date que donnent le suivi, l’avis de réception ou l’acte, même si la lettre a été refusée ou n’a pas été retirée."
        value={presentedOn}
        onChange={setPresentedOn}
        minDay={dispatch?.depositedOn}
        maxDay={today}
        data-autofocus
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
  readonly letter: PaperLetter | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Présentation du courrier" opened={letter !== undefined} onClose={onClose} size="sm">
    {letter && <PresentationForm letter={letter} onClose={onClose} />}
  </Dialog>
);
