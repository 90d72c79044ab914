import { Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { trackingNumberCheck } from '../../../shared/identifiers/s10.ts';
import { type DispatchMode, shownNumber } from '../../../shared/ledger/dispatch.ts';
import { modeFacts, modeOf, modesFor, needsConsent } from '../../../shared/letters/dispatch-mode.ts';
import { numberHolder, readTrackingNumber } from '../../../shared/letters/dispatch-number.ts';
import { numberRefusal } from '../../../shared/letters/dispatch-transition.ts';
import { dispatchOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPosting } from '../../db/commands/letters.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

const DepositForm = ({
  letter,
  suggested,
  onClose,
}: {
  readonly letter: PaperLetter;
  readonly suggested: DepositSuggestion;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const dispatch = dispatchOf(letter);
  const modes = modesFor(letter);
  const [mode, setMode] = useState<DispatchMode>(
    (dispatch && modeOf(letter, dispatch)) ?? suggested.mode ?? modes[0] ?? 'registered',
  );
  const [depositedOn, setDepositedOn] = useState<Day | undefined>(
    dispatch?.depositedOn ?? suggested.depositedOn,
  );
  const [number, setNumber] = useState(
    dispatch === undefined ? (suggested.trackingNumber ?? '') : shownNumber(dispatch),
  );
  const [consentOn, setConsentOn] = useState<Day | undefined>(dispatch?.consentOn);
  const [tried, setTried] = useState(false);
  const numberField = useRef<HTMLInputElement>(null);
  const facts = modeFacts[mode];
  const client = ledger.clients.get(letter.row.clientId);
  const asksConsent = mode === 'electronic-registered' && client !== undefined && needsConsent(client.regime);
  const isSuspect =
    facts.number === 'tracking' && trackingNumberCheck(readTrackingNumber(number)) === 'suspect';
  const numberProblem =
    facts.number === 'none'
      ? undefined
      : numberRefusal({ mode, trackingNumber: number }, (wanted) =>
          numberHolder(ledger, wanted, letter.row.id),
        )?.message;
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onCancel={onClose}
      onSubmit={async () => {
        setTried(true);
        if (numberProblem !== undefined) numberField.current?.focus();
        if (depositedOn === undefined || numberProblem !== undefined) return;
        const done = await run(recordPosting, {
          id: letter.row.id,
          mode,
          depositedOn,
          trackingNumber: facts.number === 'none' ? '' : number,
          ...(asksConsent && consentOn !== undefined ? { consentOn } : {}),
        });
        if (done) onClose();
      }}
    >
      <Select
        label="Envoi"
        data-autofocus
        allowDeselect={false}
        data={modes.map((value) => ({ value, label: modeFacts[value].name }))}
        value={mode}
        onChange={(value) => value !== null && setMode(value as DispatchMode)}
      />
      <DayInput
        label={facts.sent}
        value={depositedOn}
        onChange={setDepositedOn}
        maxDay={today}
        error={tried && depositedOn === undefined ? 'Indiquez la date.' : undefined}
      />
      {facts.number !== 'none' && (
        <TextInput
          ref={numberField}
          label={facts.numberLabel}
          value={number}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
          description={facts.number === 'reference' ? 'Facultatif.' : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={tried ? numberProblem : undefined}
        />
      )}
      {isSuspect && (
        <Notice tone="caution">
          Le chiffre de contrôle de ce numéro ne tombe pas juste&nbsp;: vérifiez-le sur la preuve de dépôt.
        </Notice>
      )}
      {asksConsent && (
        <DayInput
          label="Accord du client pour les LRE"
          description="Ce client n’est pas un professionnel&nbsp;: son accord préalable est obligatoire (CPCE, art. L100). Joignez-en la preuve."
          value={consentOn}
          onChange={setConsentOn}
          maxDay={depositedOn ?? today}
          error={tried && consentOn === undefined ? 'Indiquez la date de son accord.' : undefined}
        />
      )}
      <Notice tone="info">{facts.proof}</Notice>
    </DialogForm>
  );
};

/** What is known before the dialog opens. */
export interface DepositSuggestion {
  readonly mode?: DispatchMode | undefined;
  readonly depositedOn: Day;
  readonly trackingNumber?: string | undefined;
}

/** The deposit of one letter, or its correction: by which way, when, under which number. */
export const DepositDialog = ({
  letter,
  suggested,
  onClose,
}: {
  /** Undefined = closed. */
  readonly letter: PaperLetter | undefined;
  readonly suggested: DepositSuggestion;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={letter?.row.state.kind === 'posted' ? 'Corriger l’envoi' : 'Noter l’envoi'}
    opened={letter !== undefined}
    onClose={onClose}
  >
    {letter && <DepositForm letter={letter} suggested={suggested} onClose={onClose} />}
  </Dialog>
);
