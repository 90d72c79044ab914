import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { DispatchOutcomeKind } from '../../../shared/ledger/dispatch.ts';
import { backOn, keptUntil } from '../../../shared/letters/dispatch-clocks.ts';
import { modeFacts, modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { stageName } from '../../../shared/letters/dispatch-stage.ts';
import { dispatchOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordOutcome } from '../../db/commands/letter-chain.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const OutcomeForm = ({ letter, onClose }: { readonly letter: PaperLetter; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const dispatch = dispatchOf(letter);
  const mode = dispatch === undefined ? 'plain' : modeOf(letter, dispatch);
  const facts = modeFacts[mode];
  const known = dispatch?.outcome;
  // A letter that should be back by now was most probably never fetched.
  const kept = dispatch?.presentedOn === undefined ? undefined : keptUntil(dispatch.presentedOn);
  const isOverdue = kept !== undefined && kept < today && facts.outcomes.includes('unclaimed');
  const [kind, setKind] = useState<DispatchOutcomeKind>(
    known?.kind ?? (isOverdue ? 'unclaimed' : (facts.outcomes[0] ?? 'delivered')),
  );
  // Only of a letter that nobody fetched is the day foreseeable; any other day is read off the receipt.
  const unclaimedOn = isOverdue ? addDays(kept, 1) : undefined;
  const [on, setOn] = useState<Day | undefined>(known?.on ?? unclaimedOn);
  const [presentedOn, setPresentedOn] = useState<Day | undefined>(dispatch?.presentedOn);
  const [signatory, setSignatory] = useState(known?.signatory ?? '');
  const [tried, setTried] = useState(false);
  if (dispatch === undefined) return null;
  const asksPresentation = facts.presentation !== undefined;
  const expected =
    dispatch.presentedOn === undefined
      ? undefined
      : backOn(dispatch.presentedOn, settingsOf(ledger, 'reminders').calendar);
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onCancel={onClose}
      hint={
        known !== undefined &&
        mode !== 'hand-delivered' && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={async () => {
              if (await run(recordOutcome, { id: letter.row.id, outcome: undefined })) onClose();
            }}
          >
            Retirer cette suite
          </Button>
        )
      }
      onSubmit={async () => {
        setTried(true);
        if (on === undefined) return;
        const done = await run(recordOutcome, {
          id: letter.row.id,
          outcome: { kind, on, ...(signatory.trim() === '' ? {} : { signatory }) },
          ...(asksPresentation && presentedOn !== undefined ? { presentedOn } : {}),
        });
        if (done) onClose();
      }}
    >
      <Select
        label="Ce qu’elle est devenue"
        data-autofocus
        allowDeselect={false}
        data={facts.outcomes.map((value) => ({ value, label: stageName(value, mode) }))}
        value={kind}
        onChange={(value) => {
          if (value === null) return;
          setKind(value as DispatchOutcomeKind);
          if (known === undefined && (on === undefined || on === unclaimedOn))
            setOn(value === 'unclaimed' ? unclaimedOn : undefined);
        }}
      />
      {asksPresentation && (
        <DayInput
          label={facts.presentation ?? ''}
          description={
            kind === 'unclaimed' ? 'Date de l’avis de passage.' : 'Facultative si seule la suite est connue.'
          }
          value={presentedOn}
          onChange={setPresentedOn}
          minDay={dispatch.depositedOn}
          maxDay={today}
        />
      )}
      <DayInput
        label={kind === 'delivered' ? 'Le' : 'Constaté le'}
        description={
          kind === 'unclaimed' && expected !== undefined
            ? `Gardée jusqu’au ${formatDay(keptUntil(dispatch.presentedOn ?? dispatch.depositedOn))}, elle devrait être revenue le ${formatDay(expected)}.`
            : undefined
        }
        value={on}
        onChange={setOn}
        minDay={dispatch.depositedOn}
        maxDay={today}
        error={tried && on === undefined ? 'Indiquez la date.' : undefined}
      />
      {kind === 'delivered' && facts.signatory && (
        <TextInput
          label={facts.signatory.label}
          description={facts.signatory.where}
          value={signatory}
          maxLength={200}
          onChange={(event) => setSignatory(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  );
};

/** « Noter la suite »: delivered, refused, unclaimed, unknown, lost, with its day. */
export const OutcomeDialog = ({
  letter,
  onClose,
}: {
  /** Undefined = closed. */
  readonly letter: PaperLetter | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Suite du courrier" opened={letter !== undefined} onClose={onClose} size="sm">
    {letter && <OutcomeForm letter={letter} onClose={onClose} />}
  </Dialog>
);
